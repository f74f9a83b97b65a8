import type { WideChoices } from '../../../workbench/wide/read-wide-request.ts';

/** The head of a column by which rows can be put in order; pressed once more, the order is turned round. */
export function SortHead({
  by,
  name,
  choices,
  addressOf,
  turned = false,
  kind = '',
}: {
  readonly by: string;
  readonly name: string;
  readonly choices: WideChoices;
  readonly addressOf: (changed: Partial<WideChoices>) => string;
  /** Written upwards, to be narrow. */
  readonly turned?: boolean;
  readonly kind?: string;
}) {
  const { sort } = choices;
  const isOn = sort.by === by;
  // Names go up from A as they are; numbers come down from the greatest.
  const isUp = isOn && sort.turned === (by !== 'area');
  const next = { by, turned: isOn && !sort.turned };
  return (
    <th
      scope="col"
      class={kind === '' ? undefined : kind}
      aria-sort={isOn ? (isUp ? 'ascending' : 'descending') : undefined}
    >
      <a class={turned ? 'turned' : undefined} href={addressOf({ sort: next })}>
        {name}
        {isOn ? (
          <span class="sort-sign" aria-hidden="true">
            {isUp ? ' ▲' : ' ▼'}
          </span>
        ) : null}
      </a>
    </th>
  );
}
