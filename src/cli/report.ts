import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Problem } from '../domain/problem.ts';
import { readSettings } from '../settings.ts';
import { EXPORT_FORMATS, type ExportFormat, findExportFormat } from '../workbench/render-publication.ts';
import { type Command, type CommandInput, type CommandOption, lastValues, settingOption } from './command.ts';
import { countOf } from './text-table.ts';
import { withWorkbench } from './with-workbench.ts';

const FORMATS = Object.keys(EXPORT_FORMATS).join(', ');
const OPTIONS: readonly CommandOption[] = [
  { name: 'years', value: 'LIST', meaning: 'editions: 2021, 2016-2019,2021 or all' },
  {
    name: 'sections',
    value: 'LIST',
    meaning: 'labels (1.c, 6/women), chapters (1), topics (prison-conditions), executive-summary or all',
  },
  { name: 'areas', value: 'LIST', meaning: 'names, old names, codes, regions or all' },
  {
    name: 'order',
    value: 'ORDER',
    meaning: 'what the report is arranged by first: area (as without it), year or section',
  },
  { name: 'format', value: 'FORMAT', meaning: `${FORMATS}; without it, txt` },
  { name: 'output', value: 'FILE', meaning: 'write to a file, whole or not at all, instead of printing' },
];

export const reportCommand: Command = {
  name: 'report',
  summary: 'assembles a custom report: years × sections or topics × countries or areas',
  operands: null,
  options: [...OPTIONS, settingOption('library')],
  about: [
    'What was asked for and is not there is listed in the report with its reason, and counted on standard error.',
  ],
  examples: [
    ['variorum report --years 2021 --sections executive-summary --areas mali', 'one summary, as plain text'],
    [
      'variorum report --years 2016-2024 --sections prison-conditions --areas africa --format csv --output prisons.csv',
      'a topic over all editions, a row a passage',
    ],
    [
      'variorum report --years 2022,2023 --sections 1.c,6/women --areas "Swaziland, Mali" --order section --format html',
      'sections side by side by subject',
    ],
  ],
  async run(input, { terminal }) {
    const { library } = readSettings(['library'], lastValues(input));
    const format = readFormat(input);
    return withWorkbench({ library, readonly: true }, async (workbench) => {
      const selection = await workbench.parseSelection({
        years: input.values.get('years') ?? [],
        sections: input.values.get('sections') ?? [],
        areas: input.values.get('areas') ?? [],
        order: input.values.get('order') ?? [],
      });
      const publication = await workbench.buildPublication(selection);
      const pieces = workbench.renderPublication(publication, format);
      const output = input.values.get('output')?.at(-1);
      if (output === undefined) for await (const piece of pieces) await terminal.write(piece);
      else await writeFileWhole(output, pieces);
      if (publication.gaps.length > 0) {
        terminal.say(
          `${countOf(publication.gaps.length, 'gap')}: asked for and not there; listed in the report, with the reasons.`,
        );
      }
      return 0;
    });
  },
};

function readFormat(input: CommandInput): ExportFormat {
  const given = input.values.get('format')?.at(-1) ?? 'txt';
  const format = findExportFormat(given);
  if (format === null) {
    throw new Problem('invalid-input', `There is no format “${given.slice(0, 60)}”.`, [
      `Formats: ${FORMATS}.`,
    ]);
  }
  return format;
}

/** Writes beside the file and renames at the end: a full disk or an interruption leaves no half report. */
async function writeFileWhole(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const beside = `${path}.${randomUUID().slice(0, 8)}.part`;
  const stream = createWriteStream(beside, { flags: 'wx' });
  const failed = new Promise<never>((_, reject) => stream.once('error', reject));
  failed.catch(() => {});
  try {
    for await (const piece of pieces) {
      if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), failed]);
    }
    const closed = once(stream, 'close');
    stream.end();
    await Promise.race([closed, failed]);
    await rename(beside, path);
  } catch (error) {
    stream.destroy();
    await rm(beside, { force: true });
    if (error instanceof Problem || !(error instanceof Error && 'code' in error)) throw error;
    throw new Problem('conflict', `The report could not be written to ${path}: ${error.message}.`);
  }
}
