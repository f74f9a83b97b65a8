import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listPages } from '../../../src/ingest/sources/list-pages.ts';
import { inventedPage, packZip, patchZip, replaceText } from './build-archive.ts';
import { collectPaths, textOf } from './collect.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PAGE = inventedPage('Arvania');
const ENCRYPTED = 1;

async function listZip(bytes: Uint8Array, limits = {}) {
  const folder = await temporaryFolder({ 'p.zip': bytes });
  return collectPaths([join(folder, 'p.zip')], folder, limits);
}

describe('a .zip', () => {
  it('gives its pages with their bytes, sizes and times, compressed or stored', async () => {
    const { lines, pages, passedOver } = await listZip(
      await packZip([
        { name: '2031/arvania.html', content: PAGE },
        { name: '2031/belmora.htm', content: inventedPage('Belmora', 90_000), compress: false },
        { name: 'notes.txt', content: 'a note' },
        { name: '__MACOSX/2031/._arvania.html', content: 'x' },
      ]),
    );
    expect(lines).toEqual(['p.zip!2031/arvania.html', 'p.zip!2031/belmora.htm']);
    expect(pages[0]).toMatchObject({
      size: PAGE.length,
      modified: new Date('2031-02-03T04:05:06Z'),
      modifiedFrom: 'archive-entry',
    });
    expect(await textOf(pages[0])).toBe(PAGE);
    expect(await textOf(pages[1])).toBe(inventedPage('Belmora', 90_000));
    expect(passedOver).toBe(1);
  });

  it('gives bytes that can be transferred to another thread', async () => {
    for (const compress of [true, false]) {
      const { pages } = await listZip(await packZip([{ name: 'a.html', content: PAGE, compress }]));
      const location = pages[0]?.location;
      if (location?.kind !== 'bytes') throw new Error('expected bytes');
      expect(location.bytes.buffer.byteLength).toBe(location.bytes.byteLength);
      const moved = structuredClone(location.bytes, { transfer: [location.bytes.buffer] });
      expect(new TextDecoder().decode(moved)).toBe(PAGE);
    }
  });

  it('gives nothing that leads out of it', async () => {
    let zip = await packZip([
      { name: 'aa/1.html', content: PAGE },
      { name: 'bbbb/2.html', content: PAGE },
      { name: 'cc/3.html', content: PAGE },
      { name: 'd/4.html', content: PAGE },
      { name: '2031/arvania.html', content: PAGE },
    ]);
    for (const [text, by] of [
      ['aa/1', '../1'],
      ['bbbb/2', '/etc/2'],
      ['cc/3', 'C:/3'],
      ['d/4', 'd\\4'],
    ] as const) {
      zip = replaceText(zip, text, by);
    }
    const { lines } = await listZip(zip);
    expect(lines.slice(0, 4).every((line) => line.endsWith(': outside-folder'))).toBe(true);
    expect(lines[4]).toBe('p.zip!2031/arvania.html');
    expect(lines).toHaveLength(5);
  });

  it('gives no links; what a link inside leads to is read by its own name', async () => {
    const { lines, passedOver } = await listZip(
      await packZip([
        { name: 'out.html', content: '../../etc/passwd', mode: 0o120777 },
        { name: '2031/in.html', content: '../arvania.html', mode: 0o120777 },
        { name: 'pipe.html', content: 'x', mode: 0o010644 },
        { name: 'arvania.html', content: PAGE },
      ]),
    );
    expect(lines).toEqual([
      'p.zip!out.html: symlink-outside',
      'p.zip!pipe.html: special-file',
      'p.zip!arvania.html',
    ]);
    expect(passedOver).toBe(1);
  });

  it('refuses entries that are locked, empty, too large or packed in an unknown way, and reads on', async () => {
    const page = await packZip([{ name: 'a.html', content: PAGE }]);
    expect((await listZip(patchZip(page, 'flags', ENCRYPTED))).lines).toEqual(['p.zip!a.html: encrypted']);
    expect((await listZip(patchZip(page, 'method', 12))).lines).toEqual(['p.zip!a.html: not-readable']);
    const mixed = await packZip([
      { name: 'a.html', content: '' },
      { name: 'b.html', content: inventedPage('Belmora', 9000) },
      { name: 'c.html', content: PAGE },
    ]);
    const { lines } = await listZip(mixed, { maxPageBytes: 1000 });
    expect(lines).toEqual(['p.zip!a.html: empty', 'p.zip!b.html: too-large', 'p.zip!c.html']);
  });

  it('refuses an entry that does not agree with its checksum or its size', async () => {
    const page = await packZip([{ name: 'a.html', content: PAGE }]);
    expect((await listZip(patchZip(page, 'checksum', 1))).lines).toEqual(['p.zip!a.html: broken-archive']);
    expect((await listZip(patchZip(page, 'size', PAGE.length + 9))).lines).toEqual([
      'p.zip!a.html: broken-archive',
    ]);
  });

  it('never expands an entry beyond what the archive says it holds', async () => {
    const bomb = patchZip(
      await packZip([{ name: 'a.html', content: Buffer.alloc(30_000_000) }]),
      'size',
      1000,
    );
    expect((await listZip(bomb)).lines).toEqual(['p.zip!a.html: zip-bomb']);
  });

  it('refuses a page of nothing but zeros without expanding it', async () => {
    const bomb = await packZip([{ name: 'a.html', content: Buffer.alloc(30_000_000) }]);
    expect((await listZip(bomb)).lines).toEqual(['p.zip!a.html: too-large']);
  });

  it('that expands without end is refused where the limit is passed', async () => {
    const zip = await packZip(
      Array.from({ length: 20 }, (_, i) => ({ name: `${i}.html`, content: Buffer.alloc(1_000_000) })),
    );
    const { lines } = await listZip(zip, { freeExpansionBytes: 3_000_000, maxExpansion: 100 });
    expect(lines).toEqual(['p.zip!0.html', 'p.zip!1.html', 'p.zip!2.html', 'p.zip: zip-bomb']);
  });

  it('with too much or too many in it is refused', async () => {
    const zip = await packZip(['a', 'b', 'c'].map((name) => ({ name: `${name}.html`, content: PAGE })));
    expect((await listZip(zip, { maxArchiveEntries: 2 })).lines).toEqual(['p.zip: too-large']);
    expect((await listZip(zip, { maxArchiveBytes: 2 * PAGE.length })).lines).toEqual([
      'p.zip!a.html',
      'p.zip!b.html',
      'p.zip: too-large',
    ]);
  });

  it('that was cut off has lost its list of contents and is refused', async () => {
    const zip = await packZip([{ name: 'a.html', content: PAGE }]);
    expect((await listZip(zip.subarray(0, -30))).lines).toEqual(['p.zip: broken-archive']);
  });

  it('whose list of contents is damaged gives the pages before that place', async () => {
    const zip = await packZip(['a', 'b'].map((name) => ({ name: `${name}.html`, content: PAGE })));
    zip.writeUInt32LE(0, zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])));
    expect((await listZip(zip)).lines).toEqual(['p.zip!a.html', 'p.zip: broken-archive']);
  });

  it('that has more entries than it says is not taken for whole', async () => {
    const zip = await packZip(['a', 'b'].map((name) => ({ name: `${name}.html`, content: PAGE })));
    zip.writeUInt16LE(1, zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06])) + 10);
    expect((await listZip(zip)).lines).toEqual(['p.zip!a.html', 'p.zip: broken-archive']);
  });

  it('closes its file when no more pages are wanted', async () => {
    const zip = await packZip(['a', 'b', 'c'].map((name) => ({ name: `${name}.html`, content: PAGE })));
    const folder = await temporaryFolder({ 'p.zip': zip });
    const before = readdirSync('/dev/fd').length;
    for await (const item of listPages([join(folder, 'p.zip')])) {
      expect(item.kind).toBe('page');
      expect(readdirSync('/dev/fd').length).toBe(before + 1);
      break;
    }
    expect(readdirSync('/dev/fd').length).toBe(before);
  });
});
