import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder, SAMPLE } from '../cli/sample-folder.ts';
import { describeHeld, fetchFrom, importInto } from './fetch-from-replica.ts';
import { findBadManners } from './find-bad-manners.ts';
import { everyWay, MISBEHAVIOURS } from './misbehaviour.ts';
import { openPublisherPages } from './publisher-pages.ts';
import { type Replica, type ReplicaOptions, startReplica } from './replica.ts';
import { StillClock } from './still-clock.ts';

async function start(
  options: Partial<ReplicaOptions> = {},
): Promise<{ replica: Replica; clock: StillClock; library: string }> {
  const clock = new StillClock();
  const replica = await startReplica({ pages: openPublisherPages(SAMPLE), clock, ...options });
  onTestFinished(() => replica.close());
  return { replica, clock, library: join(makeFolder(), 'library') };
}

test('a library fetched from a publisher on a bad day equals the one imported from a folder, and the publisher has nothing to complain of', async () => {
  const { replica, clock, library } = await start({ script: everyWay() });
  const { summary } = await fetchFrom(replica, clock, library);
  expect(summary).toMatchObject({ stopped: false, saved: { added: 9 }, missing: [], left: [] });

  const imported = join(makeFolder(), 'library');
  await importInto(imported, SAMPLE);
  expect(await describeHeld(library)).toEqual(await describeHeld(imported));

  expect(new Set(replica.log.map(({ misbehaviour }) => misbehaviour))).toEqual(
    new Set([null, ...MISBEHAVIOURS]),
  );
  expect(findBadManners(replica.log)).toEqual([]);
  expect(replica.given).toHaveLength(9);
  expect(Math.max(...replica.log.map(({ underWay }) => underWay))).toBeGreaterThan(1);
});
