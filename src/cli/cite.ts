import { CITATION_STYLES, type CitationStyle, findCitationStyle } from '../domain/citation-style.ts';
import { findNearest } from '../domain/nearest.ts';
import { Problem } from '../domain/problem.ts';
import { readSettings } from '../settings.ts';
import { CITATION_FORMATS, renderCitations } from '../workbench/cite/render-citations.ts';
import { type Command, type CommandInput, lastValues, settingOption } from './command.ts';
import { withWorkbench } from './with-workbench.ts';
import { writeFileWhole } from './write-file-whole.ts';

const STYLES = CITATION_STYLES.join(', ');
const FORMATS = CITATION_FORMATS.join(', ');

export const citeCommand: Command = {
  name: 'cite',
  summary: 'cites reports, sections and passages, in the style asked for',
  operands: 'ADDRESS...',
  options: [
    {
      name: 'style',
      value: 'LIST',
      meaning: `${STYLES}; or all; without it, bluebook`,
    },
    {
      name: 'format',
      value: 'FORMAT',
      meaning: `${FORMATS}; without it, txt. BibTeX, BibLaTeX, RIS and CSL-JSON have their own form, and need none`,
    },
    { name: 'output', value: 'FILE', meaning: 'write to a file, whole or not at all, instead of printing' },
    settingOption('library'),
  ],
  about: [
    'An address names a report, a section or a passage: 2021/mli, 2021/mli#1.c, 2021/mli#1.c:4. A version may be named too: 2020/mli@0123456789ab. Put addresses with # between quotation marks, for a shell takes it for a comment.',
    'The day of access is the day on which the copy held was captured. What is not known, such as a day of capture, is left out and never made up. An invented sample is cited as one.',
    'Passages are counted within their section by this program, for the reports number none.',
  ],
  examples: [
    ["variorum cite '2021/mli#1.c:3'", 'in the form for US courts'],
    ["variorum cite '2021/mli#6/women' --style oscola,chicago-note", 'in two styles'],
    ['variorum cite 2021/mli 2022/mli --style ris --output mali.ris', 'a file for Zotero or EndNote'],
  ],
  async run(input, { terminal }) {
    const { library } = readSettings(['library'], lastValues(input));
    const { styles, format } = readRequest(input);
    return withWorkbench({ library, readonly: true }, async (workbench) => {
      const citations = await workbench.readCitations(input.operands);
      const text = renderCitations(citations, styles, format);
      const output = input.values.get('output')?.at(-1);
      if (output === undefined) await terminal.write(text);
      else await writeFileWhole(output, [text]);
      return 0;
    });
  },
};

function readRequest(input: CommandInput) {
  const names = (input.values.get('style') ?? ['bluebook'])
    .flatMap((list) => list.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const typed = input.values.get('format')?.at(-1) ?? 'txt';
  const format = CITATION_FORMATS.find((one) => one === typed.toLowerCase()) ?? null;
  const problems = [
    ...(input.operands.length === 0
      ? ['ADDRESS: nothing is given; write the address of a report, section or passage.']
      : []),
    ...(names.length === 0 ? ['style: nothing is given.'] : []),
    ...(format === null ? [`format: there is no “${typed.slice(0, 60)}”; write ${FORMATS}.`] : []),
  ];
  const styles = new Set<CitationStyle>();
  for (const name of names) {
    const found = name.toLowerCase() === 'all' ? CITATION_STYLES : [findCitationStyle(name)];
    for (const style of found) {
      if (style === null) problems.push(describeUnknown(name));
      else styles.add(style);
    }
  }
  if (problems.length > 0 || format === null) {
    throw new Problem('invalid-input', 'What was asked for cannot be understood.', [
      ...problems,
      "Written out: variorum cite '2021/mli#1.c:3' --style bluebook.",
    ]);
  }
  return { styles: [...styles], format };
}

function describeUnknown(name: string): string {
  const [nearest] = findNearest(name.toLowerCase(), CITATION_STYLES, 1);
  const near = nearest === undefined ? '' : ` The nearest is ${nearest}.`;
  return `style: there is no “${name.slice(0, 60)}”.${near} The styles are ${STYLES}, or all.`;
}
