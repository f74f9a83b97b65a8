import { Problem } from '../domain/problem.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EFBIG: 'it is larger than this program may write',
  EACCES: 'this program has no permission there',
  EPERM: 'this program has no permission there',
  EROFS: 'the disk can only be read',
  ENOENT: 'the folder for it does not exist',
  ENOTDIR: 'a file stands where a folder should be',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk reports an error',
};

/**
 * What a person should be told where writing failed; anything that is no matter of the machine comes back as it was.
 * @param what what was to be written, as the sentence begins: "The report could not be written to x.txt"
 */
export function explainWriteFailure(error: unknown, what: string): unknown {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return error;
  const reason = REASONS[error.code];
  return reason === undefined ? error : new Problem('conflict', `${what}: ${reason}.`);
}
