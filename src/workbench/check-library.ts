import { hash } from 'node:crypto';
import { findWordDifference, joinReportText } from '../domain/conservation.ts';
import { Problem } from '../domain/problem.ts';
import type { Report, ReportId } from '../domain/report.ts';
import { countWords } from '../domain/words.ts';
import { listBoilerplateRules } from '../ingest/boilerplate.ts';
import { decompressPage } from '../ingest/read-capture.ts';
import { decodePage } from '../ingest/read-page.ts';
import { readSourceWords, type SourceWords } from '../ingest/source-words.ts';
import type { CaptureRecord, Store } from '../store/store.ts';

/** One step of a check. */
export type CheckEvent =
  | {
      readonly kind: 'capture';
      readonly id: ReportId;
      readonly done: number;
      readonly total: number;
      /** What is wrong with it, or null. */
      readonly problem: string | null;
    }
  | { readonly kind: 'totals'; readonly totals: CheckTotals };

/** Words counted over all captures held. `difference` is 0 unless a word was lost, added or moved. */
export interface CheckTotals {
  readonly captures: number;
  /** Words of the bodies in the kept bytes, boilerplate included. */
  readonly sourceWords: number;
  readonly headingWords: number;
  readonly passageWords: number;
  readonly boilerplate: readonly {
    readonly rule: string;
    readonly reason: string;
    readonly words: number;
    readonly pages: number;
  }[];
  readonly difference: number;
  readonly differing: readonly { readonly id: ReportId; readonly problem: string }[];
}

const EVERYTHING = { editions: null, areas: null };

/** No page is nearly as large; kept bytes that grow beyond it were tampered with. */
const MAX_PAGE_BYTES = 64 * 1024 * 1024;

/**
 * Proves again from the kept bytes that the library holds every word of every page: the bytes have their hash, and
 * the words read from them without any notion of an outline are those of the report, in order.
 */
export async function* checkLibrary(store: Store): AsyncGenerator<CheckEvent> {
  const captures = await store.listCaptures(EVERYTHING);
  const boilerplate = new Map<string, { words: number; pages: number }>();
  const differing: { id: ReportId; problem: string }[] = [];
  let sourceWords = 0;
  let headingWords = 0;
  let passageWords = 0;
  let difference = 0;
  let done = 0;
  let gone = 0;
  for (const listed of captures) {
    const held = await followCapture(listed, store);
    if (held === null) {
      gone += 1;
      continue;
    }
    const { capture, report } = held;
    const id = { edition: capture.edition, area: capture.area };
    const result = await checkCapture(capture, report, store);
    sourceWords += result.sourceWords;
    headingWords += result.headingWords;
    passageWords += result.passageWords;
    difference += result.difference;
    for (const [rule, words] of result.boilerplate) {
      const sum = boilerplate.get(rule) ?? { words: 0, pages: 0 };
      boilerplate.set(rule, { words: sum.words + words, pages: sum.pages + 1 });
    }
    if (result.problem !== null) differing.push({ id, problem: result.problem });
    done += 1;
    yield { kind: 'capture', id, done, total: captures.length - gone, problem: result.problem };
  }
  const rules = listBoilerplateRules().flatMap(({ id, reason }) => {
    const counted = boilerplate.get(id);
    return counted === undefined ? [] : [{ rule: id, reason, ...counted }];
  });
  yield {
    kind: 'totals',
    totals: {
      captures: done,
      sourceWords,
      headingWords,
      passageWords,
      boilerplate: rules,
      difference,
      differing,
    },
  };
}

/**
 * A capture with the report read from it, where it stands now: an import beside this check may have read it anew as
 * another version. Null if it was taken out of the library since it was listed.
 */
async function followCapture(
  listed: CaptureRecord,
  store: Store,
): Promise<{ readonly capture: CaptureRecord; readonly report: Report | null } | null> {
  const report = await findReport(listed, store);
  if (report !== null) return { capture: listed, report };
  const now = (await store.listCaptures(EVERYTHING)).find(
    ({ provenance }) => provenance.sha256 === listed.provenance.sha256,
  );
  return now === undefined ? null : { capture: now, report: await findReport(now, store) };
}

async function findReport(capture: CaptureRecord, store: Store): Promise<Report | null> {
  try {
    const head = await store.findHead(capture, capture.version);
    return head === null ? null : await store.readReport(head);
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-found') return null;
    throw error;
  }
}

interface CaptureCheck {
  readonly sourceWords: number;
  readonly headingWords: number;
  readonly passageWords: number;
  readonly boilerplate: ReadonlyMap<string, number>;
  readonly difference: number;
  readonly problem: string | null;
}

async function checkCapture(
  capture: CaptureRecord,
  report: Report | null,
  store: Store,
): Promise<CaptureCheck> {
  const headingWords = report?.sections.reduce((sum, { printed }) => sum + countWords(printed), 0) ?? 0;
  const passageWords = report?.passages.reduce((sum, { text }) => sum + countWords(text), 0) ?? 0;
  const failed = (problem: string): CaptureCheck => ({
    sourceWords: 0,
    headingWords,
    passageWords,
    boilerplate: new Map(),
    difference: Math.max(1, headingWords + passageWords),
    problem,
  });
  if (report === null) return failed('Its report is missing from the library.');
  const kept = await store.readCapture(capture.provenance.sha256);
  if (kept === null) return failed('Its captured bytes are missing.');
  let bytes: Uint8Array;
  try {
    bytes = decompressPage(kept.data, MAX_PAGE_BYTES);
  } catch {
    return failed('Its captured bytes can no longer be unpacked.');
  }
  if (hash('sha256', Buffer.from(bytes), 'hex') !== capture.provenance.sha256) {
    return failed('Its captured bytes are not those that were captured: their SHA-256 differs.');
  }
  const source = readWords(bytes);
  if (source === null) return failed('Its captured bytes have no report body that can be read.');
  const left = [...source.boilerplate.values()].reduce((sum, words) => sum + words, 0);
  const gap = findWordDifference(source.text, joinReportText(report.sections, report.passages));
  return {
    sourceWords: countWords(source.text) + left,
    headingWords,
    passageWords,
    boilerplate: source.boilerplate,
    difference: gap?.words ?? 0,
    problem: gap === null ? null : `Its words differ from word ${gap.at} on; ${gap.words} words differ.`,
  };
}

/** Null for bytes that are no page; they may have been kept by a reader that asked for less. */
function readWords(bytes: Uint8Array): SourceWords | null {
  try {
    return readSourceWords(decodePage(bytes));
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
