import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { Problem } from './domain/problem.ts';
import type { CorrectionsFrom } from './settings.ts';
import { createApp } from './web/app.tsx';
import { LONGEST_HEAD, refuseUnreadableRequest } from './web/refuse-unreadable-request.ts';
import type { StaticFiles } from './web/static-files.ts';
import type { Workbench } from './workbench/workbench.ts';

/** What to serve, and where. */
export interface ServerOptions {
  readonly workbench: Workbench;
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** Styles, scripts and fonts. Default: those that stand beside the program. */
  readonly files?: StaticFiles;
  /** Milliseconds after which a connection on which nothing moves is closed, whatever its answer. */
  readonly idleMs?: number;
  /** Who may correct alignments; without it nobody. */
  readonly corrections?: CorrectionsFrom;
  /** Is told of every error that is a fault of ours. */
  readonly reportFault: (error: unknown) => void;
}

/** A server that listens. */
export interface RunningServer {
  readonly address: string;
  /** Lets answers under way finish, for `graceMs` at most, then closes every connection. */
  close(): Promise<void>;
}

/** How long an answer under way may take to finish when the server is asked to stop. */
const GRACE_MS = 3000;

/** Who takes nothing of an answer for so long is gone; the answer would hold a state of the library for ever. */
const IDLE_MS = 120_000;

/**
 * Starts the site.
 * @throws Problem conflict if the port is taken, invalid-input if the address or port cannot be had
 */
export async function startServer({
  workbench,
  port,
  host,
  files,
  idleMs = IDLE_MS,
  corrections = 'none',
  reportFault,
}: ServerOptions): Promise<RunningServer> {
  const from = whoMayCorrect(corrections, host);
  const app = createApp({
    workbench,
    reportFault,
    ...(files === undefined ? {} : { files }),
    ...(from === 'none' ? {} : { corrections: { from, now: () => new Date().toISOString() } }),
  });
  // Without createServer what comes back is a plain HTTP/1.1 server.
  const server = await new Promise<Server>((resolve, reject) => {
    const serverOptions = { maxHeaderSize: LONGEST_HEAD };
    const options = { fetch: app.fetch, port, hostname: host, serverOptions };
    const starting = serve(options, () => resolve(starting)) as Server;
    starting.setTimeout(idleMs);
    starting.on('clientError', refuseUnreadableRequest);
    starting.once('error', (error) => reject(toProblem(error, port, host)));
  });
  const bound = server.address();
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port;
  return {
    address: `http://${describeHost(host)}:${boundPort}`,
    close: () => closeServer(server),
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const deadline = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(deadline);
}

/** A server that other machines reach has no local readers. */
export function whoMayCorrect(setting: CorrectionsFrom, host: string): CorrectionsFrom {
  const isLoopback = host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
  return setting === 'local' && !isLoopback ? 'none' : setting;
}

function describeHost(host: string): string {
  if (host === '127.0.0.1' || host === '0.0.0.0' || host === '::1' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function toProblem(error: Error, port: number, host: string): Error {
  const code = 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') {
    const next = port < 65_535 ? port + 1 : 3000;
    return new Problem(
      'conflict',
      `Port ${port} is taken by another program: stop that one, or choose another port, for example with --port ${next}.`,
    );
  }
  if (code === 'EACCES') {
    return new Problem(
      'invalid-input',
      `Port ${port} is reserved: choose one above 1023, for example with --port 3000.`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Problem('invalid-input', `“${host}” is not an address of this machine.`);
  }
  return error;
}
