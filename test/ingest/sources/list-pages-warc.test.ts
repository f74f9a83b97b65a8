import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { makePage, summary } from '../page-fixture.ts';
import { inventedPage } from './build-archive.ts';
import {
  type Answer,
  CAPTURED,
  chunked,
  packEach,
  packInfo,
  packResponse,
  packRevisit,
  REPORTS,
  rawRecord,
} from './build-warc.ts';
import { type Collected, collectPaths, textOf } from './collect.ts';
import { temporaryFolder } from './temporary-folder.ts';

const VELMORA = `${REPORTS}/velmora/`;
const PAGE = inventedPage('Velmora', 3000);

async function collectWarc(bytes: Uint8Array, limits = {}, name = 'crawl.warc.gz'): Promise<Collected> {
  const folder = await temporaryFolder({ [name]: bytes });
  return collectPaths([join(folder, name)], folder, limits);
}

async function collectAnswers(...answers: readonly Answer[]): Promise<Collected> {
  return collectWarc(Buffer.concat([await packInfo(), ...(await Promise.all(answers.map(packResponse)))]));
}

describe('a web archive', () => {
  test.each([
    ['WARC/1.1', true, 'crawl.warc.gz'],
    ['WARC/1.0', true, 'crawl.warc.gz'],
    ['WARC/1.1', false, 'crawl.warc'],
    ['WARC/1.0', true, 'packed-all-the-same.warc'],
    ['WARC/1.1', false, 'not-packed-after-all.warc.gz'],
  ] as const)('gives its pages with address and time (%s, packed: %s, %s)', async (version, gzip, name) => {
    const record = await packResponse({ url: VELMORA, body: PAGE, version, gzip });
    const { pages, refused } = await collectWarc(record, {}, name);
    expect(refused).toEqual([]);
    expect(pages).toMatchObject([
      { address: VELMORA, modified: new Date(CAPTURED), modifiedFrom: 'warc-record', size: PAGE.length },
    ]);
    expect(await textOf(pages[0])).toBe(PAGE);
  });

  test('names each page as web archives do', async () => {
    const { pages } = await collectAnswers({ url: VELMORA, body: PAGE });
    expect(pages[0]?.path).toMatch(
      /crawl\.warc\.gz!20310203040506\/https:\/\/www\.state\.gov\/.*\/velmora\/$/,
    );
  });

  test('may be packed as a whole instead of record by record', async () => {
    const records = await Promise.all(
      ['velmora', 'quendary'].map((slug) =>
        packResponse({ url: `${REPORTS}/${slug}`, body: PAGE, gzip: false }),
      ),
    );
    const { pages, refused } = await collectWarc(gzipSync(Buffer.concat(records)));
    expect([pages.length, refused]).toEqual([2, []]);
  });

  test('may end with the padding of a tape', async () => {
    const record = await packResponse({ url: VELMORA, body: PAGE });
    const { pages, refused } = await collectWarc(Buffer.concat([record, Buffer.alloc(600)]));
    expect([pages.length, refused]).toEqual([1, []]);
  });

  test('has everything else passed over, counted by reason', async () => {
    const { lines, records } = await collectAnswers(
      { url: VELMORA, body: PAGE },
      { url: VELMORA, body: '', status: '301 Moved Permanently', headers: { Location: VELMORA } },
      { url: VELMORA, body: 'slow down', status: '429 Too Many Requests' },
      { url: VELMORA, body: '%PDF', headers: { 'Content-Type': 'application/pdf' } },
      { url: 'https://www.state.gov/style.css', body: 'p{}', headers: { 'Content-Type': 'text/css' } },
      { url: 'https://www.state.gov/about/', body: PAGE },
      { url: `${REPORTS}/`, body: PAGE },
    );
    expect(lines).toHaveLength(1);
    expect(records).toEqual({
      'no-capture': 1,
      redirect: 1,
      'other-status': 1,
      'not-html': 2,
      'other-page': 2,
    });
  });

  test('without any report says so', async () => {
    const { refused } = await collectAnswers({ url: 'https://www.state.gov/about/', body: PAGE });
    expect(refused.map(({ message }) => message)).toEqual([
      'There is no report page in it; 2 records were passed over.',
    ]);
  });

  test('gives a page that says itself to be a report, whatever address it was captured from', async () => {
    const report = makePage({ body: summary() });
    const { pages } = await collectAnswers(
      { url: 'https://www.state.gov/?p=4711', body: report },
      {
        url: 'https://web.archive.org/web/20310101000000id_/https://www.state.gov/reports/2031-country-reports-on-human-rights-practices/quendary',
        body: PAGE,
      },
      { url: 'https://www.state.gov/?p=4712', body: makePage({ canonical: null, body: summary() }) },
    );
    expect(pages.map(({ address }) => address)).toEqual([
      'https://www.state.gov/?p=4711',
      expect.stringContaining('web.archive.org'),
    ]);
  });
});

describe('a page in a web archive', () => {
  const bytes = Buffer.from(PAGE);
  test.each<[string, Record<string, string>, Uint8Array]>([
    ['in chunks', { 'Transfer-Encoding': 'chunked' }, chunked(bytes)],
    ['packed with gzip', { 'Content-Encoding': 'gzip' }, gzipSync(bytes)],
    ['packed with deflate', { 'Content-Encoding': 'deflate' }, deflateSync(bytes)],
    ['packed with deflate alone', { 'Content-Encoding': 'deflate' }, deflateRawSync(bytes)],
    ['packed with Brotli', { 'Content-Encoding': 'br' }, brotliCompressSync(bytes)],
    [
      'packed and in chunks',
      { 'Content-Encoding': 'gzip', 'Transfer-Encoding': 'chunked' },
      chunked(gzipSync(bytes)),
    ],
    ['said to be packed and stored as it is', { 'Content-Encoding': 'br' }, bytes],
    ['said to be in chunks and stored as it is', { 'Transfer-Encoding': 'chunked' }, bytes],
  ])('is read %s', async (_, headers, body) => {
    const { pages, refused } = await collectAnswers({ url: VELMORA, headers, body });
    expect(refused).toEqual([]);
    expect(await textOf(pages[0])).toBe(PAGE);
  });

  test('may have the digest of what was sent or of what was unpacked', async () => {
    const plain = await packResponse({ url: VELMORA, body: PAGE, digest: 'sha-1', gzip: false });
    const [stated = ''] = /WARC-Payload-Digest: \S+/.exec(plain.toString()) ?? [];
    const record = await packResponse({
      url: VELMORA,
      body: gzipSync(bytes),
      headers: { 'Content-Encoding': 'gzip' },
      warcHeaders: { 'WARC-Payload-Digest': stated.split(' ')[1] ?? '' },
    });
    expect((await collectWarc(record)).refused).toEqual([]);
  });

  test.each(['sha-1', 'sha-256'] as const)('is refused where its %s digest is not right', async (digest) => {
    const record = await packResponse({ url: VELMORA, body: PAGE, gzip: false, digest });
    const changed = Buffer.from(record.toString().replace('The rivers of', 'The livers of'));
    expect(changed.length).toBe(record.length);
    const { pages, refused } = await collectWarc(changed);
    expect(pages).toEqual([]);
    expect(refused[0]?.message).toContain(`${digest.replace('-', '')} digest that the archive states`);
    expect(refused).toHaveLength(1);
  });

  test('is refused where only the payload’s digest is stated and is not right', async () => {
    const record = await packResponse({ url: VELMORA, body: PAGE, gzip: false });
    const changed = Buffer.from(
      record
        .toString()
        .replace('The rivers of', 'The livers of')
        .replace(/WARC-Block-Digest: .*\r\n/, ''),
    );
    const { refused } = await collectWarc(changed);
    expect(refused[0]?.message).toMatch(/^The page is not what was captured/);
  });

  test.each<[string, Partial<Answer>, RegExp]>([
    [
      'is cut short by the crawler',
      { warcHeaders: { 'WARC-Truncated': 'length' } },
      /cut short when it was captured \(length\)/,
    ],
    ['stands in segments', { warcHeaders: { 'WARC-Segment-Number': '1' } }, /in segments/],
    [
      'is in broken chunks',
      { headers: { 'Transfer-Encoding': 'chunked' }, body: '3\r\nabc\r\n9\r\nde' },
      /chunks/,
    ],
    [
      'is packed and damaged',
      { headers: { 'Content-Encoding': 'gzip' }, body: 'not gzip' },
      /cannot be unpacked/,
    ],
    ['is packed in an unknown way', { headers: { 'Content-Encoding': 'zstd' }, body: 'zzz' }, /\(zstd\)/],
    ['is empty', { body: '' }, /empty/],
  ])('is refused by name where it %s', async (_, part, message) => {
    const { pages, refused, records } = await collectAnswers({ url: VELMORA, body: PAGE, ...part });
    expect([pages, records]).toEqual([[], { 'no-capture': 1 }]);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({
      path: expect.stringContaining(VELMORA),
      message: expect.stringMatching(message),
    });
  });

  test('is refused where it expands beyond the limit of a page', async () => {
    const bomb = await packResponse({
      url: VELMORA,
      body: gzipSync(Buffer.alloc(2_000_000, 'a')),
      headers: { 'Content-Encoding': 'gzip' },
    });
    const whole = await packResponse({ url: VELMORA, body: PAGE });
    const { pages, refused } = await collectWarc(Buffer.concat([bomb, whole]), { maxPageBytes: 1_000_000 });
    expect(refused.map(({ reason }) => reason)).toEqual(['too-large']);
    expect(pages).toHaveLength(1);
  });
});

describe('a revisit', () => {
  const other = `${REPORTS}/quendary/`;

  test.each([
    ['the digest of a page', {}, PAGE],
    ['the address and time of a page', { url: VELMORA, date: CAPTURED }, 'sent otherwise'],
  ])('that names %s stands for it, in whatever order and archive', async (_, refersTo, body) => {
    const folder = await temporaryFolder({
      'a.warc.gz': await packRevisit(VELMORA, body, refersTo),
      'b.warc.gz': await packResponse({ url: VELMORA, body: PAGE }),
      'c.warc.gz': await packRevisit(VELMORA, body, refersTo),
    });
    const { pages, refused, records } = await collectPaths([folder], folder);
    expect([pages.length, refused, records]).toEqual([1, [], { revisit: 2 }]);
  });

  test('of a report that no archive holds is counted apart, and one of anything else with the rest', async () => {
    const { records } = await collectWarc(
      Buffer.concat([
        await packResponse({ url: VELMORA, body: PAGE }),
        await packRevisit(other, 'another page', { url: other, date: CAPTURED }),
        await packRevisit('https://www.state.gov/logo.png', 'a picture'),
      ]),
    );
    expect(records).toEqual({ 'revisit-unresolved': 1, 'other-page': 1 });
  });
});

describe('a web archive that is broken', () => {
  const records = async () =>
    Promise.all(
      ['velmora', 'quendary', 'santorlo'].map((slug) =>
        packResponse({ url: `${REPORTS}/${slug}`, body: PAGE }),
      ),
    );

  test.each([
    ['in the middle of a page', (third: Buffer) => third.subarray(0, third.length / 2)],
    ['in the head of the last packed record', (third: Buffer) => third.subarray(0, 5)],
    ['before the checksum of the last record', (third: Buffer) => third.subarray(0, third.length - 4)],
    ['by other bytes', () => Buffer.from('something else altogether')],
  ])('gives what stands before and says where (cut %s)', async (_, cut) => {
    const [first, second, third] = (await records()) as [Buffer, Buffer, Buffer];
    const { pages, refused } = await collectWarc(Buffer.concat([first, second, cut(third)]));
    expect(pages).toHaveLength(2);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toBe('broken-archive');
    expect(refused[0]?.message).toContain(`damaged at byte ${first.length + second.length}: `);
  });

  test('says where in a file that is not packed too', async () => {
    const [first, second] = (await records()).map((record) => gunzipSync(record)) as [Buffer, Buffer];
    const { pages, refused } = await collectWarc(
      Buffer.concat([first, second.subarray(0, -100)]),
      {},
      'a.warc',
    );
    expect(pages).toHaveLength(1);
    expect(refused[0]?.message).toContain(`byte ${first.length}: the file ends in the middle of the record`);
  });

  test('gives no page whose packing does not agree with its checksum', async () => {
    const [first, second, third] = (await records()) as [Buffer, Buffer, Buffer];
    second[second.length - 8] = (second[second.length - 8] ?? 0) ^ 1;
    const { pages, refused } = await collectWarc(Buffer.concat([first, second, third]));
    expect(pages).toHaveLength(1);
    expect(refused[0]?.message).toContain(`byte ${first.length}: what is packed there does not agree`);
  });

  const head = (...fields: readonly string[]) => ['WARC/1.1', 'WARC-Type: response', ...fields];
  test.each<[string, Buffer, RegExp]>([
    ['a negative length', rawRecord(head('Content-Length: -5'), 'x'), /“-5”, cannot be one/],
    [
      'a length beyond all numbers',
      rawRecord(head(`Content-Length: ${'9'.repeat(30)}`), 'x'),
      /cannot be one/,
    ],
    [
      'a length beyond the file',
      rawRecord(head('Content-Length: 9007199254740991'), 'x'),
      /ends in the middle/,
    ],
    ['a length that is too short', rawRecord(head('Content-Length: 1'), 'xyz'), /does not end where it says/],
    ['no length', rawRecord(head(), 'x'), /does not say how long/],
    ['two lengths', rawRecord(head('Content-Length: 1', 'Content-Length: 2'), 'x'), /two different lengths/],
    ['a NUL byte in its head', rawRecord(head('X: \0', 'Content-Length: 1'), 'x'), /NUL byte/],
    [
      'a head of 10 MB',
      rawRecord(head(`X: ${'a'.repeat(10_000_000)}`, 'Content-Length: 0')),
      /larger than 65536 bytes/,
    ],
    [
      'a head of many thousand lines',
      rawRecord(head(...Array<string>(30_000).fill('X: y'))),
      /larger than 65536 bytes/,
    ],
    ['a line that is no field', rawRecord(head('nothing', 'Content-Length: 0')), /no field/],
    ['another version', rawRecord(['WARC/0.17', 'Content-Length: 0']), /WARC 0\.17; 1\.0 and 1\.1 are read/],
  ])('is read no further at a record with %s', async (_, record, message) => {
    const whole = await packResponse({ url: VELMORA, body: PAGE, gzip: false });
    for (const packed of [false, true]) {
      const records = [whole, record];
      const bytes = packed ? packEach(records) : Buffer.concat(records);
      const { pages, refused } = await collectWarc(bytes);
      expect(pages).toHaveLength(1);
      expect(refused.map(({ message }) => message)).toEqual([expect.stringMatching(message)]);
    }
  });

  test('is given up where it expands without end, holds too many records, or is larger than the limits', async () => {
    const bomb = rawRecord(
      [
        'WARC/1.1',
        'WARC-Type: resource',
        'Content-Type: text/html',
        `WARC-Target-URI: ${VELMORA}`,
        'Content-Length: 20000000',
      ],
      Buffer.alloc(20_000_000, 'a'),
    );
    const limits = { freeExpansionBytes: 1_000_000, maxExpansion: 100 };
    const expanded = await collectWarc(gzipSync(bomb), limits);
    expect(expanded.refused).toMatchObject([
      { reason: 'zip-bomb', message: expect.stringContaining('split it') },
    ]);
    const three = Buffer.concat(await records());
    expect((await collectWarc(three, { maxArchiveEntries: 2 })).lines.slice(2)).toEqual([
      'crawl.warc.gz: too-large',
    ]);
    expect((await collectWarc(three, { maxArchiveBytes: 5000 })).lines.slice(1)).toEqual([
      'crawl.warc.gz: too-large',
    ]);
  });

  test('is refused where its name promises what it is not', async () => {
    expect((await collectWarc(Buffer.from('<html>'))).refused[0]?.message).toContain(
      'does not begin like one',
    );
  });
});
