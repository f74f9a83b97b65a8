import type { FetchEvent, FetchSummary } from '../../src/workbench/fetch/fetch-desk.ts';
import type { FetchParameters } from '../../src/workbench/fetch/read-fetch-request.ts';
import { openWorkbench } from '../../src/workbench/open-workbench.ts';
import type { Replica } from './replica.ts';
import type { StillClock } from './still-clock.ts';

export const INVENTED: FetchParameters = {
  editions: ['2022-2024'],
  areas: ['velmora', 'quendary', 'santorlo'],
  from: 'official',
  max: null,
  again: false,
};

/** What a fetch left behind. */
export interface FetchRun {
  readonly summary: FetchSummary;
  readonly notices: readonly string[];
}

/** Fetches into the library at a path, by the clock given. */
export async function fetchFrom(
  replica: Replica,
  clock: StillClock,
  library: string,
  parameters: Partial<FetchParameters> = {},
  onEvent: (event: FetchEvent, stop: () => void) => void = () => {},
): Promise<FetchRun> {
  const workbench = await openWorkbench({ library, readonly: false });
  const controller = new AbortController();
  const notices: string[] = [];
  try {
    const request = workbench.fetching.readRequest({ ...INVENTED, ...parameters });
    const world = {
      network: replica.network,
      clock,
      random: () => 0.5,
      userAgent: 'Variorum/0 (test)',
      signal: controller.signal,
      wrapGet: (get: Parameters<StillClock['watch']>[0]) => clock.watch(get),
    };
    for await (const event of workbench.fetching.fetch(request, world)) {
      onEvent(event, () => controller.abort());
      if (event.kind === 'notice') notices.push(event.message);
      if (event.kind === 'summary') return { summary: event.summary, notices };
    }
    throw new Error('no summary came');
  } finally {
    await workbench.close();
  }
}

/** Every report held, with what proves it. */
export async function describeHeld(library: string): Promise<readonly string[]> {
  const workbench = await openWorkbench({ library, readonly: true });
  try {
    const heads = await workbench.listReports({});
    return heads
      .map(({ edition, area, version, provenance }) => `${edition}/${area}@${version} ${provenance.sha256}`)
      .sort();
  } finally {
    await workbench.close();
  }
}

export async function importInto(library: string, ...paths: readonly string[]): Promise<void> {
  const workbench = await openWorkbench({ library, readonly: false });
  try {
    for await (const event of workbench.importPages({ paths, workers: 0 }))
      if (event.kind === 'refused') throw new Error(`${event.path}: ${event.reason}`);
  } finally {
    await workbench.close();
  }
}
