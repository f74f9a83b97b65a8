import { digestKey, findWarcDigest, type WarcDigest } from './warc-digest.ts';
import { cleanAddress, findWarcDate, type WarcHead } from './warc-record.ts';

/** What the revisits of an import came to. */
export interface RevisitCounts {
  /** Of a page that one of the archives holds. */
  readonly resolved: number;
  readonly unresolved: number;
}

/** What a revisit says of the page it saw again. */
interface Reference {
  readonly digest: string | null;
  readonly moment: string | null;
}

/**
 * Remembers the pages of all archives of one import, and which pages their revisit records mean (ISO 28500:2017, 6.7):
 * the one may stand in another archive than the other, before or after it.
 */
export class WarcRevisits {
  readonly #digests = new Set<string>();
  readonly #moments = new Set<string>();
  #waiting: Reference[] = [];
  #resolved = 0;

  addPage(address: string, date: Date | null, digests: readonly WarcDigest[]): void {
    for (const digest of digests) this.#digests.add(digestKey(digest));
    if (date !== null) this.#moments.add(momentKey(address, date));
  }

  /** Whether a revisit means a page that was met already. */
  isKnown(head: WarcHead): boolean {
    return this.#isKnown(referenceOf(head));
  }

  addRevisit(head: WarcHead): void {
    const reference = referenceOf(head);
    if (this.#isKnown(reference)) this.#resolved += 1;
    else this.#waiting.push(reference);
  }

  /** What they came to, once everything was read. */
  settle(): RevisitCounts {
    const unresolved = this.#waiting.filter((reference) => !this.#isKnown(reference));
    return {
      resolved: this.#resolved + this.#waiting.length - unresolved.length,
      unresolved: unresolved.length,
    };
  }

  #isKnown({ digest, moment }: Reference): boolean {
    return (digest !== null && this.#digests.has(digest)) || (moment !== null && this.#moments.has(moment));
  }
}

/** The address of the page that a revisit means: its own unless it names another. */
export function referredAddress(head: WarcHead): string | null {
  return cleanAddress(head.get('warc-refers-to-target-uri')) ?? head.address;
}

function referenceOf(head: WarcHead): Reference {
  const digest = findWarcDigest(head.get('warc-payload-digest'));
  const address = referredAddress(head);
  const date = findWarcDate(head.get('warc-refers-to-date'));
  return {
    digest: digest && digestKey(digest),
    moment: address === null || date === null ? null : momentKey(address, date),
  };
}

function momentKey(address: string, date: Date): string {
  return `${date.toISOString()} ${address.replace(/^https?:/i, '').replace(/\/$/, '')}`;
}
