import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { makeFolder, SAMPLE } from '../cli/sample-folder.ts';
import { openPublisherPages } from './publisher-pages.ts';
import { type Replica, type ReplicaOptions, startReplica } from './replica.ts';
import { StillClock } from './still-clock.ts';

/** The replica of a publisher with the invented editions, and an empty place for a library. */
export async function startSite(
  options: Partial<ReplicaOptions> = {},
): Promise<{ replica: Replica; clock: StillClock; library: string }> {
  const clock = new StillClock();
  const replica = await startReplica({ pages: openPublisherPages(SAMPLE), clock, ...options });
  onTestFinished(() => replica.close());
  return { replica, clock, library: join(makeFolder(), 'library') };
}
