import { describeSize } from './read-page.ts';
import type { RefusalReason } from './refused-entry.ts';
import type { SourceLimits } from './source-limits.ts';

/** How far the reading of an archive has come. Counted up while it is read. */
export interface Expansion {
  /** Bytes read of the file. */
  compressed: number;
  /** Bytes that came out. */
  expanded: number;
  /** Why no more of it is read, where that is for another reason than damage. */
  stop: Stop | null;
}

/** Why an archive is not read, or not any further. */
export interface Stop {
  readonly reason: RefusalReason;
  readonly message: string;
}

/** Whether what came out of an archive is more than the limits allow; null where it is not. */
export function findExcess(
  expansion: Pick<Expansion, 'compressed' | 'expanded'>,
  limits: SourceLimits,
): Stop | null {
  const { compressed, expanded } = expansion;
  if (expanded > limits.freeExpansionBytes && expanded > compressed * limits.maxExpansion) {
    return {
      reason: 'zip-bomb',
      message:
        `It expands to more than ${limits.maxExpansion} times its size, as archives do that are made to fill ` +
        'a machine. It is not read any further. If it is honest, unpack it and import the folder.',
    };
  }
  if (expanded > limits.maxArchiveBytes) {
    return {
      reason: 'too-large',
      message:
        `It holds more than ${describeSize(limits.maxArchiveBytes)} when expanded and is not read any further. ` +
        'Unpack it and import the folder.',
    };
  }
  return null;
}

/** The refusal of an archive with too many entries; null where there are not too many. */
export function findTooMany(entries: number, limits: SourceLimits): Stop | null {
  if (entries <= limits.maxArchiveEntries) return null;
  return {
    reason: 'too-large',
    message: `It has more than ${limits.maxArchiveEntries} entries and is not read any further.`,
  };
}
