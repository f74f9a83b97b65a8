import { assertNever } from '../domain/assert-never.ts';
import type { Coverage, CoverageState } from '../domain/coverage.ts';
import { readSettings } from '../settings.ts';
import { type Command, JSON_OPTION, lastValues, settingOption } from './command.ts';
import { formatCount, renderTextTable } from './text-table.ts';
import { withWorkbench } from './with-workbench.ts';

export const coverageCommand: Command = {
  name: 'coverage',
  summary: 'shows which reports are held, which are missing, and which never were published',
  operands: null,
  options: [settingOption('library'), JSON_OPTION],
  about: ['One line for each country or area, one column for each edition, then totals and findings.'],
  examples: [
    ['variorum coverage | less', 'the whole table'],
    ['variorum coverage --json', 'the same as data'],
  ],
  async run(input, { terminal }) {
    const { library } = readSettings(['library'], lastValues(input));
    return withWorkbench({ library, readonly: true }, async (workbench) => {
      const coverage = await workbench.getCoverage();
      await terminal.write(
        input.flags.has('json')
          ? `${JSON.stringify(toPlain(coverage), null, 2)}\n`
          : describeCoverage(coverage),
      );
      return 0;
    });
  },
};

const STATES: readonly CoverageState[] = ['held', 'published-not-held', 'not-published'];

/** The table as text. */
function describeCoverage({ editions, rows, totals, findings }: Coverage): string {
  const columns = editions.map((edition) => ({ heading: String(edition), align: 'right' as const }));
  const table = renderTextTable(
    [{ heading: 'Country or area', align: 'left' }, ...columns],
    [
      ...rows.map(({ area, cells }) => [area.name, ...cells.map(({ state }) => signOf(state))]),
      ...STATES.map((state) => [
        `${signOf(state)} ${nameOf(state)}`,
        ...totals.map(({ counts }) => formatCount(counts[state])),
      ]),
    ],
  );
  const legend = STATES.map((state) => `${signOf(state)} ${nameOf(state)}`).join('   ');
  const found =
    findings.length === 0
      ? 'No findings.\n'
      : renderTextTable(
          [
            { heading: 'Found', align: 'right' },
            { heading: 'Reports', align: 'right' },
            { heading: 'Finding', align: 'left' },
          ],
          findings.map(({ kind, meaning, count, reports }) => [
            formatCount(count),
            formatCount(reports),
            `${meaning} (${kind})`,
          ]),
        );
  return `${legend}\n\n${table}\n${found}`;
}

function signOf(state: CoverageState): string {
  switch (state) {
    case 'held':
      return '●';
    case 'published-not-held':
      return '○';
    case 'not-published':
      return '·';
    default:
      return assertNever(state);
  }
}

function nameOf(state: CoverageState): string {
  switch (state) {
    case 'held':
      return 'held';
    case 'published-not-held':
      return 'published, not held';
    case 'not-published':
      return 'not published';
    default:
      return assertNever(state);
  }
}

/** As data, an area is its id and name. */
function toPlain({ rows, ...rest }: Coverage): object {
  return { ...rest, rows: rows.map(({ area, cells }) => ({ area: area.id, areaName: area.name, cells })) };
}
