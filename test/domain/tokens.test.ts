import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { tokenise, tokenWords } from '../../src/domain/tokens.ts';

describe('the words of a text', () => {
  it('are lower case, without diacritics, and cut at whatever is no letter or digit', () => {
    expect(tokenWords('Türkiye’s “Côte d’Ivoire”: 3,000 anti-Semitic e\u0301tats, N°5.')).toEqual([
      'turkiye',
      's',
      'cote',
      'd',
      'ivoire',
      '3',
      '000',
      'anti',
      'semitic',
      'etats',
      'n',
      '5',
    ]);
    expect(tokenWords(' – … !')).toEqual([]);
  });

  it('stand where the text has them', () => {
    const text = 'An e\u0301tat, 😀 Ünal.';
    const tokens = tokenise(text);
    expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(['An', 'e\u0301tat', 'Ünal']);
    expect(tokens.map(({ word }) => word)).toEqual(tokenWords(text));
  });

  it('stay as they are when cut again', () => {
    for (let code = 1; code < 0x3000; code += 1) {
      const words = tokenWords(`a${String.fromCodePoint(code)}b`);
      expect(tokenWords(words.join('-')), code.toString(16)).toEqual(words);
    }
  });
});

/** Scripts that are written today and that a quotation could hold; a letter that came with a later Unicode is not theirs. */
const SCRIPTS = [
  [0x20, 0x17f],
  [0x180, 0x24f],
  [0x300, 0x3ff],
  [0x400, 0x52f],
  [0x531, 0x589],
  [0x591, 0x5f4],
  [0x620, 0x6ff],
  [0x900, 0x97f],
  [0xe00, 0xe7f],
  [0x10d0, 0x10ff],
  [0x1100, 0x11ff],
  [0x1e00, 0x1e9a],
  [0x1ea0, 0x1ef9],
  [0x2000, 0x2065],
  [0x206a, 0x20c0],
  [0x3040, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
] as const;

/** Of them, letters that FTS5’s older tables fold or leave in their own way. */
const KNOWN = new Set([
  0x1e0, 0x1e1, 0x37f, 0x3d0, 0x3d1, 0x3d5, 0x3d6, 0x3f0, 0x3f1, 0x3f5, 0x528, 0x52a, 0x52c, 0x52e,
]);

describe('each character of the living scripts', () => {
  it('is cut and folded as by FTS5', () => {
    const codes = SCRIPTS.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, i) => first + i),
    ).filter((code) => !KNOWN.has(code));
    const text = (code: number): string => `a${String.fromCodePoint(code)}b ${String.fromCodePoint(code)}z`;
    const cut = cutByFts5(codes.map(text));
    const different = codes.filter((code, i) => cut[i]?.join(' ') !== tokenWords(text(code)).join(' '));
    expect(different.map((code) => code.toString(16))).toEqual([]);
  });
});

/** The words of each text, in order. */
function cutByFts5(texts: readonly string[]): string[][] {
  const database = new Database(':memory:');
  database.exec(
    `CREATE VIRTUAL TABLE cut USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2');
     CREATE VIRTUAL TABLE place USING fts5vocab (cut, instance)`,
  );
  const insert = database.prepare('INSERT INTO cut (rowid, text) VALUES (?, ?)');
  for (const [i, text] of texts.entries()) insert.run(i, text);
  const words = texts.map((): string[] => []);
  const rows = database.prepare<[], [doc: number, word: string]>(
    'SELECT doc, term FROM place ORDER BY doc, offset',
  );
  for (const [doc, word] of rows.raw().iterate()) words[doc]?.push(word);
  database.close();
  return words;
}
