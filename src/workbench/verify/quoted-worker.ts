import { Problem } from '../../domain/problem.ts';
import type { QuotedFile } from '../../ingest/quoted/quoted-file.ts';
import { readQuotedFile } from '../../ingest/quoted/read-quoted-file.ts';
import type { ToldProblem } from '../press/press-worker.ts';

/** What a thread is given. */
export interface ReadJob {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** Reads a stranger's file on a thread of its own, which it may exhaust. */
export default async function readOne({ bytes, name }: ReadJob): Promise<QuotedFile | ToldProblem> {
  try {
    return await readQuotedFile(bytes, name);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { kind, message, details } = error;
    return { kind, message, details };
  }
}
