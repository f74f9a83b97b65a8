import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { Problem } from '../../domain/problem.ts';
import { loadPdfFonts, type PdfFonts } from './pdf-fonts.ts';

/** A document that has been set, page by page. */
export interface SetDocument {
  readonly pages: number;
  /** The values of all `metadata` with that label, in the order of the document. */
  query(label: string): readonly unknown[];
  /** Tagged, and checked against PDF/UA-1 (ISO 14289-1). */
  toPdf(): Uint8Array;
}

/** Sets Typst sources. Fonts and compiler are loaded once a thread. */
export interface TypstSetter {
  readonly fonts: PdfFonts;
  /** @throws Problem tool-missing if a character has no font, or with the reason of Typst if it fails */
  set(source: string): SetDocument;
}

let loaded: TypstSetter | null = null;

/** @throws Problem tool-missing if the compiler or a font cannot be loaded */
export function loadTypst(): TypstSetter {
  loaded ??= createTypst(loadPdfFonts(), () => createRequire(import.meta.url)(PACKAGE));
  return loaded;
}

const PACKAGE = '@myriaddreamin/typst-ts-node-compiler';

type TypstPackage = typeof import('@myriaddreamin/typst-ts-node-compiler');

/** @param load gives the compiler's package; throws where the machine has none for its processor */
export function createTypst(fonts: PdfFonts, load: () => TypstPackage): TypstSetter {
  const compiler = createCompiler(fonts, load);
  return {
    fonts,
    set(source) {
      refuseUncovered(source, fonts);
      const made = compiler.compile({ mainFileContent: source });
      const document = made.result;
      if (document === null) throw explain(made.takeDiagnostics()?.shortDiagnostics ?? []);
      return {
        pages: document.numOfPages,
        query: (label) => compiler.query(document, { selector: `<${label}>`, field: 'value' }) as unknown[],
        toPdf: () => toPdf(compiler, document),
      };
    },
  };
}

function createCompiler(fonts: PdfFonts, load: () => TypstPackage): NodeCompiler {
  try {
    return load().NodeCompiler.create({
      // A folder must be named; nothing is read from it, for a source names no files.
      workspace: tmpdir(),
      fontArgs: [{ fontBlobs: [...fonts.files] }],
    });
  } catch (error) {
    throw new Problem(
      'tool-missing',
      'PDF cannot be made here, for Typst, which sets it, cannot be loaded.',
      [
        `The package ${PACKAGE} says: ${describe(error).slice(0, 300)}`,
        'It has ready-made programs for Linux, macOS and Windows; run npm ci in the program’s folder to put it back.',
      ],
    );
  }
}

function toPdf(compiler: NodeCompiler, document: NodeTypstDocument): Uint8Array {
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1', pdfTags: true });
  } catch (error) {
    throw explain([error]);
  } finally {
    // What is remembered of a document helps only when the same one is set again, and takes much memory.
    compiler.evictCache(0);
  }
}

function refuseUncovered(source: string, fonts: PdfFonts): void {
  const uncovered = fonts.findUncovered(source);
  if (uncovered.length === 0) return;
  const shown = uncovered.slice(0, 12).map((character) => `“${character}” (${codeOf(character)})`);
  throw new Problem(
    'tool-missing',
    'No PDF was made, for there is no font here that has all its characters.',
    [
      `Without a font: ${shown.join(', ')}${uncovered.length > 12 ? ` and ${uncovered.length - 12} more` : ''}.`,
      'The fonts at hand have the Latin, Greek, Cyrillic, Hebrew and Arabic scripts. HTML, Word and plain text can hold any character.',
    ],
  );
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function explain(diagnostics: readonly unknown[]): Problem {
  return new Problem(
    'tool-missing',
    'No PDF was made, for Typst, which sets it, could not set this document.',
    [
      `Typst says: ${diagnostics.map(describe).join('; ').slice(0, 1_000) || 'nothing'}`,
      'This is a fault of the program; the same is to be had as HTML, Word or plain text.',
    ],
  );
}

function describe(value: unknown): string {
  if (value instanceof Error) return value.message;
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}
