import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Network } from '../../src/fetch/network.ts';
import { answerAs } from './answer-as.ts';
import { type Misbehaviour, type Script, WELL_BEHAVED } from './misbehaviour.ts';
import type { PublisherPages } from './publisher-pages.ts';
import type { StillClock } from './still-clock.ts';

const HOSTS = ['www.state.gov', '2021-2025.state.gov', '2017-2021.state.gov', 'web.archive.org'];

/** One request as the server saw it. */
export interface LogEntry {
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** By the replica's clock. */
  readonly at: number;
  /** When the answer was given; null while it is not. */
  ended: number | null;
  status: number | null;
  /** In milliseconds. */
  retryAfter: number | null;
  misbehaviour: Misbehaviour | null;
  /** Requests under way when this one came, itself included. */
  readonly underWay: number;
}

export interface ReplicaOptions {
  readonly pages: PublisherPages;
  /** Null: the time of the machine, without delays. */
  readonly clock: StillClock | null;
  readonly script?: Script;
  readonly robots?: string | null;
  /** Turns off: the list for programs, the index pages. */
  readonly without?: readonly ('json' | 'index')[];
  /** Slugs that only the publisher's archives have. */
  readonly moved?: ReadonlySet<string>;
  /** Before anything else; null: as ever. */
  readonly answer?: (host: string, path: string) => Answer | null;
  /** Captures of the web archive: `{timestamp, year, slug, text}`. */
  readonly captures?: readonly { timestamp: string; year: number; slug: string; body: Buffer | null }[];
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

export interface Replica {
  readonly network: Network;
  readonly port: number;
  readonly log: readonly LogEntry[];
  /** Paths of report pages that were given whole, in order. */
  readonly given: readonly string[];
  close(): Promise<void>;
}

/** The publisher's site, its archives and a web archive, on this machine. */
export async function startReplica(options: ReplicaOptions): Promise<Replica> {
  const { clock, script = WELL_BEHAVED } = options;
  const log: LogEntry[] = [];
  const given: string[] = [];
  const asked = new Map<string, number>();
  let underWay = 0;
  const closing = new AbortController();

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const host = request.headers.host ?? '';
    const path = request.url ?? '';
    const address = `https://${host}${path}`;
    underWay += 1;
    const times = asked.get(address) ?? 0;
    asked.set(address, times + 1);
    const entry: LogEntry = {
      host,
      path,
      headers: request.headers,
      at: clock?.now() ?? 0,
      ended: null,
      status: null,
      retryAfter: null,
      misbehaviour: script(address, times),
      underWay,
    };
    log.push(entry);
    response.on('close', () => {
      underWay -= 1;
      entry.ended = clock?.now() ?? 0;
      entry.status ??= response.statusCode;
      if (
        response.writableFinished &&
        entry.misbehaviour === null &&
        response.statusCode === 200 &&
        /\/\d{4}-country-reports-on/.test(path)
      )
        given.push(address);
    });
    // Four seconds and a half on average, different for each address: requests overlap.
    if (clock !== null)
      await clock.rest(address, 200 + ((path.length * 977 + times * 331) % 9000), closing.signal);
    const right = options.answer?.(host, path) ?? answerRight(host, path, request.headers, options);
    const failed = await misbehave(entry, right, request, response, address, clock, closing.signal);
    if (failed) return;
    entry.status = right.status;
    entry.retryAfter =
      right.headers?.['retry-after'] === undefined ? null : Number(right.headers['retry-after']) * 1000;
    send(request, response, right);
  };

  const server = createServer((request, response) => void handle(request, response));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    log,
    given,
    network: {
      resolve: () => Promise.reject(new Error('no other host is known here')),
      replica: { hosts: new Set(HOSTS), port },
    },
    async close() {
      closing.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answerRight(
  host: string,
  path: string,
  headers: IncomingMessage['headers'],
  options: ReplicaOptions,
): Answer {
  return answerAs(host, new URL(path, `https://${host}`), headers, options);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers = {}, body = '' }: Answer,
): void {
  const whole = Buffer.from(body);
  const zip = whole.length > 500 && /gzip/.test(String(request.headers['accept-encoding'] ?? ''));
  const bytes = zip ? gzipSync(whole, { level: 1 }) : whole;
  response.writeHead(status, {
    'content-type': 'text/html; charset=UTF-8',
    ...headers,
    ...(zip ? { 'content-encoding': 'gzip' } : {}),
    'set-cookie': 'seen=1; Path=/',
    'content-length': bytes.length,
  });
  response.end(bytes);
}

/** @returns true if it did */
async function misbehave(
  entry: LogEntry,
  right: Answer,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
  clock: StillClock | null,
  signal: AbortSignal,
): Promise<boolean> {
  const body = Buffer.from(right.body ?? '');
  const html = { 'content-type': 'text/html' };
  switch (entry.misbehaviour) {
    case null:
      return false;
    case 'too-many-requests': {
      const seconds = 3 + (entry.path.length % 40);
      entry.retryAfter = seconds * 1000;
      // Both ways of saying it.
      const value =
        clock === null || entry.path.length % 2 === 0
          ? String(clock === null ? 1 : seconds)
          : new Date(clock.now() + seconds * 1000).toUTCString();
      response.writeHead(429, { 'retry-after': value }).end('Too many requests');
      return true;
    }
    case 'unavailable':
      response.writeHead(503).end('Service unavailable');
      return true;
    case 'block-page':
      response
        .writeHead(200, html)
        .end('<html><head><title>Access Denied</title></head><body>You don’t have permission.</body></html>');
      return true;
    case 'cut-short':
    case 'stated-too-long':
      response.writeHead(200, { ...html, 'content-length': body.length + 500 });
      response.write(entry.misbehaviour === 'cut-short' ? body.subarray(0, body.length / 2) : body, () =>
        response.socket?.end(),
      );
      return true;
    case 'stated-too-short': {
      const stated = Math.max(0, body.length - 200);
      response.writeHead(200, { ...html, 'content-length': stated, connection: 'close' });
      response.flushHeaders();
      response.socket?.end(body);
      return true;
    }
    case 'reset':
      request.socket.resetAndDestroy();
      return true;
    case 'stall':
      response.writeHead(200, { ...html, 'content-length': body.length });
      response.write(body.subarray(0, 10));
      await clock?.rest(address, null, signal);
      return true;
    case 'redirect-loop':
      response.writeHead(302, { location: entry.path }).end();
      return true;
    case 'gzip-bomb':
      response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(BOMB);
      return true;
  }
}

/** 40 MB of nothing, in 40 KB. */
const BOMB = gzipSync(Buffer.alloc(40 * 1024 * 1024, ' '), { level: 9 });
