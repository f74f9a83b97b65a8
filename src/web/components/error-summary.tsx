/** A problem with what was typed, and the step of the form it belongs to. */
export interface FieldProblem {
  readonly field: 'years' | 'sections' | 'areas' | 'order';
  readonly message: string;
}

/** Every problem at once, each leading to the field it is about. */
export function ErrorSummary({ problems }: { readonly problems: readonly FieldProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="problems">
      <h2>
        {problems.length === 1 ? 'One thing is to be mended' : `${problems.length} things are to be mended`}
      </h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li>
            <a href={`#step-${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
