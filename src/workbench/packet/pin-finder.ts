import { type Address, formatReportId, parseAddress } from '../../domain/address.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { PacketPin } from '../../domain/packet.ts';
import type { Passage } from '../../domain/passage.ts';
import { Problem } from '../../domain/problem.ts';
import type { VersionId } from '../../domain/report.ts';
import type { Store } from '../../store/store.ts';
import { type ReportView, readReport } from '../read-report.ts';

/** A passage with the version that has it. */
export interface FoundPin {
  readonly view: ReportView;
  /** Null if it is the newest version. */
  readonly version: VersionId | null;
  readonly passage: Passage;
  readonly remark: string | null;
}

/** Finds pinned passages; each version of a report is read once. */
export class PinFinder {
  readonly #catalog: Catalog;
  readonly #store: Store;
  readonly #views = new Map<string, Promise<ReportView>>();

  constructor(catalog: Catalog, store: Store) {
    this.#catalog = catalog;
    this.#store = store;
  }

  /**
   * The passage in the newest version; where that no longer has it, in the youngest one that has. A digest says which
   * text is meant.
   * @throws Problem not-found
   */
  async find({ address: typed, digest }: PacketPin): Promise<FoundPin> {
    const address = parseAddress(typed);
    const newest = await this.#read(address, null);
    if (address.version !== null) return this.#findIn(address, address.version, digest, newest);
    const there = pickPassage(newest, address);
    if (there !== null && (digest === null || there.digest === digest))
      return { view: newest, version: null, passage: there, remark: null };
    for (const { version } of newest.versions.slice(1)) {
      const view = await this.#read(address, version);
      const passage = pickPassage(view, address);
      if (passage !== null && (digest === null || passage.digest === digest)) {
        return { view, version, passage, remark: describeOlder(view, newest) };
      }
    }
    if (there !== null) return { view: newest, version: null, passage: there, remark: CHANGED };
    throw new Problem('not-found', 'No version of this report held here has such a passage.');
  }

  async #findIn(
    address: Address,
    version: VersionId,
    digest: string | null,
    newest: ReportView,
  ): Promise<FoundPin> {
    const view = await this.#read(address, version);
    const passage = pickPassage(view, address);
    if (passage === null) throw new Problem('not-found', `Version ${version} has no such passage.`);
    const isNewest = newest.report.version === version;
    const stillThere = newest.report.passages.some((one) => one.digest === passage.digest);
    return {
      view,
      version: isNewest ? null : version,
      passage,
      remark:
        digest !== null && digest !== passage.digest
          ? CHANGED
          : stillThere
            ? null
            : describeOlder(view, newest),
    };
  }

  #read({ edition, area }: Address, version: VersionId | null): Promise<ReportView> {
    const key = `${formatReportId({ edition, area })}@${version ?? ''}`;
    const view = this.#views.get(key) ?? readReport({ edition, area }, version, this.#catalog, this.#store);
    this.#views.set(key, view);
    return view;
  }
}

const CHANGED =
  'The text at this address is not the one that was chosen: its digest is another. What stands there now is shown.';

function describeOlder({ report }: ReportView, newest: ReportView): string {
  return `The newest version held, ${newest.report.version}, no longer has this passage; it is shown from version ${report.version}.`;
}

function pickPassage({ report }: ReportView, { section, passage }: Address): Passage | null {
  return report.passages.find((one) => one.section === section && one.number === passage) ?? null;
}
