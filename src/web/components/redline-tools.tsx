import type { Child } from 'hono/jsx';
import { CHANGE_CHOICES, type ChangeChoice } from '../../domain/comparison-filter.ts';
import { CHANGE_WORDS } from '../../domain/describe-pair.ts';
import { comparisonAddress } from '../addresses.ts';
import { type CompareQuestion, formatCompareQuery } from '../compare-question.ts';

/** How the redline is shown: every choice is a link, so that the address is the state. */
export function RedlineTools({ question }: { readonly question: CompareQuestion }) {
  const { filter, topics, layout, corrections } = question;
  const to = (changed: Partial<Pick<CompareQuestion, 'filter' | 'topics' | 'layout'>>): string => {
    const { area, from, to: newer } = question;
    const next = { filter, topics, layout, ...changed };
    return comparisonAddress(
      area,
      from,
      newer,
      formatCompareQuery(next.filter, next.topics, next.layout, corrections),
    );
  };
  const only = (choice: ChangeChoice): string => {
    const chosen = filter.only ?? [];
    const next = chosen.includes(choice)
      ? chosen.filter((one) => one !== choice)
      : CHANGE_CHOICES.filter((one) => one === choice || chosen.includes(one));
    return to({ filter: { only: next.length === 0 ? null : next, all: false } });
  };
  return (
    <nav class="redline-tools" aria-label="How the comparison is shown">
      <Group name="Show">
        <Way
          address={to({ filter: { only: null, all: false } })}
          chosen={filter.only === null && !filter.all}
        >
          Changes
        </Way>
        <Way address={to({ filter: { only: null, all: true } })} chosen={filter.only === null && filter.all}>
          Everything
        </Way>
      </Group>
      <Group name="Only">
        {CHANGE_CHOICES.map((choice) => (
          <Way address={only(choice)} chosen={filter.only?.includes(choice) === true}>
            {CHANGE_WORDS[choice]}
          </Way>
        ))}
      </Group>
      <Group name="In">
        <Way address={to({ layout: 'two' })} chosen={layout === 'two'}>
          Two columns
        </Way>
        <Way address={to({ layout: 'one' })} chosen={layout === 'one'}>
          One column
        </Way>
      </Group>
      {topics.length === 0 ? null : (
        <Group name="Topics">
          <Way address={to({ topics: [] })} chosen={false}>
            All topics
          </Way>
        </Group>
      )}
    </nav>
  );
}

export function Group({ name, children }: { readonly name: string; readonly children?: Child }) {
  const id = `ways-${name.toLowerCase()}`;
  return (
    <div class="ways">
      <span id={id}>{name}</span>
      <ul aria-labelledby={id}>{children}</ul>
    </div>
  );
}

export function Way({
  address,
  chosen,
  children,
}: {
  readonly address: string;
  readonly chosen: boolean;
  readonly children?: Child;
}) {
  return (
    <li>
      <a href={address} aria-current={chosen ? 'true' : undefined}>
        {children}
      </a>
    </li>
  );
}
