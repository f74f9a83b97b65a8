import { lookup } from 'node:dns/promises';
import { setTimeout } from 'node:timers/promises';
import type { FetchWorld } from '../../fetch/run-fetch.ts';
import { describeUserAgent } from '../../fetch/user-agent.ts';

export type { FetchWorld } from '../../fetch/run-fetch.ts';

/** The open internet. @param now milliseconds since 1970 */
export function openFetchWorld({
  version,
  contact,
  now,
  signal,
}: {
  readonly version: string;
  readonly contact: string;
  readonly now: () => number;
  readonly signal: AbortSignal;
}): FetchWorld {
  return {
    network: {
      resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
      replica: null,
    },
    clock: { now, wait },
    random: Math.random,
    userAgent: describeUserAgent(version, contact),
    signal,
  };
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return setTimeout(milliseconds, undefined, { signal }).catch(() => {});
}
