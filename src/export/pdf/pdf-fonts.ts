import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Problem } from '../../domain/problem.ts';
import { readFontCoverage } from './font-coverage.ts';

/** In the order in which Typst looks a character up. */
export const FONT_FAMILIES = ['Source Serif 4', 'Noto Serif', 'Noto Sans Hebrew', 'Vazirmatn'] as const;

/**
 * Typst reads TrueType and OpenType files and no WOFF. Source Serif 4 has Latin, Greek and Cyrillic letters; Noto Serif
 * fills its few gaps; the other two are for names and notes in Hebrew and Arabic. The Noto fonts draw Arabic letters in
 * pieces, which are read back twice; Vazirmatn does not. All under the SIL Open Font License.
 */
const FILES = [
  'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'source-serif-4/700Bold/SourceSerif4_700Bold.ttf',
  'source-serif-4/700Bold_Italic/SourceSerif4_700Bold_Italic.ttf',
  'noto-serif/400Regular/NotoSerif_400Regular.ttf',
  'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  'vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
];

export interface PdfFonts {
  readonly files: readonly Buffer[];
  /** The characters of a text that none of the fonts can draw, each once. */
  findUncovered(text: string): readonly string[];
}

/**
 * Reads the fonts.
 * @param resolve finds a file of a package
 * @throws Problem tool-missing, naming every font that is not there or cannot be read
 */
export function loadPdfFonts(
  resolve: (path: string) => string = createRequire(import.meta.url).resolve,
): PdfFonts {
  const files: Buffer[] = [];
  const missing: string[] = [];
  const covered = new Set<number>();
  for (const name of FILES) {
    try {
      const file = readFileSync(resolve(`@expo-google-fonts/${name}`));
      for (const code of readFontCoverage(file)) covered.add(code);
      files.push(file);
    } catch {
      missing.push(`The font file @expo-google-fonts/${name} is missing or cannot be read.`);
    }
  }
  if (missing.length > 0) {
    throw new Problem('tool-missing', 'PDF cannot be made here, for fonts are missing.', [
      ...missing,
      'Run npm ci in the program’s folder to put them back.',
    ]);
  }
  return { files, findUncovered: (text) => findUncovered(text, covered) };
}

function findUncovered(text: string, covered: ReadonlySet<number>): string[] {
  const uncovered = new Set<string>();
  // A pattern finds the few characters in question sooner than a loop over all.
  for (const [character] of text.matchAll(/[^\0-~]/gu)) {
    if (covered.has(character.codePointAt(0) ?? 0) || NEVER_DRAWN.test(character)) continue;
    uncovered.add(character);
  }
  return [...uncovered];
}

/** Characters that steer and have no shape (Unicode, Default_Ignorable_Code_Point), and those drawn as another. */
const NEVER_DRAWN = /\p{Default_Ignorable_Code_Point}|[\u2028\u2029\ufffd]/u;
