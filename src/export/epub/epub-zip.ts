import { once } from 'node:events';
import { ZipFile } from 'yazl';
import { stillZip } from '../still-zip.ts';

/** A file of a book: its path and its text. */
export interface EpubFile {
  readonly path: string;
  readonly text: string;
}

/** Any time will do, since none is kept. */
const SOME_TIME = new Date(1980, 0, 1);

/** The media type comes first and as it is, so that it can be read without unpacking (EPUB OCF 3.3, 4.3). */
export async function zipEpub(files: readonly EpubFile[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  const options = { mtime: SOME_TIME, forceDosTimestamp: true };
  zip.addBuffer(Buffer.from('application/epub+zip'), 'mimetype', { ...options, compress: false });
  for (const { path, text } of files) zip.addBuffer(Buffer.from(text), path, options);
  zip.end();
  const pieces: Buffer[] = [];
  zip.outputStream.on('data', (piece: Buffer) => pieces.push(piece));
  await once(zip.outputStream, 'end');
  return stillZip(Buffer.concat(pieces));
}
