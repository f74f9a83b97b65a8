import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../domain/problem.ts';
import { explainWriteFailure } from './write-problem.ts';

type Piece = string | Uint8Array;

/**
 * Writes a file whole or not at all: a full disk or an interruption leaves what was there before. A device or a pipe
 * is written to as it is, for a file in its place would be no use to anybody.
 * @param what what it is, for messages: "The report"
 * @throws Problem conflict, with the path and the reason
 */
export async function writeFileWhole(
  path: string,
  pieces: AsyncIterable<Piece> | Iterable<Piece>,
  what = 'The report',
): Promise<void> {
  try {
    const file = await findTarget(path);
    if (file === null) await pipeline(Readable.from(pieces), createWriteStream(path));
    else await writeBeside(file, pieces);
  } catch (error) {
    throw explainWriteFailure(error, `${what} could not be written to ${path}`);
  }
}

/** The file itself, where the path is a link; null for a device or a pipe. */
async function findTarget(path: string): Promise<string | null> {
  const stats = await stat(path).catch(() => null);
  if (stats === null) return path;
  if (stats.isDirectory()) throw new Problem('invalid-input', `${path} is a folder; name a file in it.`);
  return stats.isFile() ? realpath(path) : null;
}

async function writeBeside(file: string, pieces: AsyncIterable<Piece> | Iterable<Piece>): Promise<void> {
  const beside = `${file}.${randomUUID().slice(0, 8)}.part`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(beside, { flags: 'wx' }));
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
