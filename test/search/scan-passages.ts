import { stemmer } from 'stemmer';
import type { Passage } from '../../src/domain/passage.ts';
import type { ReportId } from '../../src/domain/report.ts';
import type { Section } from '../../src/domain/section.ts';
import type { Workbench } from '../../src/workbench/workbench.ts';

/**
 * A passage laid out for a plain walk over its words. Nothing here uses the search, its tokenizer or the full text:
 * what it finds proves what a search finds.
 */
export interface ScannedPassage {
  readonly report: ReportId;
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** The words with a space before and behind each. */
  readonly line: string;
  readonly stemLine: string;
  /** Headings of the section and those above it, and the run-in label, each as a line of stems. */
  readonly headings: readonly string[];
  readonly keys: readonly string[];
  readonly topics: readonly string[];
}

/** Says of a passage whether a query should find it. */
export type Proof = (passage: ScannedPassage) => boolean;

const stems = new Map<string, string>();

function stemOf(word: string): string {
  const known = stems.get(word) ?? (word.length < 3 ? word : stemmer(word));
  stems.set(word, known);
  return known;
}

function cut(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function line(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}

export async function* scanPassages(workbench: Workbench): AsyncGenerator<ScannedPassage> {
  for (const { edition, area } of await workbench.listReports({})) {
    const { report } = await workbench.getReport({ edition, area }, null);
    const byKey = new Map(report.sections.map((section) => [section.key, section]));
    for (const passage of report.passages) yield scanPassage({ edition, area }, passage, byKey);
  }
}

function scanPassage(
  report: ReportId,
  passage: Passage,
  byKey: ReadonlyMap<string, Section>,
): ScannedPassage {
  const path: Section[] = [];
  for (let key: string | null = passage.section; key !== null; ) {
    const section: Section | undefined = byKey.get(key);
    if (section === undefined) throw new Error(`${key} is no section.`);
    path.push(section);
    key = section.parent;
  }
  const words = cut(passage.text);
  const stemmed = words.map(stemOf);
  const headings = [...path.map(({ heading }) => heading), passage.underLabel ?? ''];
  return {
    report,
    words,
    stems: stemmed,
    line: line(words),
    stemLine: line(stemmed),
    headings: headings.map((heading) => line(cut(heading).map(stemOf))),
    keys: path.map(({ key }) => key),
    topics: passage.topics,
  };
}

/** All forms of a word, or of words joined by hyphens in this order. */
export function word(text: string): Proof {
  const wanted = line(cut(text).map(stemOf));
  return ({ stemLine }) => stemLine.includes(wanted);
}

export function phrase(text: string): Proof {
  const wanted = line(cut(text));
  return (passage) => passage.line.includes(wanted);
}

export function prefix(text: string): Proof {
  const wanted = ` ${cut(text).join(' ')}`;
  return (passage) => passage.line.includes(wanted);
}

export function heading(text: string): Proof {
  const wanted = line(cut(text).map(stemOf));
  return ({ headings }) => headings.some((one) => one.includes(wanted));
}

export const all =
  (...proofs: readonly Proof[]): Proof =>
  (passage) =>
    proofs.every((proof) => proof(passage));

export const any =
  (...proofs: readonly Proof[]): Proof =>
  (passage) =>
    proofs.some((proof) => proof(passage));

export const not =
  (proof: Proof): Proof =>
  (passage) =>
    !proof(passage);

export const year =
  (first: number, last = first): Proof =>
  ({ report }) =>
    report.edition >= first && report.edition <= last;

export const area =
  (...ids: readonly string[]): Proof =>
  ({ report }) =>
    ids.includes(report.area);

export const section =
  (asked: string): Proof =>
  ({ keys }) =>
    keys.some((key) => key === asked);

export const topic =
  (id: string): Proof =>
  ({ topics }) =>
    topics.includes(id);

/** `one` and `other` apart, with at most `distance` words between; quoted: as written. */
export function near(one: string, other: string, distance: number): Proof {
  const places = (text: string, { words, stems: stemmed }: ScannedPassage): [number, number][] => {
    const quoted = text.startsWith('"');
    const wanted = quoted ? cut(text) : cut(text).map(stemOf);
    const among = quoted ? words : stemmed;
    return among.flatMap((_, at): [number, number][] =>
      wanted.every((part, i) => among[at + i] === part) ? [[at, at + wanted.length - 1]] : [],
    );
  };
  return (passage) => {
    const ones = places(one, passage);
    if (ones.length === 0) return false;
    const others = places(other, passage);
    return ones.some(([first, last]) =>
      others.some(([from, to]) => {
        const between = from > last ? from - last - 1 : first > to ? first - to - 1 : -1;
        return between >= 0 && between <= distance;
      }),
    );
  };
}
