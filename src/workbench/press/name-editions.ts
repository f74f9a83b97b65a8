import { assertNever } from '../../domain/assert-never.ts';
import type { EditionDigest } from '../../domain/edition-digest.ts';
import type { EditionDigests } from '../proof/edition-digests.ts';
import type { PressJob } from './make-file.ts';
import type { Press } from './press.ts';

/** A press whose documents carry the digests of the editions they take from. */
export function nameEditions(press: Press, digests: EditionDigests): Press {
  return {
    async make(job, signal) {
      const found: EditionDigest[] = [];
      for (const year of listEditions(job)) {
        const digest = await digests.find(year);
        if (digest !== null) found.push(digest);
        signal.throwIfAborted();
      }
      return press.make({ ...job, digests: found }, signal);
    },
    close: () => press.close(),
  };
}

/** None for a table, which has no page to print them on. */
function listEditions(job: PressJob): readonly number[] {
  switch (job.kind) {
    case 'publication':
      return job.format === 'xlsx' || job.format === 'parquet'
        ? []
        : distinct(job.publication.excerpts.map(({ edition }) => edition.year));
    case 'comparison':
      return distinct([job.view.left.edition.year, job.view.right.edition.year]);
    case 'removals':
      return distinct([job.removals.from, job.removals.to]);
    case 'packet':
      return distinct(job.packet.tabs.map(({ edition }) => edition.year));
    default:
      return assertNever(job);
  }
}

function distinct(years: readonly number[]): number[] {
  return [...new Set(years)].sort((a, b) => a - b);
}
