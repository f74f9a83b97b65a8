import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import { formatReportId } from '../domain/address.ts';
import type { Excerpt, Publication } from '../domain/publication.ts';
import { startVerification } from '../domain/verification.ts';
import {
  formatNumbers,
  headingText,
  listExcerptFacts,
  listFrontMatter,
  NOTHING_FOUND,
  WHAT_IT_IS,
} from './front-matter.ts';

const RULE = '='.repeat(72);

/**
 * Plain text: a head, then each report with its facts, its headings and its paragraphs. A paragraph is one line
 * as it is held, and one empty line stands between paragraphs; nothing else stands among them. Their addresses
 * follow each report, and the last line tells programs what is quoted here.
 */
export async function* renderTxt(publication: Publication): AsyncGenerator<string> {
  yield renderHead(publication);
  const notes = startVerification(publication);
  for await (const excerpt of publication.readExcerpts()) {
    notes.add(excerpt);
    yield renderExcerpt(excerpt);
  }
  yield `\n${RULE}\nFor programs, to verify this report: ${JSON.stringify(notes.finish())}\n`;
}

function renderHead(publication: Publication): string {
  let text = `${publication.description.title}\n\n${WHAT_IT_IS}\n\n`;
  for (const { label, value } of listFrontMatter(publication)) text += `${label}: ${value}\n`;
  if (publication.contents.length === 0) text += `\n${NOTHING_FOUND}\n`;
  if (publication.gapGroups.length > 0) {
    text += `\nAsked for and not here\n`;
    for (const { heading, lines } of publication.gapGroups) {
      text += `\n${heading}\n`;
      for (const line of lines) text += `- ${line.text}\n`;
    }
    text += `\n${ABSENCE_NOTE}\n`;
  }
  return text;
}

function renderExcerpt(excerpt: Excerpt): string {
  const { facts, notice } = listExcerptFacts(excerpt);
  let text = `\n${RULE}\n${excerpt.heading}\n${excerpt.report.title}\n${RULE}\n\n`;
  for (const { label, value } of facts) text += `${label}: ${value}\n`;
  text += `${notice}\n`;
  const addresses: string[] = [];
  for (const { section, passages } of excerpt.sections) {
    text += `\n${headingText(section)}\n`;
    for (const passage of passages) text += `\n${passage.text}\n`;
    if (passages.length > 0)
      addresses.push(`#${section.key}:${formatNumbers(passages.map(({ number }) => number))}`);
  }
  return `${text}\n${'-'.repeat(72)}\nAddresses of these passages in ${formatReportId(excerpt.report)}: ${addresses.join('; ')}\n`;
}
