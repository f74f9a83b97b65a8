import { describePinpoint, sectionLabel } from './citation.ts';
import type { Passage } from './passage.ts';
import type { Section } from './section.ts';

/**
 * "§ 1.c, Prison Conditions, para. 2": a place as an index names it. A heading alone does not say where it stands, for
 * reports print the same one in several sections.
 * @param path the sections that lead to the place, the chapter first
 */
export function namePlace(path: readonly Section[], passage: Passage): string {
  const last = path.at(-1);
  const label = sectionLabel(describePinpoint(path, passage));
  const heading = last === undefined ? '' : last.printed === '' ? `[${last.heading}]` : last.heading;
  return [label === null ? '' : `§ ${label}`, heading, `para. ${passage.number}`]
    .filter((part) => part !== '')
    .join(', ');
}
