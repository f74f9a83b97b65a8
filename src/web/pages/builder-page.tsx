import { BuilderForm, type BuilderFormProps } from '../components/builder-form.tsx';
import { ErrorSummary, type FieldProblem } from '../components/error-summary.tsx';

/** The way in: years, sections, countries or areas. */
export function BuilderPage({
  problems,
  ...form
}: BuilderFormProps & { readonly problems: readonly FieldProblem[] }) {
  return (
    <div class="wrap">
      <header class="page-head">
        <h1>Build a report</h1>
        <p class="lead">
          The annual country reports on human rights practices, put together as you need them: choose the
          years, the sections and the countries, and read, print, cite or download the result. It keeps an
          address of its own that you can pass on.
        </p>
      </header>
      <ErrorSummary problems={problems} />
      <BuilderForm {...form} />
    </div>
  );
}
