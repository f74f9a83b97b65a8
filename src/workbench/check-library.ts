import { hash } from 'node:crypto';
import { findWordDifference, joinReportText } from '../domain/conservation.ts';
import type { Report, ReportId } from '../domain/report.ts';
import { countWords } from '../domain/words.ts';
import { listBoilerplateRules } from '../ingest/boilerplate.ts';
import { decompressPage } from '../ingest/read-capture.ts';
import { decodePage } from '../ingest/read-page.ts';
import { readSourceWords } from '../ingest/source-words.ts';
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

/** No page is nearly as large; kept bytes that grow beyond it were tampered with. */
const MAX_PAGE_BYTES = 64 * 1024 * 1024;

/**
 * Proves again from the kept bytes that the library holds every word of every page: the bytes have their hash, and
 * the words read from them without any notion of an outline are those of the report, in order.
 */
export async function* checkLibrary(store: Store): AsyncGenerator<CheckEvent> {
  const captures = await store.listCaptures({ editions: null, areas: null });
  const boilerplate = new Map<string, { words: number; pages: number }>();
  const differing: { id: ReportId; problem: string }[] = [];
  let sourceWords = 0;
  let headingWords = 0;
  let passageWords = 0;
  let difference = 0;
  let done = 0;
  for (const capture of captures) {
    const id = { edition: capture.edition, area: capture.area };
    const head = await store.findHead(id, capture.version);
    const report = head === null ? null : await store.readReport(head);
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
    yield { kind: 'capture', id, done, total: captures.length, problem: result.problem };
  }
  const rules = listBoilerplateRules().flatMap(({ id, reason }) => {
    const counted = boilerplate.get(id);
    return counted === undefined ? [] : [{ rule: id, reason, ...counted }];
  });
  yield {
    kind: 'totals',
    totals: {
      captures: captures.length,
      sourceWords,
      headingWords,
      passageWords,
      boilerplate: rules,
      difference,
      differing,
    },
  };
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
  const source = readSourceWords(decodePage(bytes));
  if (source === null) return failed('Its captured bytes have no report body.');
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
