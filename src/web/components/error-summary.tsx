/** A problem with what was typed, and the field of the form it belongs to. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** Every problem at once, each leading to the field it is about. */
export function ErrorSummary({
  problems,
  anchors = 'step-',
}: {
  readonly problems: readonly FieldProblem[];
  /** What stands before a field's name in the id of its place on the page. */
  readonly anchors?: string;
}) {
  if (problems.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="problems">
      <h2>
        {problems.length === 1 ? 'One thing is to be mended' : `${problems.length} things are to be mended`}
      </h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li>
            <a href={`#${anchors}${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
