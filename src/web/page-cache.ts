import type { RenderedPage } from './rendered-page.ts';

/** Remembers rendered pages as long as the library stays as it is. */
export interface PageCache {
  find(address: string, revision: number): RenderedPage | null;
  keep(address: string, revision: number, page: RenderedPage): void;
}

/** A page larger than this is rendered anew each time: one such page would drive out a hundred others. */
const LARGEST_PAGE = 2_000_000;

/** Holds at most `most` bytes; what was asked for longest ago goes first. A new revision empties it. */
export function createPageCache(most: number): PageCache {
  const pages = new Map<string, RenderedPage>();
  let held = 0;
  let heldRevision = -1;
  const forget = (address: string): void => {
    held -= sizeOf(address, pages.get(address));
    pages.delete(address);
  };
  return {
    find(address, revision) {
      if (revision !== heldRevision) return null;
      const page = pages.get(address);
      if (page === undefined) return null;
      pages.delete(address);
      pages.set(address, page);
      return page;
    },
    keep(address, revision, page) {
      if (revision !== heldRevision) {
        pages.clear();
        held = 0;
        heldRevision = revision;
      }
      if (sizeOf(address, page) > LARGEST_PAGE) return;
      if (pages.has(address)) forget(address);
      pages.set(address, page);
      held += sizeOf(address, page);
      for (const oldest of pages.keys()) {
        if (held <= most) break;
        forget(oldest);
      }
    },
  };
}

/** The compressed form may still come; a third of the plain one is more than it ever takes. */
function sizeOf(address: string, page: RenderedPage | undefined): number {
  return page === undefined ? 0 : Math.ceil(page.body.byteLength * 1.34) + 2 * address.length + 1000;
}
