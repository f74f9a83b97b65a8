import { ALGORITHM } from '../../compare/compare-reports.ts';
import type { ChangeCounts, TextCount } from '../../domain/change-counts.ts';
import type { Move } from '../../domain/comparison.ts';
import type { LineageLink, NeighbourFacts, UnlinkedPassage } from '../../domain/lineage.ts';
import type { ReportHead } from '../../domain/report.ts';
import type { TopicCounts } from '../../domain/topic-counts.ts';
import type { PairKey } from '../../store/store.ts';

/** What is kept of two reports beside each other: enough for lineages and for counts by topic, without any text. */
export interface PairFacts {
  readonly topics: readonly TopicCounts[];
  readonly neighbours: NeighbourFacts;
}

/** Raised when the same facts are written otherwise. */
const FORM = 2;

const MOVES: readonly (Move | null)[] = [null, 'section', 'order'];

/**
 * By what a pair is found again. Its basis holds all that the facts depend on besides the versions' words: how the
 * reports were read (their topics come of that), and how they were compared.
 * @param corrections a digest of what readers corrected in the pair; empty: nothing
 */
export function keyOfPair(left: ReportHead, right: ReportHead, corrections: string): PairKey {
  const reading = [left, right].map(({ provenance }) => `${provenance.sha256}/${provenance.readerVersion}`);
  return { left, right, basis: [`${FORM}.${ALGORITHM}`, ...reading, corrections].join(' ') };
}

/** As numbers behind each topic: a library of 1,400 reports has some 60,000 groups and 400,000 links. */
export function encodeCounts(topics: readonly TopicCounts[]): string {
  return JSON.stringify(
    topics.map(({ topic, topics: all, counts }) => [topic ?? '', all.join(' '), ...listNumbers(counts)]),
  );
}

/** @returns null for what is not in this form, or does not count the passages of both reports */
export function decodeCounts(
  text: string,
  left: Pick<ReportHead, 'passageCount'>,
  right: Pick<ReportHead, 'passageCount'>,
): TopicCounts[] | null {
  const rows = parseArray(text);
  if (rows === null) return null;
  const topics: TopicCounts[] = [];
  for (const row of rows) {
    if (!Array.isArray(row)) return null;
    const [topic, all, ...numbers] = row as unknown[];
    if (typeof topic !== 'string' || typeof all !== 'string' || !isCounts(numbers)) return null;
    topics.push({
      topic: topic === '' ? null : topic,
      topics: all === '' ? [] : all.split(' '),
      counts: fromNumbers(numbers),
    });
  }
  const sum = (side: 'left' | 'right'): number =>
    topics.reduce((total, { counts }) => total + counts[side].passages, 0);
  return sum('left') === left.passageCount && sum('right') === right.passageCount ? topics : null;
}

/** Links as four numbers each; passages without one with their sketches, packed. */
export function encodeLinks({ links, gone, come }: NeighbourFacts): string {
  return JSON.stringify({
    links: links.flatMap(({ left, right, same, score, moved }) => [
      left,
      right,
      MOVES.indexOf(moved) + (same ? MOVES.length : 0),
      score,
    ]),
    gone: gone.map(packPassage),
    come: come.map(packPassage),
  });
}

/** @returns null for what is not in this form, or names passages that the reports have not */
export function decodeLinks(
  text: string,
  { passageCount: most }: Pick<ReportHead, 'passageCount'>,
  { passageCount: mostRight }: Pick<ReportHead, 'passageCount'>,
): NeighbourFacts | null {
  const parsed = parse(text);
  if (typeof parsed !== 'object' || parsed === null) return null;
  const parts = parsed as Readonly<Record<string, unknown>>;
  const links = readLinks(parts['links'], most, mostRight);
  const gone = readPassages(parts['gone'], most);
  const come = readPassages(parts['come'], mostRight);
  return links === null || gone === null || come === null ? null : { links, gone, come };
}

function readLinks(numbers: unknown, most: number, mostRight: number): LineageLink[] | null {
  if (!Array.isArray(numbers) || numbers.length % 4 !== 0) return null;
  const links: LineageLink[] = [];
  for (let at = 0; at < numbers.length; at += 4) {
    const [left, right, code, score] = numbers.slice(at, at + 4) as unknown[];
    if (!isOrder(left, most) || !isOrder(right, mostRight)) return null;
    if (!isOrder(code, 2 * MOVES.length - 1, 0) || typeof score !== 'number' || score < 0 || score > 1)
      return null;
    const moved = MOVES[code % MOVES.length] ?? null;
    links.push({ left, right, same: code >= MOVES.length, score, moved });
  }
  return links;
}

function packPassage({ order, digest, runs }: UnlinkedPassage): readonly [number, string, string] {
  return [order, digest, Buffer.from(runs.buffer, runs.byteOffset, runs.byteLength).toString('base64')];
}

function readPassages(rows: unknown, most: number): UnlinkedPassage[] | null {
  if (!Array.isArray(rows)) return null;
  const passages: UnlinkedPassage[] = [];
  for (const row of rows as unknown[]) {
    if (!Array.isArray(row)) return null;
    const [order, digest, packed] = row as unknown[];
    if (!isOrder(order, most) || typeof digest !== 'string' || typeof packed !== 'string') return null;
    const bytes = Buffer.from(packed, 'base64');
    if (bytes.length % 4 !== 0) return null;
    // A copy of its own: a buffer of Node's pool need not begin where numbers of four bytes can.
    passages.push({ order, digest, runs: new Int32Array(Uint8Array.from(bytes).buffer) });
  }
  return passages;
}

/** Passages and words of what stands in the order of the interface; what is a sum of others is left out. */
function listNumbers({ same, edited, removed, added, moved }: ChangeCounts): number[] {
  const parts = [same.left, same.right, edited.left, edited.right, removed, added, moved];
  return [...parts.flatMap(({ passages, words }) => [passages, words]), edited.wordsKept];
}

const NUMBERS = 15;

function isCounts(numbers: readonly unknown[]): numbers is number[] {
  return numbers.length === NUMBERS && numbers.every((number) => isOrder(number, 1e9, 0));
}

function fromNumbers(numbers: readonly number[]): ChangeCounts {
  const at = (i: number): TextCount => ({ passages: numbers[2 * i] ?? 0, words: numbers[2 * i + 1] ?? 0 });
  const plus = (...counts: readonly TextCount[]): TextCount => ({
    passages: counts.reduce((sum, { passages }) => sum + passages, 0),
    words: counts.reduce((sum, { words }) => sum + words, 0),
  });
  const same = { left: at(0), right: at(1) };
  const edited = { left: at(2), right: at(3), wordsKept: numbers[14] ?? 0 };
  const [removed, added, moved] = [at(4), at(5), at(6)];
  return {
    same,
    edited,
    removed,
    added,
    moved,
    left: plus(same.left, edited.left, removed),
    right: plus(same.right, edited.right, added),
    wordsKept: same.left.words + edited.wordsKept,
  };
}

function isOrder(value: unknown, most: number, least = 1): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

function parseArray(text: string): readonly unknown[] | null {
  const parsed = parse(text);
  return Array.isArray(parsed) ? parsed : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
