import { move } from 'piscina';
import { Problem } from '../../domain/problem.ts';
import { makeFile, type PressJob } from './make-file.ts';

/** An error's class does not survive the way between threads, so a problem comes back as its parts. */
export type ToldProblem = Pick<Problem, 'kind' | 'message' | 'details'>;

/** Makes a file on a thread of its own: comes back as an ArrayBuffer, or a problem. */
export default async function pressOne(job: PressJob): Promise<ReturnType<typeof move> | ToldProblem> {
  try {
    const file = await makeFile(job);
    // A buffer of Node's pool cannot be given away, for others have parts of it.
    const { buffer } = file.byteLength === file.buffer.byteLength ? file : file.slice();
    return move(buffer as ArrayBuffer);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { kind, message, details } = error;
    return { kind, message, details };
  }
}
