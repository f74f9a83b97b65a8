import type { Pair } from '../domain/comparison.ts';
import { type ComparisonFilter, listRows } from '../domain/comparison-filter.ts';
import {
  type ComparisonView,
  findSection,
  listPassages,
  type Side,
  sideText,
  type TopicChanges,
} from '../domain/comparison-view.ts';
import { describeApplied, listPairCorrections } from '../domain/corrected-comparison.ts';
import {
  describeAbsence,
  describePair,
  describeTitle,
  HOW_TO_READ,
  nameSection,
  nameTopic,
  WORTH_QUOTING,
} from '../domain/describe-pair.ts';
import {
  ABSENCE_NOTE,
  citePassages,
  collectPassages,
  listScope,
  listSides,
  listSummary,
  MARKS_LEGEND,
  WHAT_A_COMPARISON_IS,
} from './comparison-front-matter.ts';
import { countOf } from './front-matter.ts';
import { type DifferenceMarks, markBoth } from './mark-difference.ts';
import { escapeMarkdown, markdownFacts, markdownHeading } from './markdown-text.ts';

/** The brackets of the plain text, escaped: they mean nothing to Markdown and stay on paper. */
export const MARKDOWN_MARKS: DifferenceMarks = {
  plain: (text) => text.split('\n').map(escapeMarkdown).join('\n'),
  removed: (text) => `\\[-${escapeMarkdown(text)}-\\]`,
  added: (text) => `{+${escapeMarkdown(text)}+}`,
};

/** CommonMark without HTML: the summary, then pair after pair by topic; the marks are those of the plain text. */
export function* renderComparisonMd(view: ComparisonView, filter: ComparisonFilter): Generator<string> {
  yield renderHead(view, filter);
  for (const topic of view.topics) {
    const rows = listRows(topic.pairs, filter);
    if (rows.length > 0) yield renderTopic(view, topic, rows);
  }
}

function renderHead(view: ComparisonView, filter: ComparisonFilter): string {
  let text = `${markdownHeading(1, describeTitle(view))}${WHAT_A_COMPARISON_IS}\n\n${renderSidesMd(view, 2)}`;
  text += `${markdownHeading(2, 'Summary')}${renderListMd(listSummary(view))}${renderListMd(listScope(view, filter))}`;
  return `${text}${[...HOW_TO_READ, MARKS_LEGEND].map((line) => `${escapeMarkdown(line)}\n\n`).join('')}**${ABSENCE_NOTE}**\n\n`;
}

/** Both reports with where they come from, the older first. @param level of their headings */
export function renderSidesMd(view: ComparisonView, level: number): string {
  let text = '';
  for (const { heading, title, facts, notice } of listSides(view))
    text += `${markdownHeading(level, heading)}${escapeMarkdown(title)}\n\n${markdownFacts(facts)}${notice}\n\n`;
  return text;
}

function renderTopic(view: ComparisonView, topic: TopicChanges, rows: ReturnType<typeof listRows>): string {
  const { counts } = topic;
  let text = markdownHeading(2, nameTopic(topic));
  text += `${countOf(counts.left.passages, 'older passage')}, ${countOf(counts.right.passages, 'newer passage')}.\n\n`;
  for (const row of rows) {
    if (row.kind === 'pair') text += renderPair(view, row.pair);
    else {
      const [older, newer] = (['left', 'right'] as const).map((side) =>
        citePassages(view, side, collectPassages(view, row.pairs, side)),
      );
      text += `Kept word for word: \`${older}\` = \`${newer}\`\n\n`;
    }
  }
  return text;
}

function renderPair(view: ComparisonView, pair: Pair): string {
  const cites = (['left', 'right'] as const).flatMap((side) => cite(view, pair, side));
  const corrections = listPairCorrections(view, pair).map((one) =>
    escapeMarkdown(describeApplied(view, one)),
  );
  const head = `**${escapeMarkdown(describePair(view, pair))}**\n\n${renderListMd([...cites, ...corrections], (line) => line)}`;
  const older = sideText(view, pair, 'left');
  const newer = sideText(view, pair, 'right');
  const { plain, removed, added } = MARKDOWN_MARKS;
  if (pair.difference !== null)
    return `${head}${quote(markBoth(pair.difference, older, newer, MARKDOWN_MARKS))}`;
  if (pair.change === 'removed') return `${head}${quote(removed(older))}${renderAbsence(view, pair)}`;
  return `${head}${quote(pair.change === 'added' ? added(newer) : plain(newer))}`;
}

function cite(view: ComparisonView, pair: Pair, side: Side): string[] {
  const passages = listPassages(view, pair, side);
  const [first] = passages;
  if (first === undefined) return [];
  const heading = escapeMarkdown(nameSection(findSection(view[side], first)));
  return [`${view[side].edition.year}: \`${citePassages(view, side, passages)}\`, ${heading}`];
}

function renderAbsence(view: ComparisonView, pair: Pair): string {
  const { looked, nearest, topics } = describeAbsence(view, pair);
  const near = pair.absence?.nearest ?? null;
  const passage = near === null ? undefined : view.right.passages[near.order - 1];
  const shown =
    near === null || passage === undefined || near.score < WORTH_QUOTING
      ? ''
      : quote(markBoth(near.difference, sideText(view, pair, 'left'), passage.text, MARKDOWN_MARKS));
  return `${renderListMd([looked, nearest, ...topics])}${shown}`;
}

function quote(text: string): string {
  return `${text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n>\n')}\n\n`;
}

/** An unordered list; nothing for no lines. */
export function renderListMd(lines: readonly string[], write = escapeMarkdown): string {
  return lines.length === 0 ? '' : `${lines.map((line) => `- ${write(line)}\n`).join('')}\n`;
}
