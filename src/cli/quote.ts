import { createReadStream } from 'node:fs';
import { Problem } from '../domain/problem.ts';
import type { CheckedSentence, QuoteCheck, QuotePiece } from '../domain/quote-check.ts';
import { readSettings } from '../settings.ts';
import { describeChecked, describeVerdict, renderQuotes } from '../workbench/search/render-quotes.ts';
import { type Command, type CommandInput, lastValues, settingOption } from './command.ts';
import { explainReadFailure } from './read-problem.ts';
import { withWorkbench } from './with-workbench.ts';

const FORMATS = ['txt', 'json', 'csv', 'md'] as const;
type QuoteFormat = (typeof FORMATS)[number];

/** Far beyond what can be checked at once; whatever is longer is not read to its end. */
const MOST_BYTES = 1_000_000;

export const quoteCommand: Command = {
  name: 'quote',
  summary: 'checks quotations: word for word, nearly, or not in these reports, and in which editions',
  operands: 'FILE|-',
  options: [
    { name: 'format', value: 'FORMAT', meaning: `${FORMATS.join(', ')}; without it, txt` },
    settingOption('library'),
  ],
  about: [
    'Reads a text, UTF-8 and up to 50,000 characters, from a file or, for -, from standard input, and says of each sentence and each quotation in it where it stands. Case, punctuation and diacritics do not matter; … marks an omission.',
    'Where a sentence stands nearly, [-these words-] are pasted and not in the report, {+these words+} are in the report and not pasted. Whatever is found or not, the exit code is 0.',
  ],
  examples: [
    ['variorum quote brief.txt', 'every sentence of a brief'],
    ['pdftotext brief.pdf - | variorum quote - --format json', 'the same from another program, as data'],
  ],
  async run(input, { terminal }) {
    const { library } = readSettings(['library'], lastValues(input));
    const { source, format } = readInput(input);
    return withWorkbench({ library, readonly: true }, async (workbench) => {
      const check = await workbench.checkQuotes(await readText(source));
      await terminal.write(render(check, format));
      return 0;
    });
  },
};

function readInput({ operands, values }: CommandInput): { source: string; format: QuoteFormat } {
  const problems: string[] = [];
  const [source] = operands;
  if (source === undefined) problems.push('FILE: nothing is named; name a file, or - for standard input.');
  if (operands.length > 1) problems.push(`FILE: ${operands.length} are named; give one.`);
  const typed = values.get('format')?.at(-1) ?? 'txt';
  const format = FORMATS.find((one) => one === typed.toLowerCase());
  if (format === undefined) {
    problems.push(`format: there is no “${typed.slice(0, 60)}”; write ${FORMATS.join(', ')}.`);
  }
  if (source === undefined || format === undefined || problems.length > 0) {
    throw new Problem('invalid-input', 'What was asked for cannot be understood.', problems);
  }
  return { source, format };
}

async function readText(source: string): Promise<string> {
  const name = source === '-' ? 'standard input' : source;
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of source === '-' ? process.stdin : createReadStream(source)) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > MOST_BYTES) {
        throw new Problem('invalid-input', `${name} is too long to be checked at once.`, [
          'FILE: give at most 50,000 characters.',
        ]);
      }
    }
  } catch (error) {
    throw explainReadFailure(error, name);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Problem('invalid-input', `${name} is no plain text in UTF-8.`, [
      'FILE: save it as plain text first; a PDF or a document of a word processor cannot be read.',
    ]);
  }
}

function render(check: QuoteCheck, format: QuoteFormat): string {
  return format === 'txt' ? describe(check) : renderQuotes(check, format);
}

function describe(check: QuoteCheck): string {
  return `${describeChecked(check)}\n${check.sentences.map(describeSentence).join('')}`;
}

function describeSentence(checked: CheckedSentence, i: number): string {
  const { sentence, nearest } = checked;
  const text =
    nearest === null ? sentence.text.replace(/\s+/gu, ' ') : nearest.pieces.map(showPiece).join(' ');
  return `\n${i + 1}. ${describeVerdict(checked)}\n   ${text}\n`;
}

/** As wdiff marks what two texts do not share. */
function showPiece({ kind, text }: QuotePiece): string {
  if (kind === 'same') return text;
  return kind === 'pasted' ? `[-${text}-]` : `{+${text}+}`;
}
