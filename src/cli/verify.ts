import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Problem } from '../domain/problem.ts';
import { isVerified } from '../domain/verified-file.ts';
import { readSettings } from '../settings.ts';
import { renderVerifiedJson, renderVerifiedTxt } from '../workbench/verify/render-verified.ts';
import { type Command, JSON_OPTION, lastValues, settingOption } from './command.ts';
import { explainReadFailure } from './read-problem.ts';
import { withWorkbench } from './with-workbench.ts';

/** Exit code where something differs: the kind `unreadable-page`, as for `check`. */
const DIFFERS = 4;

const MOST_BYTES = 500_000_000;

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'says which passages that a file quotes stand word for word in this library',
  operands: 'FILE',
  options: [settingOption('library'), JSON_OPTION],
  about: [
    'FILE is a report made with Variorum or anybody’s document: HTML, JSON, JSON Lines, CSV, Markdown, plain text, Word (.docx), EPUB or PDF. A file of ours says itself what it quotes: each of its passages is laid beside the library, letter for letter but for white space. What belongs to none of them is looked for sentence by sentence, as with “quote”.',
    'Where texts differ, [-these words-] stand in the file alone and {+these words+} in the library alone. The exit code is 0 if everything stands, and 4 if a passage differs, is missing or is not held, or a sentence stands nearly or nowhere.',
  ],
  examples: [
    ['variorum verify exhibit.pdf', 'a packet somebody filed'],
    ['variorum verify summary.html --json', 'the result as data'],
  ],
  async run(input, { terminal }) {
    const { library } = readSettings(['library'], lastValues(input));
    const [path = '', ...more] = input.operands;
    if (path === '' || more.length > 0) {
      throw new Problem('invalid-input', 'What was asked for cannot be understood.', [
        path === '' ? 'FILE: nothing is named.' : `FILE: ${more.length + 1} are named; give one.`,
      ]);
    }
    const bytes = await read(path);
    return withWorkbench({ library, readonly: true }, async (workbench) => {
      const file = await workbench.verifyFile(bytes, basename(path));
      await terminal.write(input.flags.has('json') ? renderVerifiedJson(file) : renderVerifiedTxt(file));
      return isVerified(file) ? 0 : DIFFERS;
    });
  },
};

async function read(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) {
      throw new Problem('invalid-input', `${path} is too large to be verified.`, [
        `FILE: give at most ${MOST_BYTES / 1e6} MB.`,
      ]);
    }
    return await readFile(path);
  } catch (error) {
    throw explainReadFailure(error, path);
  }
}
