/** Pages by number, each told by what stands on it; nothing where there is one alone. */
export function PageNumbers({
  name,
  page,
  labels,
  addressOf,
}: {
  /** Of what these are pages: "Countries and areas". */
  readonly name: string;
  readonly page: number;
  readonly labels: readonly string[];
  readonly addressOf: (page: number) => string;
}) {
  if (labels.length < 2) return null;
  return (
    <nav class="page-numbers" aria-label={`${name}, page by page`}>
      <p>
        Page {page} of {labels.length}
      </p>
      <ol>
        {labels.map((label, i) => (
          <li>
            <a href={addressOf(i + 1)} aria-current={i + 1 === page ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
