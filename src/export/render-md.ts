import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import { formatReportId } from '../domain/address.ts';
import type { Excerpt, Publication } from '../domain/publication.ts';
import { startVerification } from '../domain/verification.ts';
import {
  describeEntry,
  formatNumbers,
  headingText,
  listExcerptFacts,
  listFrontMatter,
  NOTHING_FOUND,
  WHAT_IT_IS,
} from './front-matter.ts';
import { escapeMarkdown, markdownFacts, markdownHeading, renderMarkedMarkdown } from './markdown-text.ts';

/**
 * CommonMark without HTML. The text of the reports is escaped, so that it cannot become markup; links and
 * emphasis stay. After the passages of a section stands their address, as code, and at the end a block for programs.
 */
export async function* renderMd(publication: Publication): AsyncGenerator<string> {
  yield renderHead(publication);
  const notes = startVerification(publication);
  for await (const excerpt of publication.readExcerpts()) {
    notes.add(excerpt);
    yield renderExcerpt(excerpt);
  }
  yield `\`\`\`json variorum-verification\n${JSON.stringify(notes.finish())}\n\`\`\`\n`;
}

function renderHead(publication: Publication): string {
  const { contents, gapGroups } = publication;
  let text = `${markdownHeading(1, publication.description.title)}${WHAT_IT_IS}\n\n${markdownFacts(listFrontMatter(publication))}`;
  if (contents.length === 0) text += `${NOTHING_FOUND}\n\n`;
  if (contents.length > 1) {
    text += markdownHeading(2, 'Contents');
    for (const entry of contents) text += `- ${escapeMarkdown(entry.heading)} (${describeEntry(entry)})\n`;
    text += '\n';
  }
  if (gapGroups.length > 0) {
    text += markdownHeading(2, 'Asked for and not here');
    for (const group of gapGroups) {
      text += `${escapeMarkdown(group.heading)}\n\n`;
      for (const line of group.lines) text += `- ${escapeMarkdown(line.text)}\n`;
      text += '\n';
    }
    text += `${ABSENCE_NOTE}\n\n`;
  }
  return text;
}

function renderExcerpt(excerpt: Excerpt): string {
  const id = formatReportId(excerpt.report);
  const about = listExcerptFacts(excerpt);
  let text = `${markdownHeading(2, excerpt.heading)}${escapeMarkdown(excerpt.report.title)}\n\n${markdownFacts(about.facts)}${about.notice}\n\n`;
  for (const { section, passages } of excerpt.sections) {
    text += markdownHeading(section.depth + 2, headingText(section));
    for (const passage of passages) text += `${renderMarkedMarkdown(passage.text, passage.marks)}\n\n`;
    if (passages.length > 0)
      text += `\`${id}#${section.key}:${formatNumbers(passages.map(({ number }) => number))}\`\n\n`;
  }
  return text;
}
