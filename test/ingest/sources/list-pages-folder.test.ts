import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { asOrdinaryUser } from '../../as-ordinary-user.ts';
import { inventedPage, packTar, packZip } from './build-archive.ts';
import { collectPaths, textOf } from './collect.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PAGE = inventedPage('Arvania');

describe('pages in a folder', () => {
  it('are found in every folder of it, in the order of their names', async () => {
    const folder = await temporaryFolder({
      '2032/belmora.html': PAGE,
      '2031/cordia.HTM': PAGE,
      '2031/arvania.html': PAGE,
      'b.html': PAGE,
      'Z.html': PAGE,
      '2031/deep/er/dalmora.html': PAGE,
    });
    const { lines, passedOver } = await collectPaths([folder], folder);
    expect(lines).toEqual([
      '2031/arvania.html',
      '2031/cordia.HTM',
      '2031/deep/er/dalmora.html',
      '2032/belmora.html',
      'Z.html',
      'b.html',
    ]);
    expect(passedOver).toBe(0);
  });

  it('are handed over as files to be read elsewhere, with size and time', async () => {
    const folder = await temporaryFolder({ 'arvania.html': PAGE });
    await utimes(join(folder, 'arvania.html'), new Date(), new Date('2031-02-03T04:05:06Z'));
    const { pages } = await collectPaths([`${folder}/./`]);
    expect(pages).toMatchObject([
      {
        kind: 'page',
        path: join(folder, 'arvania.html'),
        size: PAGE.length,
        modified: new Date('2031-02-03T04:05:06Z'),
        modifiedFrom: 'file-time',
        location: { kind: 'file' },
      },
    ]);
    expect(await textOf(pages[0])).toBe(PAGE);
  });

  it('are found beside other files, which are counted, and hidden ones, which are not', async () => {
    const folder = await temporaryFolder({
      'arvania.html': PAGE,
      'notes.txt': 'a note',
      'arvania_files/style.css': 'p {}',
      '.DS_Store': 'x',
      '._arvania.html': 'x',
      '__MACOSX/arvania.html': PAGE,
      '.git/arvania.html': PAGE,
    });
    const { lines, passedOver } = await collectPaths([folder], folder);
    expect(lines).toEqual(['arvania.html']);
    expect(passedOver).toBe(2);
  });

  it('are found in the archives in it, in their place; an archive in an archive is passed over', async () => {
    const inner = await packZip([{ name: 'inner.html', content: PAGE }]);
    const folder = await temporaryFolder({
      'a.html': PAGE,
      'b.zip': await packZip([
        { name: '2031/arvania.html', content: PAGE },
        { name: 'inner.zip', content: inner },
      ]),
      'c.tar': await packTar([{ name: 'cordia.html', content: PAGE }]),
      'd.html': PAGE,
    });
    const { lines, passedOver } = await collectPaths([folder], folder);
    expect(lines).toEqual(['a.html', 'b.zip!2031/arvania.html', 'c.tar!cordia.html', 'd.html']);
    expect(passedOver).toBe(1);
  });

  it('are refused where they are empty or too large, and the rest goes on', async () => {
    const folder = await temporaryFolder({
      'a.html': '',
      'b.html': inventedPage('Belmora', 2000),
      'c.html': PAGE,
    });
    const { lines, refused } = await collectPaths([folder], folder, { maxPageBytes: 1000 });
    expect(lines).toEqual(['a.html: empty', 'b.html: too-large', 'c.html']);
    expect(refused[1]?.message).toContain('larger than 1000 bytes');
  });

  it('are said to be none where there is none', async () => {
    const folder = await temporaryFolder({ 'notes.txt': 'a note' });
    const { refused, passedOver } = await collectPaths([folder]);
    expect(refused).toMatchObject([{ path: folder, reason: 'empty' }]);
    expect(refused[0]?.message).toContain('1 other file was passed over');
    expect(passedOver).toBe(1);
  });
});

describe('links in a folder', () => {
  it('are not followed out of it', async () => {
    const outside = await temporaryFolder({ 'secret.html': PAGE });
    const folder = await temporaryFolder({ 'arvania.html': PAGE });
    await symlink(join(outside, 'secret.html'), join(folder, 'file.html'));
    await symlink(outside, join(folder, 'folder'));
    await symlink('../'.repeat(3), join(folder, 'up'));
    const { lines } = await collectPaths([folder], folder);
    expect(lines).toEqual([
      'arvania.html',
      'file.html: symlink-outside',
      'folder: symlink-outside',
      'up: symlink-outside',
    ]);
  });

  it('to what is met under its own name change nothing, even in circles', async () => {
    const folder = await temporaryFolder({ '2031/arvania.html': PAGE, '2031/deep/belmora.html': PAGE });
    await symlink('2031/arvania.html', join(folder, 'a-link.html'));
    await symlink('2031', join(folder, 'a-link'));
    await symlink('..', join(folder, '2031', 'deep', 'up'));
    await symlink('.', join(folder, '2031', 'here'));
    const { lines } = await collectPaths([folder], folder);
    expect(lines).toEqual(['2031/arvania.html', '2031/deep/belmora.html']);
  });

  it('to what is hidden are followed once', async () => {
    const folder = await temporaryFolder({ '.store/1/arvania.html': PAGE, '.store/belmora.html': PAGE });
    await symlink('.store/1', join(folder, 'current'));
    await symlink('.store/1', join(folder, 'latest'));
    await symlink('.store/belmora.html', join(folder, 'belmora.html'));
    const { lines, pages } = await collectPaths([folder], folder);
    expect(lines).toEqual(['belmora.html', 'current/arvania.html']);
    expect(await textOf(pages[1])).toBe(PAGE);
  });

  it('that lead to nothing or to themselves are refused', async () => {
    const folder = await temporaryFolder({ 'arvania.html': PAGE });
    await symlink('gone.html', join(folder, 'b.html'));
    await symlink('c.html', join(folder, 'c.html'));
    const { lines } = await collectPaths([folder], folder);
    expect(lines).toEqual(['arvania.html', 'b.html: not-readable', 'c.html: not-readable']);
  });
});

describe('what is no file in a folder', () => {
  it('is refused without being opened', async () => {
    const folder = await temporaryFolder({ 'b.html': PAGE });
    // Opening a pipe that nobody writes to would wait for ever.
    execFileSync('mkfifo', [join(folder, 'a.html')]);
    const { lines } = await collectPaths([folder], folder);
    expect(lines).toEqual(['a.html: special-file', 'b.html']);
  });
});

describe('what may not be read', () => {
  it('is refused with its reason, and the rest goes on', async () => {
    const folder = await temporaryFolder({
      'a.html': PAGE,
      'b.html': PAGE,
      'closed/c.html': PAGE,
      'd.zip': await packZip([{ name: 'd.html', content: PAGE }]),
    });
    for (const name of ['b.html', 'closed', 'd.zip']) await chmod(join(folder, name), 0o000);
    onTestFinished(() => chmod(join(folder, 'closed'), 0o700));
    const { lines, refused } = await asOrdinaryUser(() => collectPaths([folder], folder));
    expect(lines).toEqual(['a.html', 'b.html: not-readable', 'closed: not-readable', 'd.zip: not-readable']);
    for (const { message } of refused) expect(message).toContain('no permission');
  });
});

describe('a folder of many files', () => {
  it('is read lazily: only what is asked for is opened', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, '1'));
    await mkdir(join(folder, '2'));
    await writeFile(join(folder, '1', 'a.html'), PAGE);
    const { listPages } = await import('../../../src/ingest/sources/list-pages.ts');
    const pages = listPages([folder]);
    expect((await pages.next()).value).toMatchObject({ kind: 'page' });
    // Written after the first page was taken, into a folder that comes later: seen only if it is read later.
    await writeFile(join(folder, '2', 'b.html'), PAGE);
    expect((await pages.next()).value).toMatchObject({ path: join(folder, '2', 'b.html') });
    await pages.return();
    expect(await readdir(folder)).toEqual(['1', '2']);
  });
});
