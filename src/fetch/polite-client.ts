import type { FetchClock } from './fetch-clock.ts';
import type { FetchManners } from './fetch-manners.ts';
import { type FetchSource, findForbidden } from './fetch-source.ts';
import { createHostGate, type HostGate } from './host-gate.ts';
import { readRetryAfter } from './retry-after.ts';
import { MAX_ROBOTS_BYTES, NO_RULES, type RobotsRules, readRobotsRules } from './robots-rules.ts';
import type { WebGet } from './web-get.ts';

/** What asking for an address came to, after all tries. */
export type PoliteResult =
  | {
      readonly kind: 'answer';
      /** Where it was found in the end. */
      readonly address: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array<ArrayBuffer>;
    }
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'absent' }
  /** `reason` is a clause: “the host broke the connection off”. */
  | { readonly kind: 'refused'; readonly reason: string };

export interface PoliteRequest {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  /** At most so many requests for it. */
  readonly tries: number;
  /** What a successful answer is if not what was asked for: “a page to log in”; else null. */
  name(body: Uint8Array): string | null;
}

export interface PoliteClient {
  ask(request: PoliteRequest): Promise<PoliteResult>;
  /** Why each host that is left alone is left alone, as sentences without their full stop. */
  listLeft(): readonly string[];
}

/** What a client is made of. */
export interface PoliteTools {
  readonly source: FetchSource;
  readonly get: WebGet;
  readonly clock: FetchClock;
  /** From 0 to 1, for jitter. */
  readonly random: () => number;
  readonly manners: FetchManners;
  readonly userAgent: string;
  readonly signal: AbortSignal;
  /** Told of long waits. */
  say(message: string): void;
}

/** A wait that a person should hear of. */
const LONG_WAIT = 30_000;

const REDIRECTS = [301, 302, 303, 307, 308];

/** Asks as a publisher would wish to be asked: see `FetchManners`. */
export function createPoliteClient(tools: PoliteTools): PoliteClient {
  const { clock, manners, signal } = tools;
  const gates = new Map<string, HostGate>();
  const robots = new Map<string, Promise<RobotsRules>>();

  const gateOf = (url: URL): HostGate => {
    const known = gates.get(url.host);
    if (known !== undefined) return known;
    const gate = createHostGate(url.host, clock, manners);
    gates.set(url.host, gate);
    return gate;
  };

  const rulesOf = (url: URL): Promise<RobotsRules> => {
    const known = robots.get(url.origin);
    if (known !== undefined) return known;
    const rules = askRobots(new URL('/robots.txt', url));
    robots.set(url.origin, rules);
    return rules;
  };

  async function askRobots(url: URL): Promise<RobotsRules> {
    const request = {
      address: url.href,
      headers: {},
      maxBytes: MAX_ROBOTS_BYTES,
      tries: manners.tries,
      name: () => null,
    };
    const result = await askWithRules(request, () => Promise.resolve(NO_RULES));
    if (result.kind === 'answer') {
      const text = Buffer.from(result.body).toString('utf8');
      // A page in its place says nothing that could be obeyed.
      const rules = text.trimStart().startsWith('<') ? NO_RULES : readRobotsRules(url.href, text);
      if (rules.pause !== null) gateOf(url).slowDown(rules.pause);
      return rules;
    }
    // RFC 9309, 2.3.1.3 and 2.3.1.4: what is not there allows all; what cannot be read allows nothing.
    if (result.kind === 'absent' || (result.kind === 'refused' && result.reason === DENIED)) return NO_RULES;
    const why = result.kind === 'refused' ? result.reason : 'it did not answer';
    if (!signal.aborted) gateOf(url).leaveAlone(`could not be asked for its robots.txt: ${why}`);
    return { isAllowed: () => false, pause: null };
  }

  async function askWithRules(
    request: PoliteRequest,
    rulesFor: (url: URL) => Promise<RobotsRules>,
  ): Promise<PoliteResult> {
    let reason = 'it was not asked';
    for (let tried = 0; tried < request.tries; tried += 1) {
      if (tried > 0) await clock.wait(jittered(tried), signal);
      const outcome = await askOnce(request, rulesFor);
      if (outcome.kind !== 'again') return outcome;
      reason = outcome.reason;
    }
    return { kind: 'refused', reason };
  }

  function jittered(tried: number): number {
    const most = Math.min(manners.maxBackOff, manners.backOff * 2 ** (tried - 1));
    return most * (0.5 + tools.random() / 2);
  }

  async function askOnce(
    request: PoliteRequest,
    rulesFor: (url: URL) => Promise<RobotsRules>,
  ): Promise<PoliteResult | { readonly kind: 'again'; readonly reason: string }> {
    let url = new URL(request.address);
    for (let hops = 0; ; hops += 1) {
      const forbidden = findForbidden(url, tools.source);
      if (forbidden !== null) return { kind: 'refused', reason: forbidden };
      const rules = await rulesFor(url);
      if (!rules.isAllowed(url)) return { kind: 'refused', reason: gateOf(url).left ?? ROBOTS };
      const gate = gateOf(url);
      if (!(await gate.turn(signal))) return { kind: 'refused', reason: gate.left ?? 'it was stopped' };
      const result = await tools.get(url, {
        headers: { 'user-agent': tools.userAgent, accept: '*/*', ...request.headers },
        maxBytes: request.maxBytes,
        signal,
      });
      if (signal.aborted) return { kind: 'refused', reason: 'it was stopped' };
      if (result.kind === 'failed') {
        gate.refuse(result.reason);
        return { kind: result.lasting ? 'refused' : 'again', reason: result.reason };
      }
      const { status, headers, body } = result;
      if (REDIRECTS.includes(status) && headers['location'] !== undefined) {
        if (hops >= manners.maxRedirects) {
          gate.refuse('it leads in a circle');
          return { kind: 'again', reason: 'it leads in a circle' };
        }
        if (!URL.canParse(headers['location'], url.href))
          return { kind: 'refused', reason: 'it leads nowhere' };
        url = new URL(headers['location'], url);
        url.hash = '';
        continue;
      }
      if (status === 200) {
        const stranger = request.name(body);
        if (stranger !== null) {
          gate.refuse(`it gave ${stranger}`);
          return { kind: 'again', reason: `it gave ${stranger}` };
        }
        gate.succeed();
        return { kind: 'answer', address: url.href, headers, body };
      }
      if (status === 304) {
        gate.succeed();
        return { kind: 'not-modified' };
      }
      if (status === 404 || status === 410) {
        // A plain answer: whoever refuses does not say so.
        gate.succeed();
        return { kind: 'absent' };
      }
      return refuseStatus(status, headers, gate, url);
    }
  }

  function refuseStatus(
    status: number,
    headers: Readonly<Record<string, string>>,
    gate: HostGate,
    url: URL,
  ): PoliteResult | { readonly kind: 'again'; readonly reason: string } {
    const wait = readRetryAfter(headers['retry-after'], clock.now());
    if (wait !== null && wait > manners.maxRetryAfter) {
      gate.leaveAlone(`asks to be left alone for ${Math.ceil(wait / 60_000)} minutes`);
      return { kind: 'refused', reason: gate.left ?? '' };
    }
    if (wait !== null) {
      gate.hold(wait);
      if (wait >= LONG_WAIT)
        tools.say(`${url.host} asks for a pause of ${Math.ceil(wait / 1000)} seconds; it is kept.`);
    }
    const [busy, denied] = [status === 429 || status >= 500, status === 401 || status === 403];
    const reason = denied
      ? DENIED
      : status === 429
        ? 'it was asked too often (429)'
        : `it answered ${status}`;
    gate.refuse(reason);
    return { kind: busy ? 'again' : 'refused', reason };
  }

  return {
    ask: (request) => askWithRules(request, rulesOf),
    listLeft: () => [...gates.values()].flatMap(({ left }) => left ?? []),
  };
}

const DENIED = 'it does not let this program in (403)';
const ROBOTS = 'its robots.txt does not allow it';
