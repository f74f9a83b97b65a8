import { tokenise } from '../../domain/tokens.ts';
import { type NearPattern, prepareNear, type WordPattern } from '../../domain/word-pattern.ts';
import { type HitLeaf, leafKey } from '../../search/hit-query.ts';
import type { PassageIndex } from '../../search/passage-index.ts';
import type { PassageSet } from '../../search/passage-set.ts';
import { type Occurrences, scoreOccurrences } from '../../search/score-postings.ts';
import type { Postings } from '../../store/store-snapshot.ts';
import type { OpenIndex } from './search-desk.ts';

/** What words are worth where: remembered, or asked of the full text. */
export async function loadLeaf(leaf: HitLeaf, open: OpenIndex): Promise<PassageSet> {
  const key = leafKey(leaf);
  const known = open.leaves.find(key);
  if (known !== null) return known;
  const set = scoreOccurrences(await findOccurrences(leaf, open), open.index);
  open.leaves.keep(key, set);
  return set;
}

async function findOccurrences(leaf: HitLeaf, { snapshot, index }: OpenIndex): Promise<Occurrences> {
  if (leaf.kind === 'words') return toOccurrences(await snapshot.findWords(leaf.pattern), index);
  const near = toOccurrences(await snapshot.findNear(leaf.pattern), index);
  return sharesWords(leaf.pattern) ? readTexts(near, leaf.pattern, { snapshot, index }) : near;
}

function toOccurrences({ reports, orders, counts }: Postings, { starts }: PassageIndex): Occurrences {
  const ids = new Int32Array(reports.length);
  for (let i = 0; i < ids.length; i += 1) {
    ids[i] = (starts[reports[i] ?? 0] ?? 0) + (orders[i] ?? 0) - 1;
  }
  return { ids, counts };
}

/** One word cannot stand near itself, and the index cannot tell it from two. */
function sharesWords({ left, right }: NearPattern): boolean {
  const words = new Set(left.flatMap(listWords));
  const starts = [...left, ...right].flatMap(({ prefix }) => prefix ?? []);
  return (
    right.flatMap(listWords).some((word) => words.has(word)) ||
    [...left, ...right].flatMap(listWords).some((word) => starts.some((start) => word.startsWith(start))) ||
    starts.length > 1
  );
}

function listWords({ places }: WordPattern): readonly string[] {
  return places.flat();
}

/** Looks at the text of each passage the index named. */
async function readTexts(
  { ids }: Occurrences,
  pattern: NearPattern,
  { snapshot, index }: Pick<OpenIndex, 'snapshot' | 'index'>,
): Promise<Occurrences> {
  const finder = prepareNear(pattern);
  const kept: number[] = [];
  for (let i = 0; i < ids.length; ) {
    const report = index.reportOf[ids[i] ?? 0] ?? 0;
    const head = index.heads[report];
    if (head === undefined) break;
    const start = index.starts[report] ?? 0;
    const orders: number[] = [];
    for (; i < ids.length && index.reportOf[ids[i] ?? 0] === report; i += 1) {
      orders.push((ids[i] ?? 0) - start + 1);
    }
    const spans = orders.map((order) => ({ first: order, last: order }));
    for (const { order, text } of await snapshot.readPassages(head, spans)) {
      if (finder.find(tokenise(text)).length > 0) kept.push(start + order - 1);
    }
  }
  return { ids: Int32Array.from(kept), counts: null };
}
