import { Problem } from '../domain/problem.ts';

/** Why a file could not be read, in plain words; what is no failure of reading comes back as it is. */
export function explainReadFailure(error: unknown, name: string): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  if (error.code === 'ENOENT') return new Problem('not-found', `${name} does not exist.`);
  if (error.code === 'EISDIR') return new Problem('invalid-input', `${name} is a folder; name a file in it.`);
  if (error.code === 'EACCES')
    return new Problem('conflict', `${name} cannot be read: permission is missing.`);
  return error;
}
