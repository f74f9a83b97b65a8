import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { amendedPage, makeFolder, SAMPLE, samplePage } from '../cli/sample-folder.ts';
import { describeHeld, fetchFrom, importInto } from './fetch-from-replica.ts';
import { findBadManners } from './find-bad-manners.ts';
import { everyWay, MISBEHAVIOURS } from './misbehaviour.ts';
import { openPublisherPages } from './publisher-pages.ts';
import { startSite } from './start-site.ts';

const PATHS = (log: readonly { readonly host: string; readonly path: string }[]): string[] =>
  log.map(({ host, path }) => `${host}${path}`);

test('a library fetched from a publisher on a bad day equals the one imported from a folder, and the publisher has nothing to complain of', async () => {
  const { replica, clock, library } = await startSite({ script: everyWay() });
  const { summary } = await fetchFrom(replica, clock, library);
  expect(summary).toMatchObject({ stopped: false, saved: { added: 9 }, missing: [], left: [] });

  const imported = join(makeFolder(), 'library');
  await importInto(imported, SAMPLE);
  expect(await describeHeld(library)).toEqual(await describeHeld(imported));

  const met = new Set(replica.log.map(({ misbehaviour }) => misbehaviour));
  expect(met).toEqual(new Set([null, ...MISBEHAVIOURS]));
  expect(findBadManners(replica.log)).toEqual([]);
  expect(replica.given).toHaveLength(9);
  // Or the limit of three was never put to the test.
  expect(Math.max(...replica.log.map(({ underWay }) => underWay))).toBe(3);
});

describe('a report is found', () => {
  const one = { editions: ['2023'] };

  test('where the publisher’s list for programs says, in one request for the list', async () => {
    const { replica, clock, library } = await startSite();
    const { summary, notices } = await fetchFrom(replica, clock, library, one);
    expect(summary.saved).toEqual({ added: 3 });
    expect(notices).toContain('2023: the publisher’s list for programs names 3 areas.');
    expect(replica.log).toHaveLength(5);
  });

  test('where the index page says, whatever its slashes, and beside its dead links', async () => {
    const { replica, clock, library } = await startSite({ without: ['json'] });
    const { summary, notices } = await fetchFrom(replica, clock, library, one);
    expect(summary.saved).toEqual({ added: 3 });
    expect(notices).toContain('2023: the publisher’s index page names 3 areas.');
    const reports = PATHS(replica.log).filter((path) => /practices\/./.test(path));
    // One link was dead; no link cost a redirect, and none led elsewhere.
    expect(reports.sort()).toEqual(
      ['quendary-2', 'quendary', 'santorlo', 'velmora'].map(
        (slug) => `www.state.gov/reports/2023-country-reports-on-human-rights-practices/${slug}/`,
      ),
    );
  });

  test('where it should be, if there is no list at all', async () => {
    const { replica, clock, library } = await startSite({ without: ['json', 'index'] });
    const { summary } = await fetchFrom(replica, clock, library);
    expect(summary.saved).toEqual({ added: 9 });
  });

  test('in the publisher’s archives, which are then named as its source', async () => {
    const { replica, clock, library } = await startSite({ moved: new Set(['velmora']) });
    const { summary } = await fetchFrom(replica, clock, library, one);
    expect(summary.saved).toEqual({ added: 3 });
    const hosts = replica.log.filter(({ path }) => path.includes('velmora')).map(({ host }) => host);
    expect(hosts).toEqual(['www.state.gov', '2021-2025.state.gov']);
    expect(replica.log.filter(({ path }) => path === '/robots.txt')).toHaveLength(2);
  });

  test('or is named at the end, with what each address said', async () => {
    const empty = makeFolder({ '2023/velmora.html': samplePage('2023/velmora') });
    const { replica, clock, library } = await startSite({ pages: openPublisherPages(empty) });
    const { summary } = await fetchFrom(replica, clock, library, one);
    expect(summary.saved).toEqual({ added: 1 });
    expect(summary.missing.map(({ area, absent, tried }) => [area, absent, tried.length])).toEqual([
      ['zzb', true, 2],
      ['zzc', true, 2],
    ]);
  });
});

describe('a host', () => {
  test('that refuses ten times in a row is left alone, with a word on how often', async () => {
    const { replica, clock, library } = await startSite({
      answer: (_, path) => (path === '/robots.txt' ? null : { status: 200, body: LOGIN }),
    });
    const { summary } = await fetchFrom(replica, clock, library);
    expect(summary.saved).toEqual({});
    expect(summary.missing).toHaveLength(9);
    expect(summary.left[0]).toMatch(
      /^www\.state\.gov refused 1\d times in a row, the last time because it gave /,
    );
    const asked = replica.log.filter(({ host, path }) => host === 'www.state.gov' && path !== '/robots.txt');
    // The tenth refusal ends it; two more may have been under way.
    expect(asked.length).toBeGreaterThanOrEqual(10);
    expect(asked.length).toBeLessThanOrEqual(12);
  });

  test('that refuses now and then, between plain answers, is asked on', async () => {
    const folder = makeFolder({ '2023/velmora.html': samplePage('2023/velmora') });
    const refused = new Set<string>();
    const { replica, clock, library } = await startSite({
      pages: openPublisherPages(folder),
      // Each address refuses twice before it answers, most of them that there is no such page.
      answer: (host, path) => {
        const times = [1, 2].find((n) => !refused.has(`${n} ${host}${path}`));
        if (times === undefined || path === '/robots.txt') return null;
        refused.add(`${times} ${host}${path}`);
        return { status: 503 };
      },
    });
    const { summary } = await fetchFrom(replica, clock, library);
    expect(summary.left).toEqual([]);
    expect(summary.missing.every(({ absent }) => absent)).toBe(true);
    expect(summary.saved).toEqual({ added: 1 });
  });

  test('is not asked for what its robots.txt forbids, and as slowly as that wishes', async () => {
    const robots =
      'User-agent: *\nDisallow: /\n\nUser-agent: variorum\nCrawl-delay: 7\nDisallow: /*/velmora\n';
    const { replica, clock, library } = await startSite({ robots });
    const { summary } = await fetchFrom(replica, clock, library, { editions: ['2022-2023'] });
    expect(summary.saved).toEqual({ added: 4 });
    const refused = summary.missing.map(({ area, tried }) => [area, tried[0]?.reason]);
    expect(refused).toEqual([
      ['zza', 'its robots.txt does not allow it'],
      ['zza', 'its robots.txt does not allow it'],
    ]);
    expect(PATHS(replica.log).filter((path) => path.includes('velmora'))).toEqual([]);
    const asked = replica.log.filter(({ host }) => host === 'www.state.gov').slice(1);
    expect(findBadManners(replica.log)).toEqual([]);
    for (const [n, { at }] of asked.entries())
      expect(at - (asked[n - 1]?.at ?? 0)).toBeGreaterThanOrEqual(7000);
  });

  test('is left alone if its robots.txt cannot be read, and asked if it has none', async () => {
    const broken = await startSite({
      answer: (_, path) => (path === '/robots.txt' ? { status: 500 } : null),
    });
    const { summary } = await fetchFrom(broken.replica, broken.clock, broken.library);
    expect(summary.left[0]).toBe('www.state.gov could not be asked for its robots.txt: it answered 500');
    expect(PATHS(broken.replica.log).filter((path) => !path.endsWith('/robots.txt'))).toEqual([]);

    const without = await startSite({ robots: null });
    expect((await fetchFrom(without.replica, without.clock, without.library)).summary.saved).toEqual({
      added: 9,
    });
  });

  test('that asks for hours is left alone at once', async () => {
    const { replica, clock, library } = await startSite({
      answer: (_, path) =>
        path.includes('wp-json') ? { status: 429, headers: { 'retry-after': '7200' } } : null,
    });
    const { summary } = await fetchFrom(replica, clock, library, { editions: ['2024'] });
    expect(summary.left).toEqual(['www.state.gov asks to be left alone for 120 minutes']);
    expect(replica.log).toHaveLength(2);
  });
});

describe('an answer that is no report', () => {
  test.each([
    ['a PDF', '%PDF-1.7 …'],
    ['a page to log in', '<html><title>Sign in</title><form><input type="password"></form></html>'],
    ['a page that blocks programs', '<html><title>Attention</title><p>Please solve the captcha</p></html>'],
    ['an error page', '<html><title>Page Not Found</title></html>'],
    ['an empty answer', ''],
    ['data, not a page', '{"code":"rest_no_route"}'],
  ])('is refused by name: %s', async (named, body) => {
    const { replica, clock, library } = await startSite({
      answer: (_, path) => (path.includes('velmora') ? { status: 200, body } : null),
    });
    const { summary } = await fetchFrom(replica, clock, library, { editions: ['2024'] });
    expect(summary.saved).toEqual({ added: 2 });
    expect(summary.missing.map(({ area }) => area)).toEqual(['zza']);
    expect(summary.missing[0]?.tried[0]?.reason).toContain(`it gave ${named}`);
    expect(await describeHeld(library)).toHaveLength(2);
  });

  test('or another report than was asked for is not taken in', async () => {
    const { replica, clock, library } = await startSite({
      answer: (_, path) =>
        path.includes('velmora') ? { status: 200, body: samplePage('2024/quendary') } : null,
    });
    const { summary } = await fetchFrom(replica, clock, library, { editions: ['2024'], areas: ['velmora'] });
    expect(summary.missing[0]?.tried[0]?.reason).toBe(
      'The page’s title and the address it was captured from name different areas. Title: Quendary (Quendary); captured from: Velmora.',
    );
  });
});

describe('a second fetch', () => {
  test('asks for nothing that is held, and for no list', async () => {
    const { replica, clock, library } = await startSite();
    await fetchFrom(replica, clock, library);
    const before = replica.log.length;
    const { summary } = await fetchFrom(replica, clock, library);
    expect(summary).toMatchObject({ held: 9, saved: {}, missing: [] });
    expect(replica.log).toHaveLength(before);
  });

  test('of everything again asks whether it changed, and keeps both texts where it did', async () => {
    let amended = false;
    const { replica, clock, library } = await startSite({
      answer: (_, path) =>
        amended && path.includes('2023') && path.includes('velmora')
          ? { status: 200, body: amendedPage('2023/velmora', 'Amended in place.') }
          : null,
    });
    await fetchFrom(replica, clock, library);
    amended = true;
    const { summary } = await fetchFrom(replica, clock, library, { again: true });
    expect(summary).toMatchObject({ held: 0, saved: { 'new-version': 1 }, unchanged: 8, missing: [] });
    expect(replica.log.filter(({ status }) => status === 304)).toHaveLength(8);
    expect(replica.given).toHaveLength(10);
  });

  test('goes on where one was stopped', async () => {
    const { replica, clock, library } = await startSite();
    const first = await fetchFrom(replica, clock, library, {}, (event, stop) => {
      if (event.kind === 'saved' && event.done === 4) stop();
    });
    expect(first.summary.stopped).toBe(true);
    const saved = first.summary.saved['added'] ?? 0;
    expect(saved).toBeGreaterThanOrEqual(4);
    expect(saved).toBeLessThan(9);
    const second = await fetchFrom(replica, clock, library);
    expect(second.summary).toMatchObject({ held: saved, saved: { added: 9 - saved } });
  });

  test('of everything again goes on where it was stopped, and begins anew when it had ended', async () => {
    const { replica, clock, library } = await startSite();
    await fetchFrom(replica, clock, library);
    const first = await fetchFrom(replica, clock, library, { again: true }, (event, stop) => {
      if (event.kind === 'unchanged' && event.done === 4) stop();
    });
    const { unchanged } = first.summary;
    expect(unchanged).toBeGreaterThanOrEqual(4);
    expect(unchanged).toBeLessThan(9);
    const second = await fetchFrom(replica, clock, library, { again: true });
    expect(second.summary).toMatchObject({ unchanged: 9 - unchanged, missing: [] });
    const third = await fetchFrom(replica, clock, library, { again: true });
    expect(third.summary).toMatchObject({ unchanged: 9, missing: [] });
    expect(replica.given).toHaveLength(9);
  });

  test('fetches no more than it was told', async () => {
    const { replica, clock, library } = await startSite();
    expect((await fetchFrom(replica, clock, library, { max: '2' })).summary.saved).toEqual({ added: 2 });
    expect(replica.given).toHaveLength(2);
  });
});

test('a page that cannot be written ends the fetch with a word on why, and nothing more is asked', async () => {
  const { replica, clock, library } = await startSite();
  await fetchFrom(replica, clock, library, { max: '1' });
  rmSync(join(library, 'fetch'), { recursive: true });
  writeFileSync(join(library, 'fetch'), 'in the way');
  const before = replica.log.length;
  await expect(fetchFrom(replica, clock, library)).rejects.toThrow(
    /cannot be written to .*fetch: (EEXIST|ENOTDIR)/,
  );
  expect(replica.log.length).toBeLessThan(before + 9);
  expect(await describeHeld(library)).toHaveLength(1);
});

test('while a fetch is at work, nothing else is imported', async () => {
  const { replica, clock, library } = await startSite();
  const refused: unknown[] = [];
  await fetchFrom(replica, clock, library, { max: '2' }, (event) => {
    if (event.kind === 'saved' && event.done === 1)
      refused.push(importInto(library, SAMPLE).catch((error: Error) => error.message));
  });
  expect(await Promise.all(refused)).toEqual([expect.stringContaining('Another import is running')]);
});

const LOGIN = '<html><head><title>Sign in</title></head><body><input type="password"></body></html>';
