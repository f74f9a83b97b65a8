import { onTestFinished } from 'vitest';
import type { Report, ReportHead, ReportId, VersionId } from '../../src/domain/report.ts';
import type { ReportFilter, SaveOutcome, Store } from '../../src/store/store.ts';
import { bytesOf } from './invented-report.ts';

/** A place where one library may stand, as a backend gives it. Each handle is opened as by another program. */
export interface LibraryPlace {
  /** Makes the library if there is none. */
  open(): Store;
  openToRead(): Store;
  remove(): void;
}

/** Gives a place of its own, with no library in it yet. */
export type NewPlace = () => LibraryPlace;

export const EVERYTHING: ReportFilter = { editions: null, areas: null };

/** A library of its own for one test; all its handles are closed, and it is gone, when the test is over. */
export function openLibrary(newPlace: NewPlace): LibraryPlace & { readonly store: Store } {
  const place = newPlace();
  const opened: Store[] = [];
  const note = (store: Store): Store => {
    opened.push(store);
    return store;
  };
  onTestFinished(async () => {
    for (const store of opened) await store.close();
    place.remove();
  });
  return {
    store: note(place.open()),
    open: () => note(place.open()),
    openToRead: () => note(place.openToRead()),
    remove: () => place.remove(),
  };
}

/** Saves the reports one by one. */
export async function saveAll(store: Store, reports: readonly Report[]): Promise<SaveOutcome[]> {
  const outcomes: SaveOutcome[] = [];
  for (const report of reports) outcomes.push(await store.saveReport(report, bytesOf(report)));
  return outcomes;
}

/** A head that must be there. */
export async function getHead(
  store: Store,
  id: ReportId,
  version: VersionId | null = null,
): Promise<ReportHead> {
  const head = await store.findHead(id, version);
  if (head === null) throw new Error(`${id.edition}/${id.area} is not held.`);
  return head;
}

/** All that a library holds, as far as it can be asked: two that are equal hold the same. */
export async function readEverything(store: Store): Promise<unknown> {
  const captures = await store.listCaptures(EVERYTHING);
  const heads = await store.listHeads(EVERYTHING);
  const versions = (await Promise.all(heads.map((head) => store.listVersions(head)))).flat();
  return {
    stamp: await store.getStamp(),
    hashes: await store.listCaptureHashes(),
    heads,
    versions,
    counts: await store.countVersions(),
    reports: await Promise.all(versions.map((head) => store.readReport(head))),
    outlines: await Promise.all(versions.map((head) => store.readOutline(head))),
    captures,
    bytes: await Promise.all(captures.map(({ provenance }) => store.readCapture(provenance.sha256))),
    findings: await store.listFindings(EVERYTHING),
    headings: await store.countHeadings(),
    keys: await store.listSectionKeys(),
    corrections: await store.listCorrections({ area: null, editions: null }),
  };
}
