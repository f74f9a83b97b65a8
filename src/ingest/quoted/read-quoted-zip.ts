import { Parser } from 'htmlparser2';
import { fromBuffer, type ZipFile } from 'yauzl';
import { Problem } from '../../domain/problem.ts';
import { type CitedText, MOST_TEXT, type QuotedFile, type QuotedFormat } from './quoted-file.ts';
import { parseClaims, readQuotedHtml } from './read-quoted-html.ts';
import { takeClaims } from './read-quoted-text.ts';

/** No document of ours has nearly as many files. */
const MOST_ENTRIES = 20_000;

/** So much is unpacked of one document, in bytes; a bomb is stopped there. */
const MOST_BYTES = 200_000_000;

const WORD_TEXT = /^word\/(document|footnotes|endnotes)\.xml$/;
const EPUB_TEXT = /\.x?html?$/i;
const CLAIMS_FILE = /(^|\/)variorum-verification\.json$/;

/**
 * A document of a word processor, or an e-book.
 * @throws Problem unreadable-page if it is neither, damaged, encrypted or grows beyond all measure
 */
export async function readQuotedZip(bytes: Uint8Array): Promise<QuotedFile> {
  const files = await unzip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const claimsFile = [...files].find(([name]) => CLAIMS_FILE.test(name))?.[1];
  const isWord = files.has('word/document.xml');
  if (!isWord && !files.has('META-INF/container.xml')) {
    throw new Problem('unreadable-page', 'This is a zip file, but neither a Word document nor an EPUB.');
  }
  const read = [...files]
    .filter(([name]) => (isWord ? WORD_TEXT : EPUB_TEXT).test(name))
    .map(([, text]) =>
      isWord ? { ...readWord(text), cited: [], claims: null } : readQuotedHtml(text, true),
    );
  const cited: CitedText[] = read.flatMap((one) => one.cited);
  const inText = takeClaims(read.flatMap(({ blocks }) => blocks));
  const claims =
    claimsFile === undefined
      ? (read.find((one) => one.claims !== null)?.claims ?? inText.claims)
      : parseClaims(claimsFile);
  const format: QuotedFormat = isWord ? 'docx' : 'epub';
  return { format, cited, blocks: inText.blocks, claims };
}

/**
 * Paragraphs of WordprocessingML: the text that is shown; what was deleted stands in other elements. A paragraph of a
 * redline is two: without the words underlined twice, which only the newer text has, and without those struck through.
 */
function readWord(xml: string): { readonly blocks: readonly string[] } {
  const blocks: string[] = [];
  let older = '';
  let newer = '';
  let isOld = false;
  let isNew = false;
  let inText = false;
  const add = (text: string): void => {
    if (!isNew) older += text;
    if (!isOld) newer += text;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'w:t') inText = true;
        if (name === 'w:r') [isOld, isNew] = [false, false];
        if (name === 'w:strike' && attributes['w:val'] !== 'false') isOld = true;
        if (name === 'w:u' && attributes['w:val'] === 'double') isNew = true;
        if (name === 'w:tab' || name === 'w:br' || name === 'w:cr') add(' ');
        if (name === 'w:noBreakHyphen') add('\u2011');
      },
      ontext(part) {
        if (inText) add(part);
      },
      onclosetag(name) {
        if (name === 'w:t') inText = false;
        if (name !== 'w:p') return;
        for (const text of new Set([older.trim(), newer.trim()])) if (text !== '') blocks.push(text);
        [older, newer] = ['', ''];
        [isOld, isNew] = [false, false];
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  return { blocks };
}

function unzip(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const fail = (detail: string): void =>
      reject(new Problem('unreadable-page', `The document cannot be read: ${detail}.`));
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip?: ZipFile) => {
      if (zip === undefined) return fail(`it is damaged (${error?.message ?? 'unknown'})`);
      const files = new Map<string, string>();
      let unpacked = 0;
      let entries = 0;
      zip.on('error', () => fail('it is damaged'));
      zip.on('end', () => resolve(files));
      zip.on('entry', (entry) => {
        entries += 1;
        const { fileName, uncompressedSize } = entry;
        if (entries > MOST_ENTRIES) return fail('it has more files in it than any report');
        const wanted = WORD_TEXT.test(fileName) || EPUB_TEXT.test(fileName) || /\.(xml|json)$/.test(fileName);
        if (!wanted || /\/media\//.test(fileName)) return zip.readEntry();
        unpacked += uncompressedSize;
        if (unpacked > MOST_BYTES || unpacked > MOST_TEXT)
          return fail('it grows beyond all measure when unpacked');
        if ((entry.generalPurposeBitFlag & 1) === 1) return fail('it is encrypted');
        zip.openReadStream(entry, (failed, stream) => {
          if (stream === undefined) return fail(`it is damaged (${failed?.message ?? 'unknown'})`);
          const parts: Buffer[] = [];
          stream.on('error', () => fail('it is damaged'));
          stream.on('data', (part: Buffer) => parts.push(part));
          stream.on('end', () => {
            files.set(fileName, Buffer.concat(parts).toString('utf8'));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}
