import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openFetchJournal } from '../../src/fetch/fetch-journal.ts';
import { runProgram, startProgram } from '../cli/built-program.ts';
import { makeFolder, SAMPLE, samplePage } from '../cli/sample-folder.ts';
import { describeHeld, fetchFrom, importInto } from './fetch-from-replica.ts';
import { openPublisherPages } from './publisher-pages.ts';
import { startReplica } from './replica.ts';
import { startSite } from './start-site.ts';

const SCRIPT = fileURLToPath(new URL('./fetch-in-a-process.mjs', import.meta.url));

/** Addresses of the pages that are on the disk, read or still to be read. */
function listReceived(library: string): string[] {
  const file = join(library, 'fetch', 'journal.jsonl');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"kind":"received"') && line.endsWith('}'))
    .map((line) => String(JSON.parse(line).page.address));
}

test('a fetch that is killed again and again asks for no page twice that had come, and ends with the whole library', {
  timeout: 60_000,
}, async () => {
  const replica = await startReplica({ pages: openPublisherPages(SAMPLE), clock: null });
  const library = join(makeFolder(), 'library');
  const run = [String(replica.port), library];
  try {
    for (const wanted of [1, 3, 5, 7]) {
      const program = startProgram(run, { instead: [process.execPath, SCRIPT] });
      while (program.process.exitCode === null && listReceived(library).length < wanted) await setImmediate();
      program.process.kill('SIGKILL');
      expect((await program.ended).signal).toBe('SIGKILL');
      const received = new Set(listReceived(library));
      const before = replica.log.length;

      const next = startProgram(run, { instead: [process.execPath, SCRIPT] });
      while (next.process.exitCode === null && replica.log.length === before) await setImmediate();
      next.process.kill('SIGKILL');
      await next.ended;
      const again = replica.log.slice(before).map(({ host, path }) => `https://${host}${path}`);
      expect(again.filter((address) => received.has(address))).toEqual([]);
    }
    const received = new Set(listReceived(library));
    const before = replica.log.length;
    const last = await runProgram(run, { instead: [process.execPath, SCRIPT] });
    expect(last.exitCode, last.said).toBe(0);
    expect(JSON.parse(last.out)).toMatchObject({ missing: [], left: [] });
    const again = replica.log.slice(before).map(({ host, path }) => `https://${host}${path}`);
    expect(again.filter((address) => received.has(address))).toEqual([]);
  } finally {
    await replica.close();
  }
  const imported = join(makeFolder(), 'library');
  await importInto(imported, SAMPLE);
  expect(await describeHeld(library)).toEqual(await describeHeld(imported));
});

test('a page that had come when the program was killed is read from the disk, and the line cut short behind it does no harm', async () => {
  const { replica, clock, library } = await startSite();
  const journal = openFetchJournal(join(library, 'fetch'));
  journal.receive(
    {
      wanted: { edition: 2024, area: 'zza' },
      address: 'https://www.state.gov/reports/2024-country-reports-on-human-rights-practices/velmora',
      capturedAt: '2026-01-04T00:00:00.000Z',
      capturedBy: 'fetch',
      bytes: new Uint8Array(Buffer.from(samplePage('2024/velmora'))),
    },
    { etag: null, lastModified: null },
  );
  appendFileSync(join(library, 'fetch', 'journal.jsonl'), '{"kind":"rece');
  const { summary } = await fetchFrom(replica, clock, library, { editions: ['2024'] });
  expect(summary).toMatchObject({ saved: { added: 3 }, missing: [] });
  expect(replica.log.filter(({ path }) => path.includes('velmora'))).toEqual([]);
  expect(openFetchJournal(join(library, 'fetch')).listWaiting()).toEqual([]);
});
