import { setImmediate as nextTurn } from 'node:timers/promises';
import { type HitLeaf, leafKey } from '../../search/hit-query.ts';
import type { PassageIndex } from '../../search/passage-index.ts';
import { type Occurrences, scoreOccurrences } from '../../search/score-postings.ts';
import type { Postings } from '../../store/store-snapshot.ts';
import type { LoadedLeaf } from './leaf-cache.ts';
import type { OpenIndex } from './search-desk.ts';

/** What words are worth where: remembered, or asked of the full text. */
export async function loadLeaf(leaf: HitLeaf, open: OpenIndex): Promise<LoadedLeaf> {
  const key = leafKey(leaf);
  const known = open.leaves.find(key);
  if (known !== null) return known;
  const { snapshot, index } = open;
  const postings =
    leaf.kind === 'words' ? await snapshot.findWords(leaf.pattern) : await snapshot.findNear(leaf.pattern);
  const loaded = { set: scoreOccurrences(toOccurrences(postings, index), index), cost: postings.cost };
  open.leaves.keep(key, loaded);
  // SQLite works in one go; others get their turn between two words.
  await nextTurn();
  return loaded;
}

function toOccurrences({ reports, orders, counts }: Postings, { starts }: PassageIndex): Occurrences {
  const ids = new Int32Array(reports.length);
  for (let i = 0; i < ids.length; i += 1) {
    ids[i] = (starts[reports[i] ?? 0] ?? 0) + (orders[i] ?? 0) - 1;
  }
  return { ids, counts };
}
