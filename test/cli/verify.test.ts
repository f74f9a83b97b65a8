import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { type CapturedRun, run } from './captured-run.ts';
import { searchSample } from './searched-sample.ts';

const FORMATS = ['txt', 'md', 'html', 'json', 'csv', 'jsonl'] as const;
const sample = searchSample();
const files = new Map<string, string>();

interface Verified {
  readonly verified: boolean;
  readonly format: string;
  readonly claims: {
    readonly sameLibrary: boolean;
    readonly reports: readonly { readonly held: string }[];
  } | null;
  readonly passages: readonly {
    readonly address: string;
    readonly verdict: string;
    readonly pieces: readonly { readonly kind: string; readonly text: string }[] | null;
  }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly sentences: readonly { readonly text: string; readonly verdict: string }[];
}

beforeAll(async () => {
  const asked = ['--years', '2022,2023', '--sections', 'all', '--areas', 'all', '--library', sample.library];
  for (const format of FORMATS) {
    const { out } = await run('report', ...asked, '--format', format);
    files.set(format, out);
  }
});

function verify(
  name: string,
  content: string | Uint8Array,
  ...more: readonly string[]
): Promise<CapturedRun> {
  const path = join(sample.library, name);
  writeFileSync(path, content);
  return run('verify', path, '--library', sample.library, ...more);
}

async function verifyJson(
  name: string,
  content: string | Uint8Array,
): Promise<Verified & { exitCode: number }> {
  const { exitCode, out, said } = await verify(name, content, '--json');
  expect(said).toEqual([]);
  return { exitCode, ...JSON.parse(out) };
}

/** A passage of 2023 that no format has to write in another way, and that stands in it once. */
function plainText(least: number): string {
  const found = sample.texts.find(
    ({ edition, text }) =>
      edition === 2023 &&
      text.length >= least &&
      !/[^\w ,.;’“”-]/u.test(text) &&
      /\b[a-z]{7,}(?= [a-z]+ [a-z]+)/.test(text) &&
      sample.texts.filter((one) => one.edition !== 2024 && one.text === text).length === 1,
  );
  if (found === undefined) throw new Error('The sample has no plain passage.');
  return found.text;
}

/** A sentence of the sample, and one word of it made another. */
function changeWord(text: string): { readonly from: string; readonly to: string } {
  const [from = ''] = /\b[a-z]{7,}(?= [a-z]+ [a-z]+)/.exec(text) ?? [];
  return { from, to: 'perhaps' };
}

describe.each(FORMATS)('a report in %s', (format) => {
  test('stands word for word, every passage of it, and nothing else is in it', async () => {
    const result = await verifyJson(`report.${format}`, files.get(format) ?? '');
    expect(result.passages.filter(({ verdict }) => verdict !== 'stands')).toEqual([]);
    expect(result.sentences.filter(({ verdict }) => verdict !== 'verbatim')).toEqual([]);
    expect([result.exitCode, result.verified, result.format]).toEqual([0, true, format]);
    expect(result.passages.length).toBeGreaterThan(20);
  });

  test('differs where a word of it was changed, and both words are shown', async () => {
    const text = plainText(100);
    const { from, to } = changeWord(text);
    expect(from).not.toBe('');
    const forged = (files.get(format) ?? '').replaceAll(text, text.replace(from, to));
    expect(forged).not.toBe(files.get(format));
    const result = await verifyJson(`forged.${format}`, forged);
    expect([result.exitCode, result.verified]).toEqual([4, false]);
    const differing = result.passages.filter(({ verdict }) => verdict === 'differs');
    expect(differing.length).toBeGreaterThan(0);
    const pieces = differing[0]?.pieces ?? [];
    expect(pieces.some(({ kind, text: one }) => kind === 'pasted' && one.includes(to))).toBe(true);
    expect(pieces.some(({ kind, text: one }) => kind === 'report' && one.includes(from))).toBe(true);
  });
});

test.each(['txt', 'md', 'html'])(
  'a paragraph put into a report in %s is found in no report',
  async (format) => {
    const forged =
      'The minister ordered the closing of every bakery in the northern valley without giving reasons.';
    const whole = files.get(format) ?? '';
    const text = plainText(100);
    const mark = format === 'html' ? '</p>\n' : '\n\n';
    const at = whole.indexOf(mark, whole.indexOf(text)) + mark.length;
    const added = format === 'html' ? `<p>${forged}</p>\n` : `${forged}\n\n`;
    const result = await verifyJson(`added.${format}`, whole.slice(0, at) + added + whole.slice(at));
    expect(result.exitCode).toBe(4);
    expect(result.sentences).toContainEqual(expect.objectContaining({ text: forged, verdict: 'not-found' }));
  },
);

test('a report with a passage cut out of it says which is missing', async () => {
  const text = plainText(100);
  const result = await verifyJson('cut.txt', (files.get('txt') ?? '').replaceAll(`${text}\n`, ''));
  expect(result.exitCode).toBe(4);
  expect(result.counts.missing).toBeGreaterThan(0);
});

test('a forged digest, an address that is not there and another library version are told', async () => {
  const whole = JSON.parse(files.get('json') ?? '');
  whole.library.version = 'ffffffffffff';
  whole.verification.library = 'ffffffffffff';
  whole.verification.reports[0].address = '2022/zza@ffffffffffff';
  whole.reports[0].sections.at(-1).passages[0].address = '2022/zza#9.z:7';
  const { exitCode, out } = await verify('strange.json', JSON.stringify(whole));
  expect(exitCode).toBe(4);
  expect(out).toContain('Made from library version ffffffffffff; this is');
  expect(out).toContain('2022/zza');
  expect(out).toContain('Not in this library');
  const text = files.get('txt') ?? '';
  const digest = /"executive-summary":\{"1":"([0-9a-f]{16})"/.exec(text)?.[1] ?? '';
  const forged = await verify('digest.txt', text.replace(digest, '0'.repeat(16)));
  expect(forged.exitCode).toBe(4);
  expect(forged.out).toContain('The digest that the file names is not that of the passage.');
});

test('a brief that says nothing of itself is looked at sentence by sentence', async () => {
  const text = plainText(60);
  const good = await verifyJson('brief.txt', `${text}\n`);
  expect([good.exitCode, good.claims, good.sentences[0]?.verdict]).toEqual([0, null, 'verbatim']);
  const { out, exitCode } = await verify(
    'brief.txt',
    `${text}\n\nNo report has ever had this sentence about purple submarines.\n`,
  );
  expect(exitCode).toBe(4);
  expect(out).toContain('In no report of this library');
});

describe('documents of other programs', () => {
  const text = (): string => files.get('txt') ?? '';

  test('a Word document with the text of a report stands, however its runs are cut', async () => {
    const document = new Document({
      sections: [
        {
          children: text()
            .split('\n')
            .map(
              (line) =>
                new Paragraph({
                  children: [new TextRun(line.slice(0, 7)), new TextRun({ text: line.slice(7), bold: true })],
                }),
            ),
        },
      ],
    });
    const bytes = new Uint8Array(await Packer.toBuffer(document));
    const result = await verifyJson('report.docx', bytes);
    expect(result.passages.filter(({ verdict }) => verdict !== 'stands')).toEqual([]);
    expect([result.exitCode, result.format]).toEqual([0, 'docx']);
    expect(result.passages.length).toBeGreaterThan(20);
  });

  test('an EPUB with a web page of ours in it stands', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('application/epub+zip'), 'mimetype', { compress: false });
    zip.addBuffer(Buffer.from('<container/>'), 'META-INF/container.xml');
    zip.addBuffer(Buffer.from(toXhtml(files.get('html') ?? '')), 'EPUB/report.xhtml');
    zip.end();
    const parts: Buffer[] = [];
    for await (const part of zip.outputStream) parts.push(Buffer.from(part));
    const result = await verifyJson('report.epub', Buffer.concat(parts));
    expect(result.passages.filter(({ verdict }) => verdict !== 'stands')).toEqual([]);
    expect([result.exitCode, result.format]).toEqual([0, 'epub']);
  });
});

describe('a PDF', () => {
  // Typst sets the lines anew, and knows nothing of us.
  const setPdf = (text: string, attached: string | null): Uint8Array => {
    const paragraphs = text.split('\n').filter((line) => line !== '');
    const attach =
      attached === null
        ? ''
        : `#pdf.attach("variorum-verification.json", bytes(${JSON.stringify(attached)}))\n`;
    const source = `#set document(date: none)\n#set page(paper: "us-letter", header: [Exhibit of the party], numbering: "1")\n${attach}${paragraphs
      .map((line) => `#text(${JSON.stringify(line)})`)
      .join('\n\n')}`;
    const made = NodeCompiler.create().pdf({ mainFileContent: source });
    return new Uint8Array(made);
  };
  const split = (): { readonly text: string; readonly claims: string } => {
    const whole = files.get('txt') ?? '';
    const at = whole.lastIndexOf('{"kind":"variorum-verification"');
    return { text: whole.slice(0, at), claims: whole.slice(at).trim() };
  };

  test('stands, however its lines and pages are broken, by the data attached to it', async () => {
    const { text, claims } = split();
    const result = await verifyJson('report.pdf', setPdf(text, claims));
    expect([result.format, result.claims?.sameLibrary]).toEqual(['pdf', true]);
    expect(result.passages.length).toBeGreaterThan(20);
    expect(result.passages.filter(({ verdict }) => verdict !== 'stands')).toEqual([]);
  });

  test('the data is found too where it is printed at the end, over several lines', async () => {
    const { text, claims } = split();
    const printed = claims.match(/.{1,70}/g)?.join('\n') ?? '';
    const result = await verifyJson('printed.pdf', setPdf(text + printed, null));
    expect(result.claims?.sameLibrary).toBe(true);
    expect(result.passages.filter(({ verdict }) => verdict !== 'stands')).toEqual([]);
  });

  test('differs where a word was changed, and says which', async () => {
    const { text, claims } = split();
    const passage = plainText(100);
    const { from, to } = changeWord(passage);
    const result = await verifyJson(
      'forged.pdf',
      setPdf(text.replaceAll(passage, passage.replace(from, to)), claims),
    );
    expect(result.exitCode).toBe(4);
    const odd = result.passages.filter(({ verdict }) => verdict !== 'stands');
    expect(odd.map(({ verdict }) => verdict)).toEqual(['differs']);
    expect(odd[0]?.pieces?.some(({ kind, text: one }) => kind === 'pasted' && one.includes(to))).toBe(true);
  });
});

function toXhtml(html: string): string {
  return html.replace(/<meta ([^>]*)>/g, '<meta $1/>');
}

describe('a file that cannot be read', () => {
  const bomb = async (): Promise<Uint8Array> => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.alloc(150_000_000), 'word/document.xml');
    zip.end();
    const parts: Buffer[] = [];
    for await (const part of zip.outputStream) parts.push(Buffer.from(part));
    return Buffer.concat(parts);
  };

  test.each<readonly [string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['bomb.docx', bomb, 'grows beyond all measure'],
    ['cut.docx', async () => (await bomb()).slice(0, 5000), 'damaged'],
    ['broken.pdf', () => Buffer.from('%PDF-1.7\nnothing of the kind'), 'The PDF is damaged'],
    ['picture.png', () => Buffer.from([0x89, 0x50, 0xff, 0xfe, 0, 1]), 'is of no kind that can be read'],
    ['cut.json', () => Buffer.from('{"reports":[{"edition":20'), 'is no JSON'],
    ['table.csv', () => Buffer.from('a,b\r\n1,2\r\n'), 'no columns'],
  ])('%s is refused in plain words', async (name, make, says) => {
    const { exitCode, said, out } = await verify(name, await make());
    expect([exitCode, out]).toEqual([4, '']);
    expect(said.join('\n')).toContain(says);
    expect(said.join('\n')).not.toMatch(/\bat \S+\.ts:/);
  });

  test('one that is not there, and none', async () => {
    expect((await run('verify', 'nowhere.pdf', '--library', sample.library)).exitCode).toBe(3);
    expect((await run('verify', '--library', sample.library)).exitCode).toBe(2);
  });

  test('deeply nested JSON and endless markup end soon', async () => {
    const nested = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    expect((await verify('nested.json', nested)).exitCode).toBe(0);
    expect((await verify('markup.md', '['.repeat(200_000))).exitCode).toBe(0);
    expect((await verify('tags.html', '<p>'.repeat(100_000))).exitCode).toBe(0);
  });
});

test('the file itself is left as it is', async () => {
  const path = join(sample.library, 'kept.txt');
  writeFileSync(path, files.get('txt') ?? '');
  await run('verify', path, '--library', sample.library);
  expect(readFileSync(path, 'utf8')).toBe(files.get('txt'));
});
