/** What went wrong, and the way on. */
export function ProblemPage({
  title,
  message,
  details,
}: {
  readonly title: string;
  readonly message: string;
  readonly details: readonly string[];
}) {
  return (
    <div class="wrap narrow">
      <header class="page-head">
        <h1>{title}</h1>
        <p class="lead">{message}</p>
      </header>
      {details.length === 0 ? null : (
        <ul>
          {details.map((detail) => (
            <li>{detail}</li>
          ))}
        </ul>
      )}
      <p>You can go on from here:</p>
      <ul>
        <li>
          <a href="/">Build a report</a> from years, sections and countries
        </li>
        <li>
          <a href="/areas">Find a country or area</a>, and all reports on it
        </li>
        <li>
          <a href="/coverage">See the coverage</a>: what this library holds, and what it does not
        </li>
      </ul>
    </div>
  );
}
