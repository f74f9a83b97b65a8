import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { Parser } from 'htmlparser2';
import type { Report } from '../../src/domain/report.ts';
import { createApp } from '../../src/web/app.tsx';
import type { CorrectionAccess } from '../../src/web/correction-guard.ts';
import { assembleWorkbench } from '../../src/workbench/open-workbench.ts';
import type { Workbench } from '../../src/workbench/workbench.ts';
import { catalog } from '../domain/invented-catalog.ts';
import { openSampleLibrary, SAMPLE } from '../store/sample-library.ts';
import { openSmallLibrary } from '../workbench/small-library.ts';

/** The site over a library of its own. */
export interface TestSite {
  readonly app: Hono;
  readonly workbench: Workbench;
  /** Errors that are faults of ours; there should be none. */
  readonly faults: readonly unknown[];
  get(address: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The status, the media type without its parameters, and the text. */
  read(
    address: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ status: number; type: string; text: string }>;
}

/** The sample editions, one report of which is held in two versions. */
export async function openSampleSite(): Promise<TestSite & { close(): Promise<void> }> {
  const library = await openSampleLibrary();
  await importSecondCapture(library.workbench, library.folder);
  return { ...makeSite(library.workbench), close: () => library.remove() };
}

/** Reports on invented areas that are not marked as samples; gone when the test is over. */
export async function openSmallSite(
  reports: readonly Report[],
  corrections: CorrectionAccess | null = null,
): Promise<TestSite> {
  const store = await openSmallLibrary(reports);
  return makeSite(
    assembleWorkbench(catalog, store, () => ({ release() {} })),
    corrections,
  );
}

export function makeSite(workbench: Workbench, corrections: CorrectionAccess | null = null): TestSite {
  const faults: unknown[] = [];
  const app = createApp({
    workbench,
    reportFault: (error) => faults.push(error),
    ...(corrections === null ? {} : { corrections }),
  });
  const get = async (address: string, headers: Readonly<Record<string, string>> = {}) =>
    app.request(address, { headers });
  return {
    app,
    workbench,
    faults,
    get,
    async read(address, headers) {
      const response = await get(address, headers);
      const type = (response.headers.get('Content-Type') ?? '').replace(/;.*/, '');
      return { status: response.status, type, text: await response.text() };
    },
  };
}

/** Velmora 2023 as it stood after a word was changed in place. */
export async function importSecondCapture(workbench: Workbench, folder: string): Promise<void> {
  const page = readFileSync(join(SAMPLE, '2023', 'velmora.html'), 'utf8');
  const changed = page.replace('Little changed in Velmora', 'Not much changed in Velmora');
  if (changed === page) throw new Error('The sample page no longer has the sentence to be changed.');
  const captured = join(folder, 'second-capture', '2023');
  mkdirSync(captured, { recursive: true });
  writeFileSync(join(captured, 'velmora.html'), changed);
  for await (const event of workbench.importPages({ paths: [captured], workers: 0 })) {
    if (event.kind === 'refused') throw new Error(`${event.path}: ${event.reason}`);
  }
}

/** What stands on a page between header and footer, as a reader reads it. */
export function mainText(html: string): string {
  let depth = 0;
  let text = '';
  const parser = new Parser({
    onopentagname(name) {
      if (name === 'main') depth += 1;
      if (depth > 0 && /^(p|li|h\d|dt|dd|td|th|div|section)$/.test(name)) text += ' ';
    },
    onclosetag(name) {
      if (name === 'main') depth -= 1;
    },
    ontext(piece) {
      if (depth > 0) text += piece;
    },
  });
  parser.end(html);
  return text.replace(/\s+/g, ' ').trim();
}
