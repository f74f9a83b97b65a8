/** Where a page stands. */
export function Crumbs({ steps }: { readonly steps: readonly (readonly [name: string, address: string])[] }) {
  return (
    <nav class="crumbs" aria-label="You are here">
      <ol>
        {steps.map(([name, address]) => (
          <li>
            <a href={address}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
