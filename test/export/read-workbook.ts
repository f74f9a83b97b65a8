import { parseDocument } from 'htmlparser2';
import { fromBuffer, type ZipFile } from 'yauzl';

/**
 * Reads a workbook by what ECMA-376 says, with nothing of what wrote it: every sheet's rows of texts.
 * @throws Error for a cell that is not a text, or has a formula
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Map<string, string[][]>> {
  const files = await unzip(Buffer.from(bytes));
  const get = (name: string): string => {
    const text = files.get(name);
    if (text === undefined) throw new Error(`The workbook has no ${name}.`);
    return text;
  };
  const strings = files.has('xl/sharedStrings.xml')
    ? find(get('xl/sharedStrings.xml'), 'si').map((item) => textOf(item))
    : [];
  const targets = new Map(
    find(get('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attribs }) => [
      attribs.Id,
      attribs.Target ?? '',
    ]),
  );
  const sheets = new Map<string, string[][]>();
  for (const { attribs } of find(get('xl/workbook.xml'), 'sheet')) {
    const target = (targets.get(attribs['r:id']) ?? '').replace(/^\/?xl\//, '');
    const rows = find(get(`xl/${target}`), 'row').map((row) =>
      elements(row, 'c').map((cell) => {
        if (elements(cell, 'f').length > 0) throw new Error('A cell has a formula.');
        const type = cell.attribs.t;
        if (type === 's') return unescapeText(strings[Number(textOf(cell))] ?? '');
        if (type === 'inlineStr') return unescapeText(textOf(cell));
        if (elements(cell, 'v').length === 0) return '';
        throw new Error(`A cell is no text but ${type ?? 'a number'}.`);
      }),
    );
    sheets.set(attribs.name ?? '', rows);
  }
  return sheets;
}

/** ST_Xstring: `_x0041_` is the character of that code. */
function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

interface Tree {
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
  readonly children: readonly unknown[];
}

function find(xml: string, name: string): Tree[] {
  return elements(parseDocument(xml, { xmlMode: true }) as unknown as Tree, name);
}

function elements(node: Tree, name: string): Tree[] {
  return node.children.flatMap((child) => {
    if (!isTree(child)) return [];
    return child.name === name ? [child] : elements(child, name);
  });
}

function isTree(node: unknown): node is Tree {
  return typeof node === 'object' && node !== null && 'attribs' in node && 'children' in node;
}

function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('data' in node && typeof node.data === 'string') return node.data;
  return isTree(node) ? node.children.map(textOf).join('') : '';
}

function unzip(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip?: ZipFile) => {
      if (zip === undefined) return reject(error);
      const files = new Map<string, string>();
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (stream === undefined) return reject(failed);
          const parts: Buffer[] = [];
          stream.on('data', (part: Buffer) => parts.push(part));
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(parts).toString('utf8'));
            zip.readEntry();
          });
        });
      });
      zip.on('end', () => resolve(files));
      zip.on('error', reject);
      zip.readEntry();
    });
  });
}
