import type { ReportOutline } from '../../domain/outline.ts';

/** Some 15 KB each; enough for every report of nine editions, since a selection may ask for all of them. */
const MOST = 2_000;

/** The outlines read last, by version; one that was written again since is not given. */
export class RecentOutlines {
  readonly #recent = new Map<number, { readonly written: number; readonly outline: ReportOutline }>();

  find(versionId: number, written: number): ReportOutline | null {
    const found = this.#recent.get(versionId);
    if (found === undefined || found.written !== written) return null;
    this.#recent.delete(versionId);
    this.#recent.set(versionId, found);
    return found.outline;
  }

  keep(versionId: number, written: number, outline: ReportOutline): void {
    this.#recent.delete(versionId);
    this.#recent.set(versionId, { written, outline });
    for (const oldest of this.#recent.keys()) {
      if (this.#recent.size <= MOST) break;
      this.#recent.delete(oldest);
    }
  }
}
