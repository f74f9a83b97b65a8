/**
 * Passages by their numbers in a library's index, ascending, each once, with what each is worth to the query;
 * `scores` is null where all are worth the same.
 */
export interface PassageSet {
  readonly ids: Int32Array;
  readonly scores: Float32Array | null;
}

/** Those that stand in both; their scores are added. */
export function intersect(left: PassageSet, right: PassageSet): PassageSet {
  const [few, many] = left.ids.length <= right.ids.length ? [left, right] : [right, left];
  const ids = new Int32Array(few.ids.length);
  const scores = few.scores === null && many.scores === null ? null : new Float32Array(few.ids.length);
  let count = 0;
  let at = 0;
  for (let i = 0; i < few.ids.length; i += 1) {
    const id = few.ids[i] ?? 0;
    at = advance(many.ids, at, id);
    if (at === many.ids.length) break;
    if (many.ids[at] !== id) continue;
    if (scores !== null) scores[count] = (few.scores?.[i] ?? 0) + (many.scores?.[at] ?? 0);
    ids[count++] = id;
  }
  return { ids: ids.subarray(0, count), scores: scores?.subarray(0, count) ?? null };
}

/** Those that stand in either; where in both, their scores are added. */
export function unite(left: PassageSet, right: PassageSet): PassageSet {
  if (left.ids.length === 0) return right;
  if (right.ids.length === 0) return left;
  const most = left.ids.length + right.ids.length;
  const ids = new Int32Array(most);
  const scores = left.scores === null && right.scores === null ? null : new Float32Array(most);
  let count = 0;
  let i = 0;
  let j = 0;
  while (i < left.ids.length || j < right.ids.length) {
    const a = left.ids[i] ?? Number.POSITIVE_INFINITY;
    const b = right.ids[j] ?? Number.POSITIVE_INFINITY;
    let score = 0;
    ids[count] = a < b ? a : b;
    if (a <= b) score += left.scores?.[i] ?? 0;
    if (b <= a) score += right.scores?.[j] ?? 0;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
    if (scores !== null) scores[count] = score;
    count += 1;
  }
  return { ids: ids.subarray(0, count), scores: scores?.subarray(0, count) ?? null };
}

/**
 * Those that stand in any, as `unite` has it; adds up over all passages, which many sets make worth it.
 * @param size how many passages there are
 */
export function uniteAll(sets: readonly PassageSet[], size: number): PassageSet {
  const mask = new Uint8Array(size);
  const sums = sets.every(({ scores }) => scores === null) ? null : new Float32Array(size);
  for (const { ids, scores } of sets) {
    for (let i = 0; i < ids.length; i += 1) {
      const id = ids[i] ?? 0;
      mask[id] = 1;
      if (sums !== null && scores !== null) sums[id] = (sums[id] ?? 0) + (scores[i] ?? 0);
    }
  }
  const { ids } = setOf(mask);
  return { ids, scores: sums === null ? null : Float32Array.from(ids, (id) => sums[id] ?? 0) };
}

/** Those for which the mask holds a 1; a mask has a place for every passage of the index. */
export function keep({ ids, scores }: PassageSet, mask: Uint8Array): PassageSet {
  const kept = new Int32Array(ids.length);
  const worth = scores === null ? null : new Float32Array(ids.length);
  let count = 0;
  for (let i = 0; i < ids.length; i += 1) {
    const id = ids[i] ?? 0;
    if (mask[id] !== 1) continue;
    if (worth !== null) worth[count] = scores?.[i] ?? 0;
    kept[count++] = id;
  }
  return { ids: kept.subarray(0, count), scores: worth?.subarray(0, count) ?? null };
}

/** A mask of a set, or of all that is not in it. */
export function maskOf({ ids }: PassageSet, size: number, denied = false): Uint8Array {
  const mask = new Uint8Array(size);
  if (denied) mask.fill(1);
  for (const id of ids) mask[id] = denied ? 0 : 1;
  return mask;
}

/** All that a mask holds. */
export function setOf(mask: Uint8Array): PassageSet {
  const ids = new Int32Array(mask.length);
  let count = 0;
  for (let id = 0; id < mask.length; id += 1) if (mask[id] === 1) ids[count++] = id;
  return { ids: ids.subarray(0, count), scores: null };
}

/** The first place from `from` on whose id is not smaller; doubles its step first, then halves it. */
function advance(ids: Int32Array, from: number, id: number): number {
  let step = 1;
  let low = from;
  while (low + step < ids.length && (ids[low + step] ?? 0) < id) {
    low += step;
    step *= 2;
  }
  let high = Math.min(ids.length, low + step + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
