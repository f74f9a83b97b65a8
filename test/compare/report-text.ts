import { createHash } from 'node:crypto';
import type { ReportText } from '../../src/domain/comparison.ts';
import type { Passage } from '../../src/domain/passage.ts';
import type { Section } from '../../src/domain/section.ts';
import { countWords } from '../../src/domain/words.ts';

/** A section in short: its passages, and what a comparison asks of its heading. */
export interface ShortSection {
  readonly key: string;
  readonly heading?: string;
  readonly topic?: string;
  readonly depth?: number;
  readonly parent?: string;
  readonly texts: readonly string[];
}

/** A report of these sections about an invented area, with what a comparison looks at. */
export function makeReportText(edition: number, short: readonly ShortSection[]): ReportText {
  const passages: Passage[] = [];
  const sections = short.map(
    ({ key, heading = `Heading ${key}`, topic, depth = 1, parent = null, texts }): Section => {
      const firstPassage = passages.length + 1;
      texts.forEach((text, i) => {
        const label = /^([A-Z][A-Za-z ]{2,80}):/.exec(text)?.[1] ?? null;
        passages.push(
          makePassage(text, key, i + 1, passages.length + 1, topic === undefined ? [] : [topic], label),
        );
      });
      return {
        key,
        parent,
        depth,
        label: null,
        heading,
        printed: heading,
        topics: topic === undefined ? [] : [{ topic, relation: 'exact' }],
        firstPassage,
        passageCount: texts.length,
        endPassage: passages.length + 1,
      };
    },
  );
  const version = createHash('sha256')
    .update(passages.map(({ text }) => text).join('\n'))
    .digest('hex');
  return { edition, area: 'vlm', version: version.slice(0, 12), sections, passages };
}

/** Passages of a report with other texts, in the sections they name; orders, numbers and digests follow. */
export function withPassages(
  report: ReportText,
  list: readonly Pick<Passage, 'section' | 'text' | 'topics' | 'label'>[],
): ReportText {
  const numbers = new Map<string, number>();
  const bySection = report.sections.flatMap(({ key }) => list.filter(({ section }) => section === key));
  const passages = bySection.map(({ section, text, topics, label }, i) => {
    const number = (numbers.get(section) ?? 0) + 1;
    numbers.set(section, number);
    return makePassage(text, section, number, i + 1, topics, label);
  });
  return { ...report, edition: report.edition + 1, passages };
}

function makePassage(
  text: string,
  section: string,
  number: number,
  order: number,
  topics: readonly string[],
  label: string | null,
): Passage {
  return {
    order,
    section,
    number,
    kind: 'paragraph',
    label,
    underLabel: label,
    text,
    marks: [],
    digest: createHash('sha256').update(text).digest('hex').slice(0, 16),
    words: countWords(text),
    topics,
  };
}
