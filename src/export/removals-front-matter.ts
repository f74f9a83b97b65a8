import { CHANGE_CHOICES } from '../domain/comparison-filter.ts';
import { CHANGE_WORDS } from '../domain/describe-pair.ts';
import type { Removals } from '../domain/removals.ts';

/** From where it was made and what it was narrowed to. */
export function listRemovalsFacts({
  topics,
  filter,
  library,
}: Pick<Removals, 'topics' | 'filter' | 'library'>): readonly string[] {
  const shown = CHANGE_CHOICES.filter((choice) => filter.only?.includes(choice));
  return [
    ...(topics === null ? [] : [`Topics: ${topics.join('; ')}`]),
    ...(shown.length === 0
      ? []
      : [`Shown: ${shown.map((choice) => CHANGE_WORDS[choice].toLowerCase()).join(', ')}`]),
    `Library version: ${library.version}`,
  ];
}
