import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listPages } from '../../../src/ingest/sources/list-pages.ts';
import { inventedPage, packTar, packXz } from './build-archive.ts';
import { collect, collectPaths, textOf } from './collect.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Two pages packed by `tar --format=ustar c | xz --lzma2=dict=128MiB`: more than the decoder's 64 MiB. */
const PACKED_BY_XZ = Buffer.from(
  '/Td6WFoAAATm1rRGAgAhAR4AAACbB1Fm4Cf/AL1dABkMArd9TXBXpQRsmg+KCvyp60gK9LMFBLTkPM1PTHq762t9GeicTqwRgUIQLIcQf9v9Q/pe' +
    '/auk+gmGmS9HW9kjyGK/aH8vaYvhX8E/7PC1BZxDPA7kcI/ljlYJhInZGVxCIwZgv1A8tO2kJRKZ9e7xdOKQokSdMYlfxpNxaT1Ud/stP+mrJ8Eu' +
    '4haAKBNnDgGJsj28ilpOLbz3PFUbxTVDr8zkIhCF1afBZ0L89ZsZuHNE1iSCQhe9+Tl99AAAAAD/3DzhCy8E6wAB2QGAUAAAASjhSrHEZ/sCAAAA' +
    'AARZWg==',
  'base64',
);

const PAGE = inventedPage('Arvania');
const MIB_128 = 30;

async function listXz(bytes: Uint8Array, limits = {}) {
  const folder = await temporaryFolder({ 'p.tar.xz': bytes });
  return collectPaths([join(folder, 'p.tar.xz')], folder, limits);
}

describe('a .tar.xz', () => {
  it('packed with a dictionary larger than it needs is read', async () => {
    const { lines, pages } = await listXz(PACKED_BY_XZ);
    expect(lines).toEqual(['p.tar.xz!2031/arvania.html', 'p.tar.xz!2031/belmora.html']);
    expect(await textOf(pages[0])).toBe('<h1>Arvania</h1>\n<p>An invented country with three rivers.</p>\n');
    expect(pages[0]?.modified).toEqual(new Date(1_900_000_000_000));
  });

  it('of several blocks and several streams is read to the end, whatever dictionaries they state', async () => {
    const tar = await packTar(
      ['a', 'b', 'c', 'd'].map((name) => ({ name: `${name}.html`, content: inventedPage(name, 70_000) })),
    );
    const streams = Buffer.concat([
      packXz(tar.subarray(0, 150_000), { blockBytes: 40_000, dictionaryCode: MIB_128 }),
      Buffer.alloc(8),
      packXz(tar.subarray(150_000), { blockBytes: 65_530, dictionaryCode: MIB_128 }),
      PACKED_BY_XZ,
      Buffer.alloc(4),
    ]);
    const { lines } = await listXz(streams);
    expect(lines).toEqual([
      ...['a', 'b', 'c', 'd'].map((name) => `p.tar.xz!${name}.html`),
      'p.tar.xz!2031/arvania.html',
      'p.tar.xz!2031/belmora.html',
    ]);
  });

  it('with a large dictionary that was cut off gives the pages before that place', async () => {
    const tar = await packTar([
      { name: 'a.html', content: PAGE },
      { name: 'b.html', content: inventedPage('b', 90_000) },
    ]);
    const { lines } = await listXz(packXz(tar, { dictionaryCode: MIB_128 }).subarray(0, 60_000));
    expect(lines).toEqual(['p.tar.xz!a.html', 'p.tar.xz: broken-archive']);
  });

  it('that says it expands beyond the limits is refused before anything is expanded', async () => {
    const tar = await packTar([{ name: 'a.html', content: PAGE }]);
    const bomb = await listXz(packXz(tar, { statedSize: 10_000_000_000 }));
    expect(bomb.lines).toEqual(['p.tar.xz: zip-bomb']);
    const large = await listXz(packXz(tar, { statedSize: 3000 }), {
      maxArchiveBytes: 2000,
      maxExpansion: 1e9,
    });
    expect(large.lines).toEqual(['p.tar.xz: too-large']);
  });

  it('that lies about what it expands to is refused', async () => {
    const tar = await packTar([{ name: 'a.html', content: PAGE }]);
    const { lines } = await listXz(packXz(tar, { statedSize: 5 }));
    expect(lines.at(-1)).toBe('p.tar.xz: broken-archive');
  });

  it('with a checksum that is not known is refused with advice', async () => {
    const tar = await packTar([{ name: 'a.html', content: PAGE }]);
    const { lines, refused } = await listXz(packXz(tar, { check: 10 }));
    expect(lines).toEqual(['p.tar.xz: not-readable']);
    expect(refused[0]?.message).toContain('Unpack it and import the folder');
  });

  it('with damaged content is refused', async () => {
    const damaged = Buffer.from(PACKED_BY_XZ);
    damaged.writeUInt8(damaged.readUInt8(120) ^ 0xff, 120);
    expect((await listXz(damaged)).lines.at(-1)).toBe('p.tar.xz: broken-archive');
  });

  it('waits for another to be closed before it is expanded', async () => {
    const folder = await temporaryFolder({ 'a.tar.xz': PACKED_BY_XZ, 'b.tar.xz': PACKED_BY_XZ });
    const first = listPages([join(folder, 'a.tar.xz')]);
    await first.next();
    const second = collect(listPages([join(folder, 'b.tar.xz')]));
    await first.return();
    expect((await second).pages).toHaveLength(2);
  });
});
