import type { DifferenceMarks } from '../mark-difference.ts';
import { typstString } from './typst-text.ts';

/**
 * Words gone struck through, new words underlined and bold: a printer without colours keeps both. A marked text is code
 * of statements that each give content, to be put between braces.
 */
export const TYPST_MARKS: DifferenceMarks = {
  plain: (text) => (text === '' ? '' : `${typstString(text)};`),
  removed: (text) => `gone(${typstString(text)});`,
  added: (text) => `new(${typstString(text)});`,
};

/** What is read of a marked text: one piece of code that gives content. */
export function typstMarkedUp(statements: string): string {
  return `{${statements}[]}`;
}

/** The functions that draw the marks. */
export const DIFFERENCE_PRELUDE = `#let gone(t)=strike(stroke:0.7pt,text(fill:luma(60),t))
#let new(t)=underline(stroke:0.7pt,offset:1.6pt,strong(t))
`;

/** How the marks are to be read; `gone` and `new` are drawn as they are in the text. */
export const PDF_LEGEND =
  '#par({"Marks: ";gone("words that only the older report has");" are struck through; ";new("words that only the newer report has");" are underlined and bold; all else stands in both. Signs in the margin: − removed, + added, ± reworded, → moved."})\n';
