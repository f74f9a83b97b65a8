import { formatReportId } from '../domain/address.ts';
import { readSettings } from '../settings.ts';
import type { CheckTotals } from '../workbench/check-library.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { type Command, JSON_OPTION, lastValues, settingOption } from './command.ts';
import { startProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';
import { countOf, formatCount, renderTextTable } from './text-table.ts';
import { withWorkbench } from './with-workbench.ts';

/** Exit code of a check in which something differs: the kind `unreadable-page`. */
const DIFFERS = 4;

export const checkCommand: Command = {
  name: 'check',
  summary: 'proves that no word is lost or added',
  operands: null,
  options: [settingOption('library'), JSON_OPTION],
  about: [
    'Unpacks the kept bytes of every page, checks their SHA-256, reads their words again without any notion of an outline, and compares them, in order, with the headings and passages held. The exit code is 4 if a single word differs.',
  ],
  examples: [['variorum check --library reports', 'the proof for the library “reports”']],
  async run(input, { terminal }) {
    const { library } = readSettings(['library'], lastValues(input));
    return withWorkbench({ library, readonly: true }, async (workbench) => {
      const totals = await followCheck(workbench, terminal);
      await terminal.write(
        input.flags.has('json') ? `${JSON.stringify(totals, null, 2)}\n` : describeCheck(totals),
      );
      return totals.differing.length > 0 || totals.difference !== 0 ? DIFFERS : 0;
    });
  },
};

async function followCheck(workbench: Workbench, terminal: Terminal): Promise<CheckTotals> {
  let progress = null;
  try {
    for await (const event of workbench.checkLibrary()) {
      if (event.kind === 'totals') return event.totals;
      progress ??= startProgress(terminal, 'Pages checked', event.total);
      if (event.problem !== null) progress.say(`${formatReportId(event.id)}: ${event.problem}`);
      progress.update(event.done, '');
    }
  } finally {
    progress?.stop();
  }
  throw new Error('The check ended without its totals.');
}

/** The balance of words: what the pages have, what was left out and why, what the library holds. */
function describeCheck(totals: CheckTotals): string {
  const { captures, sourceWords, headingWords, passageWords, boilerplate, difference, differing } = totals;
  const leftOut = boilerplate.reduce((sum, { words }) => sum + words, 0);
  const rows = [
    ['Words in the source', formatCount(sourceWords), 'the report bodies of all kept pages'],
    ['left out', formatCount(leftOut), 'not text of the report:'],
    ...boilerplate.map(({ rule, reason, words, pages }) => [
      '',
      formatCount(words),
      `  ${rule}, on ${countOf(pages, 'page')}: ${reason}`,
    ]),
    ['Words in the library', formatCount(headingWords + passageWords), ''],
    ['in headings', formatCount(headingWords), ''],
    ['in passages', formatCount(passageWords), ''],
    ['Difference', formatCount(difference), ''],
  ];
  const table = renderTextTable(
    [
      { heading: '', align: 'left' },
      { heading: '', align: 'right' },
      { heading: '', align: 'left' },
    ],
    rows.map(([name = '', ...rest]) => [/^[a-z]/.test(name) ? `  ${name}` : name, ...rest]),
  ).trimStart();
  const verdict =
    differing.length === 0
      ? `${countOf(captures, 'page')} checked: every word stands in exactly one heading or passage, in order.\n`
      : `${countOf(captures, 'page')} checked; ${differing.length} differ:\n${differing
          .map(({ id, problem }) => `  ${formatReportId(id)}: ${problem}\n`)
          .join('')}Import these pages again from a good copy.\n`;
  return `${table}\n${verdict}`;
}
