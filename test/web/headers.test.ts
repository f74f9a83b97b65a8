import { gunzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSampleLibrary } from '../store/sample-library.ts';
import { importSecondCapture, makeSite, openSampleSite } from './sample-site.ts';

let site: Awaited<ReturnType<typeof openSampleSite>>;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
  expect(site.faults).toEqual([]);
});

const SMALL = '/report?years=2023&sections=all&areas=zza';
const LARGE = '/report?years=2022-2024&sections=all&areas=all';

describe.each([
  ['the builder', '/', 200],
  ['a small report', SMALL, 200],
  ['a large report, which streams', LARGE, 200],
  ['a file', '/report.csv?years=2023&sections=all&areas=zza', 200],
  ['data', '/areas.json', 200],
  ['the count', '/report/count.json?years=2023&sections=all&areas=zza', 200],
  ['a redirect', '/2023', 301],
  ['a style', '/assets/000000000000/variorum.css', 200],
  ['a problem as a page', '/nothing-here', 404],
  ['a problem as data', '/nothing-here.json', 404],
  ['a search', '/search?q=prison', 200],
  ['all hits as a file', '/search.csv?q=prison', 200],
  ['a search with problems', '/search?q=a*', 400],
  ['a form with problems', '/report?years=2031', 400],
])('%s', (_, address, status) => {
  test('runs nothing inline, loads nothing from elsewhere, and cannot be framed', async () => {
    const response = await site.get(address);
    expect(response.status).toBe(status);
    const policy = response.headers.get('Content-Security-Policy')?.split('; ') ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy.join()).not.toMatch(/unsafe|https?:|\*|data:/);
    await response.body?.cancel();
  });

  test('is not sniffed, and tells other sites nothing', async () => {
    const response = await site.get(address);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(response.headers.get('Set-Cookie')).toBeNull();
    await response.body?.cancel();
  });
});

test('no page holds an inline script, style or handler', async () => {
  for (const address of [
    '/',
    SMALL,
    LARGE,
    '/2023/zza',
    '/areas',
    '/coverage',
    '/topics/women',
    '/search',
    '/search?q=the',
    '/2023/zza?q=the',
    '/nothing',
  ]) {
    const offences: string[] = [];
    const parser = new Parser({
      onopentag(name, attributes) {
        if (name === 'style' || (name === 'script' && !attributes.src?.startsWith('/assets/')))
          offences.push(name);
        for (const key of Object.keys(attributes))
          if (/^(on|style$)/.test(key)) offences.push(`${name} ${key}`);
      },
    });
    parser.end((await site.read(address)).text);
    expect(offences, address).toEqual([]);
  }
});

describe('who has it already', () => {
  test.each([SMALL, LARGE, '/2023/zza', '/areas.csv', '/coverage', '/search?q=the'])(
    'is told so: %s',
    async (address) => {
      const first = await site.get(address);
      const etag = first.headers.get('ETag') ?? '';
      await first.body?.cancel();
      expect(etag).toMatch(/^W\/"/);
      const again = await site.get(address, { 'If-None-Match': `"other", ${etag}` });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(again.headers.get('ETag')).toBe(etag);
      const other = await site.get(address, { 'If-None-Match': '"other"' });
      expect(other.status).toBe(200);
      await other.body?.cancel();
    },
  );

  test('asks again each time, so that a change is seen at once', async () => {
    const library = await openSampleLibrary();
    const { get, read } = makeSite(library.workbench);
    for (const address of ['/2023/zza', SMALL, LARGE]) {
      const before = await get(address);
      expect(before.headers.get('Cache-Control')).toBe('no-cache');
      expect(await before.text()).toContain('Little changed in Velmora');
    }
    const etag = (await get('/2023/zza')).headers.get('ETag') ?? '';
    await importSecondCapture(library.workbench, library.folder);
    for (const address of ['/2023/zza', SMALL, LARGE]) {
      expect((await read(address, { 'If-None-Match': etag })).text).toContain('Not much changed in Velmora');
    }
    await library.remove();
  });
});

describe('who reads gzip', () => {
  test.each([
    SMALL,
    LARGE,
    '/areas.json',
    '/report.txt?years=2023&sections=all&areas=zza',
    '/search?q=the',
    '/search.json?q=the',
  ])('gets the same text, compressed: %s', async (address) => {
    const plain = (await site.read(address)).text;
    const packed = await site.get(address, { 'Accept-Encoding': 'br, gzip' });
    expect(packed.headers.get('Content-Encoding')).toBe('gzip');
    expect(packed.headers.get('Vary')).toContain('Accept-Encoding');
    expect(gunzipSync(await packed.arrayBuffer()).toString('utf8')).toBe(plain);
    const refused = await site.get(address, { 'Accept-Encoding': 'gzip;q=0' });
    expect(refused.headers.get('Content-Encoding')).toBeNull();
    await refused.body?.cancel();
  });
});
