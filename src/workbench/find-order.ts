import type { Address } from '../domain/address.ts';
import { formatReportId } from '../domain/address.ts';
import { Problem } from '../domain/problem.ts';
import type { ReportHead } from '../domain/report.ts';
import type { Section } from '../domain/section.ts';

/**
 * The order in its report of the passage that an address names.
 * @throws Problem not-found, saying which sections and numbers there are
 */
export function findOrder(
  sections: readonly Section[],
  { section, passage }: Address,
  head: ReportHead,
): number {
  const name = `${formatReportId(head)}`;
  const found = sections.find(({ key }) => key === section);
  if (found === undefined) {
    throw new Problem('not-found', `The report ${name} has no section ${section}.`, [
      'The labels stand in the contents of the report.',
    ]);
  }
  const number = passage ?? 0;
  if (number < 1 || number > found.passageCount) {
    throw new Problem(
      'not-found',
      `Section ${section} of ${name} has no passage ${number}: ${found.passageCount === 0 ? 'it has none of its own' : `its passages are 1 to ${found.passageCount}`}.`,
    );
  }
  return found.firstPassage + number - 1;
}
