import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Catalog } from '../../domain/catalog.ts';
import type { ReportHead } from '../../domain/report.ts';
import { tokenWords } from '../../domain/tokens.ts';
import { joinParts, type PassageIndex, PlaceList, type ReportPart } from '../../search/passage-index.ts';
import { createWordList, type WordList } from '../../search/word-list.ts';
import type { Store } from '../../store/store.ts';
import type { StoreSnapshot } from '../../store/store-snapshot.ts';
import { createLeafCache, type LeafCache } from './leaf-cache.ts';

/** One state of the library, ready to be searched. */
export interface OpenIndex {
  readonly snapshot: StoreSnapshot;
  readonly index: PassageIndex;
  readonly words: WordList;
  readonly leaves: LeafCache;
}

/** Keeps the library's newest state ready to be searched. */
export interface SearchDesk {
  /** Runs a task over one state of the library, whatever is saved meanwhile. */
  use<T>(task: (open: OpenIndex) => Promise<T>): Promise<T>;
  /** The same for what takes its time: whoever holds a state releases it. */
  hold(): Promise<HeldIndex>;
  close(): Promise<void>;
}

/** A state of the library that somebody holds. */
export interface HeldIndex {
  readonly open: OpenIndex;
  release(): Promise<void>;
}

/** Sets of passages kept in memory: some hundred of the broadest words. */
const MOST_KEPT = 48_000_000;

/** So many reports are described before other work gets its turn. */
const REPORTS_AT_ONCE = 24;

/** With more new reports than that, all words are listed anew instead of read from the texts. */
const FEW_REPORTS = 100;

/** How long a snapshot nobody uses may keep the library from tidying up, in milliseconds. */
const IDLE = 1_000;

export function createSearchDesk(catalog: Catalog, store: Store): SearchDesk {
  const places = new PlaceList(catalog.topics);
  const words = createWordList();
  let parts: ReadonlyMap<string, ReportPart> = new Map();
  let known: (Omit<OpenIndex, 'snapshot'> & { readonly revision: number }) | null = null;
  let current: Lease | null = null;
  let opening: Promise<Lease> | null = null;

  const build = async (snapshot: StoreSnapshot): Promise<OpenIndex> => {
    if (known?.revision === snapshot.revision) return { ...known, snapshot };
    const heads = await snapshot.listHeads();
    const described = new Map<string, ReportPart>();
    const fresh: ReportHead[] = [];
    for (const head of heads) {
      const key = partKey(head);
      const part = parts.get(key);
      if (part !== undefined) {
        described.set(key, { ...part, head });
        continue;
      }
      fresh.push(head);
      const { sections } = await snapshot.readOutline(head);
      described.set(key, places.describe(head, sections, await snapshot.readPassageFacts(head)));
      if (fresh.length % REPORTS_AT_ONCE === 0) await nextTurn();
    }
    if (words.size === 0 || fresh.length > FEW_REPORTS) words.add(await snapshot.listWords());
    else {
      for (const head of fresh) {
        for (const { text } of await snapshot.readPassages(head, null)) words.add(tokenWords(text));
      }
    }
    parts = described;
    const index = joinParts([...described.values()], places.places);
    known = { revision: snapshot.revision, index, words, leaves: createLeafCache(MOST_KEPT) };
    return { ...known, snapshot };
  };

  const open = async (): Promise<Lease> => {
    const snapshot = await store.openSnapshot();
    try {
      return new Lease(await build(snapshot));
    } catch (error) {
      await snapshot.close();
      throw error;
    }
  };

  const lease = async (): Promise<Lease> => {
    if (current?.isOpen === true && current.open.snapshot.revision === store.getRevision()) return current;
    opening ??= open().finally(() => {
      opening = null;
    });
    const next = await opening;
    if (current !== next) await current?.retire();
    current = next;
    return next;
  };

  const hold = async (): Promise<HeldIndex> => {
    for (;;) {
      const held = await lease();
      // Somebody else may have retired it between two turns.
      if (held.isOpen) return held.hold();
    }
  };

  return {
    hold,
    async use(task) {
      const held = await hold();
      try {
        return await task(held.open);
      } finally {
        await held.release();
      }
    },
    async close() {
      await current?.retire();
    },
  };
}

/** A snapshot in use by any number of tasks; closed when nobody has used it for a while, or when it is retired. */
class Lease {
  readonly open: OpenIndex;
  isOpen = true;
  #users = 0;
  #retired = false;
  #idle: NodeJS.Timeout | null = null;

  constructor(open: OpenIndex) {
    this.open = open;
  }

  hold(): HeldIndex {
    this.#users += 1;
    if (this.#idle !== null) clearTimeout(this.#idle);
    return { open: this.open, release: () => this.#release() };
  }

  /** Closes it as soon as nobody uses it. */
  async retire(): Promise<void> {
    this.#retired = true;
    if (this.#users === 0) await this.#close();
  }

  async #release(): Promise<void> {
    this.#users -= 1;
    if (this.#users > 0) return;
    if (this.#retired) await this.#close();
    else this.#idle = setTimeout(() => void this.#close(), IDLE).unref();
  }

  async #close(): Promise<void> {
    if (!this.isOpen || this.#users > 0) return;
    this.isOpen = false;
    if (this.#idle !== null) clearTimeout(this.#idle);
    await this.open.snapshot.close();
  }
}

/** What was read of a version stays true as long as it comes from the same bytes and reader. */
function partKey({ edition, area, version, provenance }: ReportHead): string {
  return `${edition}/${area}@${version} ${provenance.sha256} ${provenance.readerVersion}`;
}
