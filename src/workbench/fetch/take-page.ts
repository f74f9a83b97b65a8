import { formatReportId } from '../../domain/address.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { Report } from '../../domain/report.ts';
import type { FetchedPage, TakenPage } from '../../fetch/fetch-request.ts';
import { readCapture } from '../../ingest/read-capture.ts';
import type { Store } from '../../store/store.ts';

/** Reads fetched pages and saves each at once, one after the other. */
export interface PageTaker {
  take(page: FetchedPage): Promise<TakenPage>;
}

/** @param onRead told of each report that was read and saved */
export async function createPageTaker(
  catalog: Catalog,
  store: Store,
  onRead: (report: Report) => void,
  say: (message: string) => void,
): Promise<PageTaker> {
  const known = await store.listCaptureHashes();
  let samplesLeft = (await store.getStamp()).sampleOnly;
  let last: Promise<unknown> = Promise.resolve();

  async function takeOne(page: FetchedPage): Promise<TakenPage> {
    const outcome = await readCapture(
      {
        path: page.address,
        location: { kind: 'bytes', bytes: page.bytes },
        modified: page.capturedAt,
        modifiedFrom: page.capturedBy === 'fetch' ? 'fetch' : 'archive-address',
        address: page.address,
      },
      catalog,
      known,
    );
    if (outcome.kind === 'known') return { kind: 'taken', outcome: 'unchanged' };
    if (outcome.kind === 'refused') return { kind: 'refused', reason: outcome.reason };
    const { report, compressed } = outcome;
    const [asked, got] = [formatReportId(page.wanted), formatReportId(report)];
    if (asked !== got) {
      return { kind: 'refused', reason: `The page is the report ${got}, and ${asked} was asked for.` };
    }
    if (samplesLeft && !report.sample) {
      samplesLeft = false;
      const removed = await store.removeSamples();
      if (removed > 0) say(`The ${removed} invented sample reports made way for real ones.`);
    }
    const [saved = 'unchanged'] = await store.saveReports([
      { report, bytes: { encoding: 'br', data: compressed } },
    ]);
    onRead(report);
    return { kind: 'taken', outcome: saved };
  }

  return {
    take(page) {
      const taken = last.then(() => takeOne(page));
      last = taken.catch(() => {});
      return taken;
    },
  };
}
