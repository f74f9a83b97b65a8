import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/domain/problem.ts';
import { countPages } from '../../../src/ingest/sources/count-pages.ts';
import { inventedPage, packTar, packZip } from './build-archive.ts';
import { collectPaths, textOf } from './collect.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PAGE = inventedPage('Arvania');

describe('what a person names', () => {
  it('may be a single page, whatever is in it', async () => {
    const folder = await temporaryFolder({ 'arvania.html': '%PDF-1.7 not a page at all' });
    const { lines, pages } = await collectPaths([join(folder, 'arvania.html')], folder);
    expect(lines).toEqual(['arvania.html']);
    expect(await textOf(pages[0])).toContain('%PDF');
  });

  it('may be a link to a page or a folder anywhere', async () => {
    const folder = await temporaryFolder({ 'real/arvania.html': PAGE });
    const links = await temporaryFolder();
    await symlink(join(folder, 'real'), join(links, 'folder'));
    await symlink(join(folder, 'real', 'arvania.html'), join(links, 'page.html'));
    const { lines, pages } = await collectPaths([join(links, 'folder'), join(links, 'page.html')], links);
    expect(lines).toEqual(['folder/arvania.html', 'page.html']);
    expect(await textOf(pages[1])).toBe(PAGE);
  });

  it('is read in the order named', async () => {
    const folder = await temporaryFolder({ 'b/b.html': PAGE, 'a.html': PAGE });
    const { lines } = await collectPaths([join(folder, 'b'), join(folder, 'a.html')], folder);
    expect(lines).toEqual(['b/b.html', 'a.html']);
  });

  it('is an archive by its first bytes where its name does not tell', async () => {
    const tar = await packTar([{ name: 'a.html', content: PAGE }]);
    const folder = await temporaryFolder({ download: gzipSync(tar), backup: tar });
    const { lines } = await collectPaths([join(folder, 'download'), join(folder, 'backup')], folder);
    expect(lines).toEqual(['download!a.html', 'backup!a.html']);
  });

  it('is refused with the name it should have where name and first bytes disagree', async () => {
    const tar = await packTar([{ name: 'a.html', content: PAGE }]);
    const folder = await temporaryFolder({
      'a.tar.xz': gzipSync(tar),
      'b.zip': tar,
      'c.tar.gz': 'plain text',
      'd.tar': Buffer.from('%PDF-1.7'),
    });
    const { lines, refused } = await collectPaths([folder], folder);
    expect(lines).toEqual(
      ['a.tar.xz', 'b.zip', 'c.tar.gz', 'd.tar'].map((name) => `${name}: broken-archive`),
    );
    expect(refused.map(({ message }) => message)).toEqual([
      'It is named like a .tar.xz archive but is gzip data. Give it a name that ends in .tar.gz and import it again.',
      'It is named like a .zip archive but is a tar archive without compression. ' +
        'Give it a name that ends in .tar and import it again.',
      'It is named like a .tar.gz archive but does not begin like one.',
      'It is named like a .tar archive but is a PDF.',
    ]);
  });

  it('is refused where it is a file that is neither page nor archive, and the rest goes on', async () => {
    const folder = await temporaryFolder({ 'notes.txt': 'a note', 'a.html': PAGE });
    const { lines } = await collectPaths([join(folder, 'notes.txt'), join(folder, 'a.html')], folder);
    expect(lines).toEqual(['notes.txt: not-a-page', 'a.html']);
  });

  it('must exist: everything that does not is named at once, before anything is read', async () => {
    const folder = await temporaryFolder({ 'a.html': PAGE });
    const paths = [join(folder, 'a.html'), join(folder, 'gone'), join(folder, 'a.html', 'b')];
    const problem = await problemOf(collectPaths(paths));
    expect(problem.kind).toBe('not-found');
    expect(problem.details).toEqual([`${paths[1]} does not exist.`, `${paths[2]} does not exist.`]);
    expect((await problemOf(countPages(paths))).kind).toBe('not-found');
  });

  it('must be of a kind that can be read: pipes, other archives and what is no path are named at once', async () => {
    const folder = await temporaryFolder({
      'old.7z': Buffer.from('377abcaf271c0004', 'hex'),
      'b.pdf': '%PDF-1.7',
    });
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const paths = ['pipe', 'old.7z', 'b.pdf'].map((name) => join(folder, name));
    const problem = await problemOf(collectPaths([...paths, 'a\0b', '']));
    expect(problem.kind).toBe('invalid-input');
    expect(problem.details).toHaveLength(5);
    expect(problem.details[1]).toContain(
      'is a 7-Zip archive, not a folder, a page (.html, .htm), an archive',
    );
  });
});

describe('the number of pages to come', () => {
  it('is counted by names in folders, pages and zip archives', async () => {
    const folder = await temporaryFolder({
      '2031/a.html': PAGE,
      '2031/b.html': PAGE,
      '2031/notes.txt': 'a note',
      'p.zip': await packZip(['c.html', '._d.html', 'e.txt'].map((name) => ({ name, content: PAGE }))),
      'broken.zip': 'PK\u0003\u0004',
    });
    expect(
      await countPages([join(folder, '2031'), join(folder, 'p.zip'), join(folder, '2031', 'a.html')]),
    ).toBe(4);
    expect(await countPages([folder])).toBe(3);
  });

  it('is not known where a tar archive would have to be read for it', async () => {
    const folder = await temporaryFolder({ 'p.tar': await packTar([{ name: 'a.html', content: PAGE }]) });
    expect(await countPages([folder])).toBeNull();
    expect(await countPages([join(folder, 'p.tar')])).toBeNull();
  });
});

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Problem) return error;
  throw new Error(`expected a problem, got ${error}`);
}
