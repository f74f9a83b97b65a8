import type { Child } from 'hono/jsx';

/** Names and values; a fact whose value is null is left out. */
export function FactsList({
  facts,
  layout = 'table',
}: {
  readonly facts: readonly (readonly [name: string, value: Child])[];
  readonly layout?: 'table' | 'row';
}) {
  return (
    <dl class={`facts facts-${layout}`}>
      {facts.map(([name, value]) =>
        value === null || value === undefined || value === '' ? null : (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
