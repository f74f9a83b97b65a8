import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from '../domain/problem.ts';
import { isFromHere } from './is-from-here.ts';

/** Who may correct alignments: `local`, who sits at this machine; `all`, everybody who reaches the site. */
export interface CorrectionAccess {
  readonly from: 'local' | 'all';
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

export interface SentForm {
  readonly form: URLSearchParams;
  readonly now: string;
  /** Why the form may not be heeded, or null: the token it brought is not ours. */
  readonly stale: Problem | null;
}

/** Lets through what a reader of this site sent from a form of this site. */
export interface CorrectionGuard {
  isOpen(c: Context): boolean;
  /** What a form must bring back to the address it is sent to. */
  tokenFor(path: string): string;
  /**
   * The fields of a form, and the time.
   * @throws Problem conflict if nothing can be changed here, invalid-input if it came from another site
   */
  readForm(c: Context): Promise<SentForm>;
}

export const READ_ONLY =
  'Alignments cannot be corrected from here: this site is served to be read. On the machine it runs on, the command line can.';

/** A name, a note and some addresses, each letter as up to nine bytes. */
const MOST_BYTES = 20_000;

export const smallBody = bodyLimit({
  maxSize: MOST_BYTES,
  onError: () => {
    throw new Problem('invalid-input', 'More was sent than a correction can hold.', [
      'note: write at most 500 characters.',
    ]);
  },
});

export function createCorrectionGuard(access: CorrectionAccess | null): CorrectionGuard {
  // Of this process: a form that was opened before it began is out of date.
  const key = randomBytes(32);
  const tokenFor = (path: string): string => createHmac('sha256', key).update(path).digest('base64url');
  const isOpen = (c: Context): boolean => access !== null && (access.from === 'all' || isLocal(c));
  return {
    isOpen,
    tokenFor,
    async readForm(c) {
      if (access === null || !isOpen(c)) throw new Problem('conflict', READ_ONLY);
      if (!isFromHere(c)) {
        throw new Problem('invalid-input', 'This was sent from another site, so nothing was changed.', [
          'Open the page here and send it from there.',
        ]);
      }
      const type = (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      if (type !== 'application/x-www-form-urlencoded') {
        throw new Problem('invalid-input', 'What was sent cannot be read.', [
          `Content-Type: “${type.slice(0, 60)}”; send the form of the page.`,
        ]);
      }
      const form = new URLSearchParams(await c.req.text());
      const isOurs = isSameToken(form.get('token') ?? '', tokenFor(c.req.path));
      return { form, now: access.now(), stale: isOurs ? null : staleForm() };
    },
  };
}

function staleForm(): Problem {
  return new Problem('conflict', 'The form is out of date, so nothing was changed.', [
    'The server began anew since it was opened. Look at it again and send it once more.',
  ]);
}

/**
 * Asked by this machine's own name and not handed on by another server: a server that listens here alone may still
 * stand behind one that all the world reaches, and a foreign name may be made to lead here (DNS rebinding).
 */
function isLocal(c: Context): boolean {
  const { hostname } = new URL(c.req.url);
  const handedOn = ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'Via', 'X-Real-IP'].some(
    (name) => c.req.header(name) !== undefined,
  );
  return !handedOn && (/^127(\.\d{1,3}){3}$/.test(hostname) || ['localhost', '[::1]'].includes(hostname));
}

function isSameToken(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}
