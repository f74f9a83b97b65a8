import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Passage } from '../../domain/passage.ts';
import type { ReportHead } from '../../domain/report.ts';
import type { Hit } from '../../domain/search-answer.ts';
import type { Section } from '../../domain/section.ts';
import type { TextMarker } from '../../search/mark-text.ts';
import type { OpenIndex } from './search-desk.ts';

/** Hits read in one step; bounds the memory of a long list. */
const HITS_AT_ONCE = 256;

/** Reads passages by their numbers, in the order given, a few hundred at a time. */
export async function* readHits(
  ids: ArrayLike<number>,
  marker: TextMarker | null,
  open: OpenIndex,
): AsyncGenerator<Hit> {
  for (let start = 0; start < ids.length; start += HITS_AT_ONCE) {
    const some = Array.prototype.slice.call(ids, start, start + HITS_AT_ONCE) as number[];
    yield* await readSome(some, marker, open);
    if (start + HITS_AT_ONCE < ids.length) await nextTurn();
  }
}

async function readSome(
  ids: readonly number[],
  marker: TextMarker | null,
  { index, snapshot }: OpenIndex,
): Promise<Hit[]> {
  const hits = new Map<number, Hit>();
  for (const [report, numbers] of groupByReport(ids, index.reportOf)) {
    const head = index.heads[report];
    if (head === undefined) continue;
    const start = index.starts[report] ?? 0;
    const spans = numbers.map((id) => ({ first: id - start + 1, last: id - start + 1 }));
    const passages = await snapshot.readPassages(head, spans);
    const { sections } = await snapshot.readOutline(head);
    const byKey = new Map(sections.map((section) => [section.key, section]));
    for (const passage of passages) {
      hits.set(start + passage.order - 1, describeHit(head, passage, byKey, marker));
    }
  }
  return ids.flatMap((id) => hits.get(id) ?? []);
}

function describeHit(
  report: ReportHead,
  passage: Passage,
  sections: ReadonlyMap<string, Section>,
  marker: TextMarker | null,
): Hit {
  const path: Section[] = [];
  for (let next = sections.get(passage.section); next !== undefined && path.length < 20; ) {
    path.unshift(next);
    next = next.parent === null ? undefined : sections.get(next.parent);
  }
  return { report, path, passage, ranges: marker?.findRanges(passage.text) ?? [] };
}

function groupByReport(ids: readonly number[], reportOf: Uint16Array): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const id of ids) {
    const report = reportOf[id] ?? 0;
    const group = groups.get(report);
    if (group === undefined) groups.set(report, [id]);
    else group.push(id);
  }
  return groups;
}
