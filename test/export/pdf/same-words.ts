import { expect } from 'vitest';
import { formatReportId } from '../../../src/domain/address.ts';
import type { Paper } from '../../../src/domain/paper.ts';
import type { GatheredPublication } from '../../../src/domain/publication.ts';
import { headingText } from '../../../src/export/front-matter.ts';
import { findTokens, readBody, tokenise } from './pdf-reader.ts';

/** A PDF of one report has, behind what is said of it, its headings, addresses and passages, word for word and no more. */
export function expectSameWords(pdf: Uint8Array, { excerpts }: GatheredPublication, paper?: Paper): void {
  const [excerpt] = excerpts;
  if (excerpt === undefined || excerpts.length > 1) throw new Error('One report at a time.');
  const id = formatReportId(excerpt.report);
  const expected = excerpt.sections.flatMap(({ section, passages }) => [
    ...tokenise(headingText(section).trim() || section.key),
    ...(passages.length === 0 ? [] : tokenise(`${id}#${section.key}`)),
    ...passages.flatMap(({ kind, text }) => tokenise(kind === 'list-item' ? `• ${text}` : text)),
  ]);
  const all = dropFootnote(tokenise(readBody(pdf, paper)));
  const said = tokenise('In this document:');
  const end = findTokens(all, tokenise('How to verify this document SHA'), findTokens(all, said));
  const start = all.indexOf('.', findTokens(all, said)) + 1;
  expect(all.slice(start, end)).toEqual(expected);
}

/** The one footnote may stand between two halves of a passage. */
function dropFootnote(all: readonly string[]): string[] {
  const start = findTokens(all, tokenise('1US Department of State, Bureau of'));
  if (start === -1) return [...all];
  const end =
    findTokens(all, tokenise('of the captured bytes:'), start) + tokenise('of the captured bytes:').length;
  // The hash and the full stop behind it.
  const behind = all.indexOf('.', end) + 1;
  return [...all.slice(0, start), ...all.slice(behind)];
}
