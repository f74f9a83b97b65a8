import { hash } from 'node:crypto';
import type { Passage, PassageKind } from '../domain/passage.ts';
import type { Section } from '../domain/section.ts';
import type { TopicId } from '../domain/topic.ts';
import { countWords } from '../domain/words.ts';
import type { AskCrosswalk, DraftSection, OutlineBuilder } from './outline-builder.ts';
import { findRunInLabel, looksLikeTitle } from './run-in-label.ts';

/** A label that says what the paragraph is and not what it is about. */
const NOTE = /^(?:end)?notes?$/iu;

/** The finished sections and passages of an outline. Notes what it finds odd on the way. */
export function readPassages(
  outline: OutlineBuilder,
  ask: AskCrosswalk,
): { sections: Section[]; passages: Passage[] } {
  const passages: Passage[] = [];
  const firsts: number[] = [];
  for (const draft of outline.sections) {
    firsts.push(passages.length + 1);
    readSectionPassages(draft, passages, outline, ask);
  }
  const sections = outline.sections.map((draft, i) => ({
    key: draft.key,
    parent: draft.parent?.key ?? null,
    depth: draft.depth,
    label: draft.label,
    heading: draft.heading,
    printed: draft.printed,
    topics: draft.topics,
    firstPassage: firsts[i] ?? 1,
    passageCount: draft.lines.length,
    endPassage: endOf(outline.sections, firsts, i, passages.length),
  }));
  return { sections, passages };
}

/** The first passage after everything beneath a section. */
function endOf(
  sections: readonly DraftSection[],
  firsts: readonly number[],
  at: number,
  total: number,
): number {
  const depth = sections[at]?.depth ?? 0;
  for (let next = at + 1; next < sections.length; next += 1) {
    if ((sections[next]?.depth ?? 0) <= depth) return firsts[next] ?? total + 1;
  }
  return total + 1;
}

function readSectionPassages(
  draft: DraftSection,
  passages: Passage[],
  outline: OutlineBuilder,
  ask: AskCrosswalk,
): void {
  const above = headingsFrom(draft);
  const ownTopics = nearestTopics(draft);
  const isKnownLabel = (words: string): boolean =>
    looksLikeTitle(words) && ask(words, above).kind === 'topic';
  let underLabel: string | null = null;
  let topics = ownTopics;
  draft.lines.forEach(({ line, tag }, i) => {
    const found = findRunInLabel(line, isKnownLabel);
    const note = found !== null && NOTE.test(found.label);
    if (found !== null && !note) {
      underLabel = found.label;
      const answer = ask(found.label, above);
      topics = answer.kind === 'topic' ? [answer.topic] : ownTopics;
      if (answer.kind === 'unmapped') outline.note('unmapped-heading', found.label, draft.key);
      if (!found.marked) outline.note('unmarked-run-in-label', found.label, draft.key);
    }
    passages.push({
      order: passages.length + 1,
      section: draft.key,
      number: i + 1,
      kind: note ? 'note' : kindOf(tag),
      label: found?.label ?? null,
      underLabel,
      text: line.text,
      marks: line.marks,
      digest: hash('sha256', line.text, 'hex').slice(0, 16),
      words: countWords(line.text),
      topics,
    });
  });
}

function nearestTopics(draft: DraftSection): readonly TopicId[] {
  for (let one: DraftSection | null = draft; one !== null; one = one.parent) {
    if (one.topics.length > 0) return one.topics.map(({ topic }) => topic);
  }
  return [];
}

function headingsFrom(draft: DraftSection): string[] {
  const headings: string[] = [];
  for (let one: DraftSection | null = draft; one !== null; one = one.parent) headings.push(one.heading);
  return headings;
}

function kindOf(tag: string): PassageKind {
  return tag === 'li' || tag === 'dd' || tag === 'dt'
    ? 'list-item'
    : tag === 'tr'
      ? 'table-row'
      : 'paragraph';
}
