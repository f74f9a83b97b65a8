import { execFileSync } from 'node:child_process';
import { appendFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listPages } from '../../../src/ingest/sources/list-pages.ts';
import { readPage } from '../../../src/ingest/sources/read-page.ts';
import { inventedPage } from './build-archive.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('reading a page', () => {
  it('gives exactly its bytes, in an array that can be transferred', async () => {
    const page = inventedPage('Arvania', 200_000);
    const folder = await temporaryFolder({ 'a.html': page });
    const bytes = await readPage({ kind: 'file', path: join(folder, 'a.html') });
    expect(Buffer.from(bytes).toString()).toBe(page);
    expect(bytes.buffer.byteLength).toBe(200_000);
  });

  it('stops at the limit', async () => {
    const folder = await temporaryFolder({ 'a.html': inventedPage('Arvania', 5000) });
    const location = { kind: 'file', path: join(folder, 'a.html') } as const;
    expect(await readPage(location, { maxPageBytes: 5000 })).toHaveLength(5000);
    await expect(readPage(location, { maxPageBytes: 4999 })).rejects.toMatchObject({
      kind: 'unreadable-page',
    });
    const bytes = new Uint8Array(5000);
    await expect(readPage({ kind: 'bytes', bytes }, { maxPageBytes: 4999 })).rejects.toMatchObject({
      kind: 'unreadable-page',
    });
  });

  it('stops at the limit of a file that states no size and has no end', async () => {
    // Such files say they have 0 bytes and give more.
    const location = { kind: 'file', path: '/proc/self/status' } as const;
    await expect(readPage(location, { maxPageBytes: 100 })).rejects.toMatchObject({
      message: 'It is larger than 100 bytes, which no report page is.',
    });
  });

  it('gives a page that grew after it was found as it is now', async () => {
    const folder = await temporaryFolder({ 'a.html': 'one ' });
    for await (const item of listPages([folder])) {
      if (item.kind !== 'page') continue;
      await appendFile(join(folder, 'a.html'), 'two');
      expect(Buffer.from(await readPage(item.location)).toString()).toBe('one two');
    }
  });

  it('says why a page cannot be read', async () => {
    const folder = await temporaryFolder({ 'a.html': 'x' });
    await symlink('a.html', join(folder, 'link.html'));
    execFileSync('mkfifo', [join(folder, 'pipe.html')]);
    const messages: string[] = [];
    for (const name of ['gone.html', 'link.html', 'pipe.html', '.']) {
      await readPage({ kind: 'file', path: join(folder, name) }).catch((error: Error) =>
        messages.push(error.message),
      );
    }
    expect(messages).toEqual([
      'It cannot be opened: it is no longer there, or its name cannot be read.',
      'It cannot be opened: it is a link that leads back to itself, or took the place of a file.',
      'It is not a regular file.',
      'It is not a regular file.',
    ]);
  });
});
