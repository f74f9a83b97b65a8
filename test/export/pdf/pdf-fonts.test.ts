import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { loadPdfFonts } from '../../../src/export/pdf/pdf-fonts.ts';
import { createTypst, loadTypst } from '../../../src/export/pdf/typst-compiler.ts';
import { typstString } from '../../../src/export/pdf/typst-text.ts';

describe('the fonts of a PDF', () => {
  it('have the letters of names in Latin, Greek, Cyrillic, Hebrew and Arabic script, and the signs of the reports', () => {
    expect(
      loadPdfFonts().findUncovered(
        'Łódź Çeşme İğdır Ṭạ Șt ʻ ‛ ‑ ‒ – — … € £ × ´ Αθήνα Москва שלום ֿ مرحبا\u00ad\u200e\u202c',
      ),
    ).toEqual([]);
  });

  it('do not have Chinese, which is said', () => {
    expect(loadPdfFonts().findUncovered('北 and 北')).toEqual(['北']);
    expect(() => loadTypst().set(`#${typstString('北')}`)).toThrow(
      expect.objectContaining({
        kind: 'tool-missing',
        details: [expect.stringContaining('“北” (U+5317)'), expect.anything()],
      }),
    );
  });

  it('that are missing are named, every one', () => {
    const resolve = (path: string): string => {
      if (path.includes('hebrew') || path.includes('vazirmatn')) throw new Error('not there');
      return createRequire(import.meta.url).resolve(path);
    };
    expect(() => loadPdfFonts(resolve)).toThrow(
      expect.objectContaining({
        kind: 'tool-missing',
        details: [expect.stringContaining('Hebrew'), expect.stringContaining('Vazirmatn'), expect.anything()],
      }),
    );
  });
});

describe('Typst', () => {
  it('that cannot be loaded is said to be missing, with the reason', () => {
    expect(() =>
      createTypst(loadPdfFonts(), () => {
        throw new Error('Cannot find native binding');
      }),
    ).toThrow(
      expect.objectContaining({
        kind: 'tool-missing',
        details: [expect.stringContaining('Cannot find native binding'), expect.anything()],
      }),
    );
  });

  it('that fails says why, and gives no file', () => {
    expect(() => loadTypst().set('#panic("a reason")')).toThrow(
      expect.objectContaining({
        kind: 'tool-missing',
        details: [expect.stringContaining('a reason'), expect.anything()],
      }),
    );
    const untitled = loadTypst().set('= A heading');
    expect(() => untitled.toPdf()).toThrow(
      expect.objectContaining({ details: [expect.stringContaining('title'), expect.anything()] }),
    );
  });
});

describe('a text on its way into Typst', () => {
  it('is a literal in which nothing is markup, code or a control', () => {
    expect(typstString('a "b" \\ #c\nd\u0000\ud800')).toBe('"a \\"b\\" \\\\ #c\\nd\\u{fffd}\\u{fffd}"');
  });
});
