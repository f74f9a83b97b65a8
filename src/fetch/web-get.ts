import { type ClientRequest, Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { FetchClock } from './fetch-clock.ts';
import type { FetchManners } from './fetch-manners.ts';
import type { Network } from './network.ts';
import { findUnreachableRange } from './public-address.ts';
import { type Body, collectBody } from './web-body.ts';

/** What one request came to. */
export type WebResult =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array<ArrayBuffer>;
    }
  /** `lasting`: to ask again would change nothing. */
  | { readonly kind: 'failed'; readonly reason: string; readonly lasting: boolean };

/** Sends one request, follows nothing, and never throws. */
export type WebGet = (
  url: URL,
  options: {
    readonly headers: Readonly<Record<string, string>>;
    readonly maxBytes: number;
    readonly signal: AbortSignal;
  },
) => Promise<WebResult>;

export interface WebClient {
  readonly get: WebGet;
  close(): void;
}

/**
 * A client that sends no cookies and no credentials. A name is resolved once for a connection, each address it leads
 * to is checked, and the connection goes to an address that was checked: a second answer of the name server cannot
 * lead elsewhere.
 */
export function openWebClient(network: Network, clock: FetchClock, manners: FetchManners): WebClient {
  const lookup = checkedLookup(network);
  const agents = {
    plain: new HttpAgent({ keepAlive: true, maxSockets: manners.atOnce, lookup }),
    secure: new HttpsAgent({ keepAlive: true, maxSockets: manners.atOnce, lookup }),
  };
  return {
    get: (url, { headers, maxBytes, signal }) =>
      new Promise((resolve) => {
        // Node never looks up what is an address already.
        const literal = url.hostname.replace(/^\[|\]$/gu, '');
        const wrong = isIP(literal) === 0 ? null : findUnreachableRange(literal);
        if (wrong !== null) {
          resolve({ kind: 'failed', reason: describeWrong(literal, wrong), lasting: true });
          return;
        }
        const over = new AbortController();
        const settle = (result: WebResult): void => {
          if (over.signal.aborted) return;
          over.abort();
          signal.removeEventListener('abort', giveUp);
          resolve(result);
        };
        const fail = (reason: string, lasting = false): void => {
          settle({ kind: 'failed', reason, lasting });
          request.destroy();
        };
        const giveUp = (): void => fail('it was stopped', true);
        const request = startRequest(url, headers, network, agents);
        let lastByte = clock.now();
        void watch(clock, manners, over.signal, () => lastByte, fail);
        request.on('error', (error) => fail(...describeError(error)));
        request.on('response', async (response) => {
          const body: Body = await collectBody(response, maxBytes, () => {
            lastByte = clock.now();
          });
          if (body.kind === 'failed') fail(body.reason);
          else {
            settle({
              kind: 'answer',
              status: response.statusCode ?? 0,
              headers: singleValues(response.headers),
              body: body.bytes,
            });
          }
        });
        signal.addEventListener('abort', giveUp);
        if (signal.aborted) giveUp();
        else request.end();
      }),
    close() {
      agents.plain.destroy();
      agents.secure.destroy();
    },
  };
}

function startRequest(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { replica }: Network,
  agents: { readonly plain: HttpAgent; readonly secure: HttpsAgent },
): ClientRequest {
  const path = `${url.pathname}${url.search}`;
  const all = { ...headers, host: url.host, 'accept-encoding': 'gzip' };
  if (replica?.hosts.has(url.host)) {
    const { port, secure = false } = replica;
    const there = { host: '127.0.0.1', port, path, headers: all };
    return secure
      ? requestHttps({ ...there, servername: url.hostname, agent: agents.secure })
      : requestHttp({ ...there, agent: agents.plain });
  }
  const { hostname: host, port } = url;
  const common = { host, path, headers: all, ...(port === '' ? {} : { port }) };
  return url.protocol === 'https:'
    ? requestHttps({ ...common, agent: agents.secure })
    : requestHttp({ ...common, agent: agents.plain });
}

class WrongAddress extends Error {}

function checkedLookup(network: Network): LookupFunction {
  return (host, options, callback) => {
    network.resolve(host).then(
      (addresses) => {
        for (const address of addresses) {
          const wrong = findUnreachableRange(address);
          if (wrong !== null) {
            callback(new WrongAddress(describeWrong(`${host} (${address})`, wrong)), '', 0);
            return;
          }
        }
        const found = addresses.map((address) => ({ address, family: isIP(address) }));
        const [first] = found;
        if (first === undefined) callback(new Error(`${host} has no address`), '', 0);
        else if (options.all) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

/** Ends a request that is silent or lasts for too long. */
async function watch(
  clock: FetchClock,
  { maxSilence, maxDuration }: FetchManners,
  over: AbortSignal,
  lastByte: () => number,
  fail: (reason: string) => void,
): Promise<void> {
  const begun = clock.now();
  for (;;) {
    const left = Math.min(lastByte() + maxSilence, begun + maxDuration) - clock.now();
    if (left <= 0) break;
    await clock.wait(left, over);
    if (over.aborted) return;
  }
  fail('the answer takes too long');
}

const CERTIFICATE = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/u;

function describeError(error: NodeJS.ErrnoException): [reason: string, lasting: boolean] {
  if (error instanceof WrongAddress) return [error.message, true];
  const code = error.code ?? '';
  if (CERTIFICATE.test(code)) return [`the host’s certificate is not valid (${code})`, true];
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return ['the name of the host leads nowhere', false];
  if (code === 'ECONNREFUSED') return ['the host takes no connection', false];
  if (code === 'ECONNRESET') return ['the host broke the connection off', false];
  if (code.startsWith('HPE_')) return ['the answer is not proper HTTP', false];
  return [`the connection failed (${code || error.message.slice(0, 80)})`, false];
}

function describeWrong(where: string, wrong: string): string {
  return `${where} is not asked: ${wrong}`;
}

function singleValues(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
