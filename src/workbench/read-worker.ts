import { workerData } from 'node:worker_threads';
import { type CaptureJob, type CaptureOutcome, readCapture } from '../ingest/read-capture.ts';
import { loadCatalog } from './load-catalog.ts';

/** What a worker is started with. */
export interface ReadWorkerData {
  /** SHA-256 of captures held → version of the reader that read them. */
  readonly known: ReadonlyMap<string, string>;
}

const catalog = loadCatalog();
const { known } = workerData as ReadWorkerData;

/** Reads one page on a thread of its own. */
export default function readOne(job: CaptureJob): Promise<CaptureOutcome> {
  return readCapture(job, catalog, known);
}
