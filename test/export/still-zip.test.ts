import { once } from 'node:events';
import { expect, it } from 'vitest';
import yauzl from 'yauzl';
import { ZipFile } from 'yazl';
import { stillZip } from '../../src/export/still-zip.ts';

async function zip(mtime: Date): Promise<Buffer> {
  const file = new ZipFile();
  file.addBuffer(Buffer.from('one'), 'a.txt', { mtime, forceDosTimestamp: true });
  file.addBuffer(Buffer.from('two'.repeat(100)), 'b/c.txt', { mtime, forceDosTimestamp: true });
  file.end();
  const pieces: Buffer[] = [];
  file.outputStream.on('data', (piece: Buffer) => pieces.push(piece));
  await once(file.outputStream, 'end');
  return Buffer.concat(pieces);
}

it('archives of one content made at different times are the same bytes', async () => {
  const [early, late] = [await zip(new Date(2001, 1, 3, 4, 5, 6)), await zip(new Date(2024, 7, 8, 9))];
  expect(early.equals(late)).toBe(false);
  expect(Buffer.from(stillZip(early)).equals(stillZip(late))).toBe(true);
});

it('the archive can still be read, and was made in 1980', async () => {
  const still = stillZip(await zip(new Date(2024, 7, 8)));
  const names = await new Promise<string[]>((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(still), (error, file) => {
      if (error) return reject(error);
      const found: string[] = [];
      file.on('entry', (entry) => found.push(`${entry.fileName} ${entry.getLastModDate().getFullYear()}`));
      file.on('end', () => resolve(found));
    });
  });
  expect(names).toEqual(['a.txt 1980', 'b/c.txt 1980']);
});

it('what is no archive is refused', () => {
  expect(() => stillZip(new Uint8Array(100))).toThrow('no plain zip file');
});
