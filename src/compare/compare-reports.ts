import type { Absence, Comparison, Pair, PairShape, PassageLink, ReportText } from '../domain/comparison.ts';
import { joinPassages } from '../domain/comparison.ts';
import type { CorrectedLink } from '../domain/correction.ts';
import type { Passage } from '../domain/passage.ts';
import type { TopicId } from '../domain/topic.ts';
import { type Alignment, alignPassages } from './align-passages.ts';
import { diffTokens, readTokens, type TokenText } from './diff-words.ts';
import type { Link } from './links.ts';
import { markMoves } from './mark-moves.ts';
import { orderPairs } from './order-pairs.ts';
import { measureOverlap } from './passage-overlap.ts';
import { type PreparedReport, prepareReport } from './prepare-report.ts';

/** Raised with every change that may give another comparison of the same two reports. */
export const ALGORITHM = 3;

/**
 * Aligns two reports on one area passage by passage. The older is the left one.
 * @param corrections what readers said against the automatic alignment
 */
export function compareReports(
  left: ReportText,
  right: ReportText,
  corrections: readonly CorrectedLink[] = [],
): Comparison {
  const prepared = prepareReport(left);
  return comparePrepared(prepared, prepareReport(right, prepared.lexicon), corrections);
}

/** As `compareReports`, of reports that were prepared with one lexicon. */
export function comparePrepared(
  left: PreparedReport,
  right: PreparedReport,
  corrections: readonly CorrectedLink[] = [],
): Comparison {
  const alignment = alignPassages(measureOverlap(left, right), corrections);
  const pairs = markMoves(buildPairs(left, right, alignment), left.report, right.report);
  return {
    left: nameOf(left.report),
    right: nameOf(right.report),
    algorithm: ALGORITHM,
    pairs: orderPairs(pairs),
  };
}

function nameOf({ edition, area, version }: ReportText): Comparison['left'] {
  return { edition, area, version };
}

function buildPairs(left: PreparedReport, right: PreparedReport, alignment: Alignment): Pair[] {
  const pairs: Pair[] = [];
  const topics = new Set(right.report.passages.flatMap((one) => one.topics));
  for (const group of groupLinks(alignment, left.count, right.count)) {
    if (group.right.length === 0) {
      const absence = describeAbsence(left, right, topics, alignment.nearest, group.left[0] ?? 0);
      pairs.push({ ...emptyPair('removed', group), absence });
    } else if (group.left.length === 0) pairs.push(emptyPair('added', group));
    else pairs.push(keptPair(left, right, group));
  }
  return pairs;
}

/** Passages that belong together, directly or through others; counted from 0, ascending. */
interface Group {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly links: readonly Link[];
}

function groupLinks({ links }: Alignment, leftCount: number, rightCount: number): Group[] {
  const parents = Int32Array.from({ length: leftCount + rightCount }, (_, i) => i);
  const rootOf = (node: number): number => {
    let root = node;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[node] = root;
    return root;
  };
  for (const { left, right } of links) {
    const [one, other] = [rootOf(left), rootOf(leftCount + right)];
    parents[Math.max(one, other)] = Math.min(one, other);
  }
  const groups = new Map<number, { left: number[]; right: number[]; links: Link[] }>();
  for (let node = 0; node < leftCount + rightCount; node += 1) {
    const root = rootOf(node);
    const group = groups.get(root) ?? { left: [], right: [], links: [] };
    groups.set(root, group);
    if (node < leftCount) group.left.push(node);
    else group.right.push(node - leftCount);
  }
  for (const link of links) groups.get(rootOf(link.left))?.links.push(link);
  return [...groups.values()];
}

function keptPair(left: PreparedReport, right: PreparedReport, group: Group): Pair {
  const shape = shapeOf(group);
  const areSame = group.links.map((link) => haveSameTokens(left, link.left, right, link.right));
  const isSame = areSame.every((same) => same);
  const difference = isSame
    ? null
    : diffTokens(textOf(left, group.left), textOf(right, group.right), left.lexicon);
  const links = group.links.map((link, i): PassageLink => {
    const same = areSame[i] ?? false;
    const score = same
      ? 1
      : shape === 'single'
        ? (difference?.score ?? 1)
        : diffTokens(textOf(left, [link.left]), textOf(right, [link.right]), left.lexicon).score;
    return { left: link.left + 1, right: link.right + 1, same, score };
  });
  return {
    ...emptyPair('edited', group),
    change: isSame ? 'same' : 'edited',
    shape,
    score: difference?.score ?? 1,
    links: links.sort((a, b) => a.left - b.left || a.right - b.right),
    difference,
  };
}

/** @param topicsThere every topic on which the newer report has text */
function describeAbsence(
  left: PreparedReport,
  right: PreparedReport,
  topicsThere: ReadonlySet<TopicId>,
  nearestOf: Int32Array,
  passage: number,
): Absence {
  const topics = left.report.passages[passage]?.topics ?? [];
  const nearest = nearestOf[passage] ?? -1;
  const difference =
    nearest === -1 ? null : diffTokens(textOf(left, [passage]), textOf(right, [nearest]), left.lexicon);
  return {
    nearest: difference === null ? null : { order: nearest + 1, score: difference.score, difference },
    topicsWithText: topics.filter((topic) => topicsThere.has(topic)),
    topicsWithout: topics.filter((topic) => !topicsThere.has(topic)),
  };
}

function emptyPair(change: Pair['change'], group: Group): Pair {
  return {
    change,
    shape: 'single',
    moved: null,
    score: 0,
    left: group.left.map((l) => l + 1),
    right: group.right.map((r) => r + 1),
    links: [],
    difference: null,
    absence: null,
  };
}

function shapeOf({ left, right }: Group): PairShape {
  if (left.length === 1) return right.length === 1 ? 'single' : 'split';
  return right.length === 1 ? 'merge' : 'regrouped';
}

function haveSameTokens(left: PreparedReport, l: number, right: PreparedReport, r: number): boolean {
  const from = left.tokenFrom[l] ?? 0;
  const start = right.tokenFrom[r] ?? 0;
  const length = (left.tokenFrom[l + 1] ?? 0) - from;
  if ((right.tokenFrom[r + 1] ?? 0) - start !== length) return false;
  for (let i = 0; i < length; i += 1) if (left.tokens[from + i] !== right.tokens[start + i]) return false;
  return true;
}

function textOf(prepared: PreparedReport, passages: readonly number[]): TokenText {
  const { tokens, ends, tokenFrom, report, lexicon } = prepared;
  const [first = 0] = passages;
  if (passages.length !== 1) {
    const parts = passages.map((passage): Pick<Passage, 'text'> => report.passages[passage] ?? { text: '' });
    return readTokens(joinPassages(parts), lexicon);
  }
  const from = tokenFrom[first] ?? 0;
  const to = tokenFrom[first + 1] ?? 0;
  return {
    tokens: tokens.subarray(from, to),
    ends: ends.subarray(from, to),
    length: report.passages[first]?.text.length ?? 0,
  };
}
