import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inventedPage, packZip, patchZip, type ZipEntry } from './build-archive.ts';
import { packResponse, packRevisit, packWacz, REPORTS } from './build-warc.ts';
import { type Collected, collectPaths, textOf } from './collect.ts';
import { temporaryFolder } from './temporary-folder.ts';

const VELMORA = `${REPORTS}/velmora/`;
const PAGE = inventedPage('Velmora', 3000);

async function collectWacz(bytes: Uint8Array, limits = {}): Promise<Collected> {
  const folder = await temporaryFolder({ 'crawl.wacz': bytes });
  return collectPaths([join(folder, 'crawl.wacz')], folder, limits);
}

async function collectEntries(...entries: readonly ZipEntry[]): Promise<Collected> {
  return collectWacz(await packZip(entries));
}

describe('a WACZ', () => {
  test('made by js-wacz gives the pages of all its WARC files, with revisits across them', async () => {
    const folder = await temporaryFolder({
      'a.warc.gz': await packRevisit(VELMORA, PAGE),
      'b.warc.gz': await packResponse({ url: VELMORA, body: PAGE }),
      'c.warc': await packResponse({ url: `${REPORTS}/quendary`, body: PAGE, gzip: false }),
    });
    const wacz = join(await temporaryFolder(), 'crawl.wacz');
    await packWacz([join(folder, '*.warc.gz'), join(folder, '*.warc')], wacz);
    const { pages, refused, records } = await collectPaths([wacz]);
    expect([refused, records]).toEqual([[], { revisit: 1 }]);
    expect(pages.map(({ address, modifiedFrom }) => [address, modifiedFrom]).sort()).toEqual([
      [`${REPORTS}/quendary`, 'warc-record'],
      [VELMORA, 'warc-record'],
    ]);
    expect(await textOf(pages[0])).toBe(PAGE);
  });

  test.each([true, false])('may have its WARC files packed by the zip archive too (%s)', async (compress) => {
    const content = await packResponse({ url: VELMORA, body: PAGE, gzip: false });
    const { pages, refused, passedOver } = await collectEntries(
      { name: 'datapackage.json', content: '{}' },
      { name: 'archive/crawl.warc', content, compress },
      { name: 'elsewhere/crawl.warc', content, compress },
    );
    expect([pages.length, refused, passedOver]).toEqual([1, [], 2]);
  });

  test('without a WARC file is refused', async () => {
    const { refused } = await collectEntries({ name: 'datapackage.json', content: '{}' });
    expect(refused.map(({ message }) => message)).toEqual([
      'It has no WARC file in its folder “archive”, as every WACZ has.',
    ]);
  });

  test('gives the pages of its whole WARC files where another is damaged', async () => {
    const content = await packResponse({ url: VELMORA, body: PAGE });
    const { pages, lines } = await collectEntries(
      { name: 'archive/a.warc.gz', content: content.subarray(0, content.length / 2) },
      { name: 'archive/b.warc.gz', content },
    );
    expect(pages).toHaveLength(1);
    expect(lines[0]).toBe('crawl.wacz!archive/a.warc.gz: broken-archive');
  });

  test.each([
    ['checksum', 'does not agree with the checksum'],
    ['size', 'expands to more than the archive says'],
  ] as const)('whose list of contents tells a wrong %s says so', async (field, message) => {
    const content = await packResponse({ url: VELMORA, body: PAGE, gzip: false });
    const zip = await packZip([{ name: 'archive/a.warc', content }]);
    const { refused } = await collectWacz(patchZip(zip, field, 17));
    expect(refused.map(({ message }) => message)).toEqual([expect.stringContaining(message)]);
  });

  test('is given up where it expands without end, over all its files together', async () => {
    const content = Buffer.alloc(900_000, '\n');
    const entries = ['a', 'b', 'c'].map((name) => ({ name: `archive/${name}.warc`, content }));
    const { lines } = await collectWacz(await packZip(entries), {
      freeExpansionBytes: 1_000_000,
      maxExpansion: 50,
    });
    expect(lines).toEqual(['crawl.wacz!archive/b.warc: zip-bomb']);
  });

  test.each(['../archive/a.warc', '/archive/a.warc', 'archive\\a.warc'])(
    'with an entry that leads out of it (%s) has that refused',
    async (name) => {
      const content = await packResponse({ url: VELMORA, body: PAGE });
      const honest = 'x'.repeat(name.length);
      const zip = await packZip([
        { name: honest, content },
        { name: 'archive/b.warc.gz', content },
      ]);
      const patched = Buffer.from(zip.toString('latin1').replaceAll(honest, name), 'latin1');
      const { pages, refused } = await collectWacz(patched);
      expect([pages.length, refused.map(({ reason }) => reason)]).toEqual([1, ['outside-folder']]);
    },
  );

  test('with a locked file, a link, or one packed in an unknown way has each refused', async () => {
    const content = await packResponse({ url: VELMORA, body: PAGE });
    const zip = await packZip([{ name: 'archive/a.warc.gz', content }]);
    expect((await collectWacz(patchZip(zip, 'flags', 1))).refused[0]?.reason).toBe('encrypted');
    expect((await collectWacz(patchZip(zip, 'method', 99))).refused[0]?.reason).toBe('not-readable');
    const link = await packZip([{ name: 'archive/a.warc.gz', content: '../x', mode: 0o120777 }]);
    expect((await collectWacz(link)).refused[0]?.reason).toBe('special-file');
  });
});
