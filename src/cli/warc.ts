import { Problem } from '../domain/problem.ts';
import { readSettings } from '../settings.ts';
import { type Command, lastValues, settingOption } from './command.ts';
import { withWorkbench } from './with-workbench.ts';
import { writeFileWhole } from './write-file-whole.ts';

export const warcCommand: Command = {
  name: 'warc',
  summary: 'writes the kept pages to a web archive, as WARC 1.1',
  operands: null,
  options: [
    { name: 'to', value: 'FILE', meaning: 'the file to write; its name ends in .warc.gz' },
    settingOption('library'),
  ],
  about: [
    'Every captured page that the library holds goes into the file as it was captured, those of older versions too, each with its address, the time of its capture, its digests and where it was imported from. The file is written whole or not at all, and the same pages give the same bytes.',
  ],
  examples: [['variorum warc --to reports.warc.gz', 'all pages, for other programs or another library']],
  async run(input) {
    const { library } = readSettings(['library'], lastValues(input));
    const file = input.values.get('to')?.at(-1);
    if (file === undefined) {
      throw new Problem('invalid-input', 'Say where to write with --to FILE.', [
        'For example: variorum warc --to reports.warc.gz',
      ]);
    }
    await writeWarc(library, file);
    return 0;
  },
};

/**
 * Writes the pages of a library to a file.
 * @throws Problem invalid-input for a name that does not end in .warc.gz
 */
export async function writeWarc(library: string, file: string): Promise<void> {
  if (!/\.warc\.gz$/i.test(file)) {
    throw new Problem(
      'invalid-input',
      `“${file}” does not end in .warc.gz, by which a web archive is known.`,
    );
  }
  await withWorkbench({ library, readonly: true }, (workbench) =>
    writeFileWhole(file, workbench.archivePages(), 'The web archive'),
  );
}
