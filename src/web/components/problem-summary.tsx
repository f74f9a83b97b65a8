import type { Problem } from '../../domain/problem.ts';

/** One problem with all that is wrong, each line leading to the one field it can be about, without the field's name. */
export function ProblemSummary({
  problem,
  field,
  anchor,
}: {
  readonly problem: Problem;
  readonly field: string;
  readonly anchor: string;
}) {
  const named = `${field}: `;
  return (
    <div class="error-summary" role="alert">
      <h2>{problem.message}</h2>
      <ul>
        {problem.details.map((detail) => (
          <li>
            <a href={`#${anchor}`}>{detail.startsWith(named) ? detail.slice(named.length) : detail}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
