import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Expansion } from '../../../src/ingest/sources/expansion.ts';
import { listPages } from '../../../src/ingest/sources/list-pages.ts';
import { SOURCE_LIMITS } from '../../../src/ingest/sources/source-limits.ts';
import { tarPages } from '../../../src/ingest/sources/tar-pages.ts';
import { inventedPage, packTar, packXz, replaceText, type TarEntry } from './build-archive.ts';
import { collectPaths, textOf } from './collect.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PAGE = inventedPage('Arvania');
const THREE: readonly TarEntry[] = ['arvania', 'belmora', 'cordia'].map((name) => ({
  name: `2031/${name}.html`,
  content: inventedPage(name, 3000),
}));

/** What an archive with this name and these bytes gives. */
async function listArchive(name: string, bytes: Uint8Array, limits: Partial<typeof SOURCE_LIMITS> = {}) {
  const folder = await temporaryFolder({ [name]: bytes });
  return collectPaths([join(folder, name)], folder, limits);
}

describe.each([
  ['pages.tar', (tar: Buffer) => tar],
  ['pages.tar.gz', (tar: Buffer) => gzipSync(tar)],
  ['pages.tgz', (tar: Buffer) => gzipSync(tar)],
  ['pages.tar.xz', (tar: Buffer) => packXz(tar)],
] as const)('%s', (file, pack) => {
  it('gives its pages with their bytes, sizes and times', async () => {
    const { pages, lines, passedOver } = await listArchive(file, pack(await packTar(THREE)));
    expect(lines).toEqual(THREE.map(({ name }) => `${file}!${name}`));
    expect(passedOver).toBe(0);
    expect(pages[0]).toMatchObject({
      size: 3000,
      modified: new Date('2031-02-03T04:05:06Z'),
      modifiedFrom: 'archive-entry',
    });
    for (const [i, page] of pages.entries()) expect(await textOf(page)).toBe(THREE[i]?.content);
  });

  it('gives bytes that can be transferred to another thread', async () => {
    const { pages } = await listArchive(file, pack(await packTar([{ name: 'a.html', content: PAGE }])));
    const location = pages[0]?.location;
    if (location?.kind !== 'bytes') throw new Error('expected bytes');
    expect(location.bytes.buffer.byteLength).toBe(location.bytes.byteLength);
    const moved = structuredClone(location.bytes, { transfer: [location.bytes.buffer] });
    expect(new TextDecoder().decode(moved)).toBe(PAGE);
  });

  it('gives the pages before the place where it was cut off, and then says so', async () => {
    const whole = await packTar(THREE);
    // Inside the third page: each takes 512 bytes of header and 3072 of content.
    const { lines } = await listArchive(file, cutAt(pack(whole), whole, 2 * 3584 + 1000));
    expect(lines).toEqual([
      `${file}!2031/arvania.html`,
      `${file}!2031/belmora.html`,
      `${file}: broken-archive`,
    ]);
  });

  it('is refused whole where nothing of it is left', async () => {
    const { lines } = await listArchive(file, pack(await packTar(THREE)).subarray(0, 24));
    expect(lines).toEqual([`${file}: broken-archive`]);
  });

  it('is refused where it is an empty file', async () => {
    expect((await listArchive(file, new Uint8Array())).lines).toEqual([`${file}: empty`]);
  });

  it('closes its file when no more pages are wanted', async () => {
    const folder = await temporaryFolder({ [file]: pack(await packTar(THREE)) });
    const before = openFiles();
    for await (const item of listPages([join(folder, file)])) {
      expect(item.kind).toBe('page');
      expect(openFiles()).toBe(before + 1);
      break;
    }
    expect(openFiles()).toBe(before);
    // Nothing of the first reading is left to hold the next one up.
    expect((await collectPaths([join(folder, file)])).pages).toHaveLength(3);
    expect(openFiles()).toBe(before);
  });

  it('is read no further than limits allow', async () => {
    const bytes = pack(await packTar(THREE));
    const limits = { freeExpansionBytes: 4000, maxExpansion: 0.01 };
    const refused = (await listArchive(file, bytes, limits)).lines.at(-1);
    expect(refused).toBe(`${file}: zip-bomb`);
    const large = await listArchive(file, bytes, { maxArchiveBytes: 4000 });
    expect(large.lines.at(-1)).toBe(`${file}: too-large`);
    const many = await listArchive(file, bytes, { maxArchiveEntries: 2 });
    expect(many.lines).toEqual([
      `${file}!2031/arvania.html`,
      `${file}!2031/belmora.html`,
      `${file}: too-large`,
    ]);
  });
});

describe('a tar archive', () => {
  it('gives nothing that leads out of it', async () => {
    const tar = await packTar([
      { name: '../a.html', content: PAGE },
      { name: 'x/../../b.html', content: PAGE },
      { name: '/etc/c.html', content: PAGE },
      { name: 'C:/d.html', content: PAGE },
      { name: 'x\\e.html', content: PAGE },
      { name: './2031/arvania.html', content: PAGE },
    ]);
    const { lines, refused } = await listArchive('p.tar', tar);
    expect(refused.map(({ reason }) => reason)).toEqual(Array(5).fill('outside-folder'));
    expect(lines.at(-1)).toBe('p.tar!2031/arvania.html');
  });

  it('gives nothing that is a pipe, a device or a link; what a link inside leads to is read by its own name', async () => {
    const tar = await packTar([
      { name: 'pipe.html', type: 'fifo' },
      { name: 'device.html', type: 'character-device' },
      { name: 'out.html', type: 'symlink', linkname: '../../etc/passwd' },
      { name: 'hard.html', type: 'link', linkname: '/etc/passwd' },
      { name: '2031/in.html', type: 'symlink', linkname: '../arvania.html' },
      { name: 'arvania.html', content: PAGE },
    ]);
    const { lines, passedOver } = await listArchive('p.tar', tar);
    expect(lines).toEqual([
      'p.tar!pipe.html: special-file',
      'p.tar!device.html: special-file',
      'p.tar!out.html: symlink-outside',
      'p.tar!hard.html: symlink-outside',
      'p.tar!arvania.html',
    ]);
    expect(passedOver).toBe(1);
  });

  it('passes over folders, hidden files and other files, and counts the last', async () => {
    const tar = await packTar([
      { name: '2031/', type: 'directory' },
      { name: '2031/._arvania.html', content: 'x' },
      { name: '__MACOSX/arvania.html', content: PAGE },
      { name: 'notes.txt', content: 'a note' },
      { name: 'inner.zip', content: 'PK' },
      { name: '2031/arvania.html', content: PAGE },
    ]);
    const { lines, passedOver } = await listArchive('p.tar', tar);
    expect(lines).toEqual(['p.tar!2031/arvania.html']);
    expect(passedOver).toBe(2);
  });

  it('refuses empty and too large pages and reads on', async () => {
    const tar = await packTar([
      { name: 'a.html', content: '' },
      { name: 'b.html', content: inventedPage('Belmora', 9000) },
      { name: 'c.html', content: PAGE },
    ]);
    const { lines } = await listArchive('p.tar', tar, { maxPageBytes: 1000 });
    expect(lines).toEqual(['p.tar!a.html: empty', 'p.tar!b.html: too-large', 'p.tar!c.html']);
  });

  it('keeps names that are long or not in Latin letters', async () => {
    const names = [`${'long/'.repeat(60)}arvania.html`, 'Côte d’Arvanie.html', 'Арвания.html'];
    const { pages } = await listArchive(
      'p.tar',
      await packTar(names.map((name) => ({ name, content: PAGE }))),
    );
    expect(pages.map(({ path }) => path.split('!')[1]?.slice(-12))).toEqual(
      names.map((name) => name.slice(-12)),
    );
  });

  it('that ends between two pages without its end mark gives them and says that more may be missing', async () => {
    const cut = (await packTar(THREE)).subarray(0, 2 * 3584);
    const { lines, refused } = await listArchive('p.tar', cut);
    expect(lines).toEqual(['p.tar!2031/arvania.html', 'p.tar!2031/belmora.html', 'p.tar: broken-archive']);
    expect(refused[0]?.message).toContain('more may be missing');
  });

  it('that is damaged in the middle gives the pages before that place', async () => {
    const damaged = replaceText(await packTar(THREE), '2031/cordia.html', '2031/cordXX.html');
    const { lines } = await listArchive('p.tar', damaged);
    expect(lines).toEqual(['p.tar!2031/arvania.html', 'p.tar!2031/belmora.html', 'p.tar: broken-archive']);
  });

  it('is taken in no faster than its pages are taken out', async () => {
    const tar = await packTar(
      Array.from({ length: 200 }, (_, i) => ({ name: `${i}.html`, content: inventedPage('x', 20_000) })),
    );
    let taken = 0;
    async function* pieces() {
      for (let at = 0; at < tar.length; at += 16_384) {
        taken += 1;
        yield tar.subarray(at, at + 16_384);
      }
    }
    const expansion: Expansion = { compressed: tar.length, expanded: 0, stop: null };
    const pages = tarPages('p.tar', pieces(), expansion, SOURCE_LIMITS);
    await pages.next();
    await pages.next();
    // Long enough for a reader without restraint to have taken everything.
    for (let turn = 0; turn < 500; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(taken).toBeLessThan(12);
    await pages.return(undefined);
    expect(taken).toBeLessThan(12);
  });
});

describe('a .tar.gz', () => {
  it('that expands without end is refused early, with little of it in memory', async () => {
    const zeros = (await packTar([{ name: 'zeros.html', content: Buffer.alloc(40_000_000) }])) as Buffer;
    const bomb = gzipSync(zeros);
    expect(zeros.length / bomb.length).toBeGreaterThan(500);
    const { lines } = await listArchive('bomb.tar.gz', bomb, { freeExpansionBytes: 1_000_000 });
    expect(lines).toEqual(['bomb.tar.gz!zeros.html: too-large', 'bomb.tar.gz: zip-bomb']);
  });

  it('of several members is read to the end', async () => {
    const tar = await packTar(THREE);
    const members = Buffer.concat([gzipSync(tar.subarray(0, 5000)), gzipSync(tar.subarray(5000))]);
    expect((await listArchive('p.tar.gz', members)).pages).toHaveLength(3);
  });

  it('is read to its end where zeros fill it up, and refused where something else follows', async () => {
    const bytes = gzipSync(await packTar(THREE));
    const filled = Buffer.concat([bytes, Buffer.alloc(200_000)]);
    expect((await listArchive('p.tar.gz', filled)).lines).toEqual(
      THREE.map(({ name }) => `p.tar.gz!${name}`),
    );
    const followed = Buffer.concat([bytes, Buffer.from('something else')]);
    expect((await listArchive('p.tar.gz', followed)).lines.at(-1)).toBe('p.tar.gz: broken-archive');
  });

  it('with a wrong checksum is refused after its pages', async () => {
    const bytes = gzipSync(await packTar(THREE));
    bytes.writeUInt32LE(0, bytes.length - 8);
    const { lines } = await listArchive('p.tar.gz', bytes);
    expect(lines.at(-1)).toBe('p.tar.gz: broken-archive');
  });
});

/** Cuts packed bytes at the place that stands for a place in the archive inside, as near as the format lets us. */
function cutAt(packed: Buffer, tar: Buffer, place: number): Uint8Array {
  if (packed.length > tar.length * 0.9) return packed.subarray(0, place + packed.length - tar.length);
  // Compressed: the archive is cut first, and its compressed form loses the end that says it is whole.
  return gzipSync(tar.subarray(0, place)).subarray(0, -8);
}

function openFiles(): number {
  return readdirSync('/dev/fd').length;
}
