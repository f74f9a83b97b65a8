import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeHeld, fetchFrom, importInto } from '../fetch/fetch-from-replica.ts';
import { findBadManners } from '../fetch/find-bad-manners.ts';
import { badDay } from '../fetch/misbehaviour.ts';
import { openPublisherPages } from '../fetch/publisher-pages.ts';
import { startReplica } from '../fetch/replica.ts';
import { StillClock } from '../fetch/still-clock.ts';
import { corpusFolder } from './corpus-folder.ts';

/** Half of the editions; all of them take five minutes, and give nothing more. */
const EDITIONS = ['2016', '2019', '2023', '2024'];

const TIMEOUT = 600_000;

describe.skipIf(corpusFolder === null)('the real pages, served by a publisher on a bad day', () => {
  test('are fetched whole, in good manners, and make the library that the folder makes', {
    timeout: TIMEOUT,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'variorum-test-'));
    const pages = corpusFolder ?? '';
    const clock = new StillClock();
    const replica = await startReplica({
      pages: openPublisherPages(pages),
      clock,
      script: badDay(20_250_814),
    });
    try {
      const library = join(folder, 'fetched');
      const { summary } = await fetchFrom(replica, clock, library, {
        editions: EDITIONS,
        areas: ['all'],
      });
      expect(summary.left).toEqual([]);
      // What the folder lacks is what is not found, and nothing else.
      expect(summary.missing.filter(({ absent }) => !absent)).toEqual([]);
      expect(findBadManners(replica.log)).toEqual([]);
      expect(replica.log.filter(({ misbehaviour }) => misbehaviour !== null).length).toBeGreaterThan(20);

      const imported = join(folder, 'imported');
      await importInto(imported, ...EDITIONS.map((edition) => join(pages, edition)));
      expect(await describeHeld(library)).toEqual(await describeHeld(imported));
      expect(new Set(replica.given).size).toBe(replica.given.length);
    } finally {
      await replica.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
