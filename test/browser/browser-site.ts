import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { startServer } from '../../src/server.ts';
import { loadStaticFiles } from '../../src/web/static-files.ts';
import { openSampleSite } from '../web/sample-site.ts';
import { chromiumPath } from './chromium-path.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The sample site on a port of its own, with the browser’s modules built from the sources as they are. */
export interface BrowserSite {
  readonly address: string;
  /** Faults of ours, and whatever the pages complained of in the console. */
  readonly complaints: readonly unknown[];
  /** A page in a window of its own. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export async function openBrowserSite(): Promise<BrowserSite> {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-browser-'));
  const complaints: unknown[] = [];
  const files = loadStaticFiles(buildModules(folder));
  const site = await openSampleSite();
  const server = await startServer({
    workbench: site.workbench,
    port: 0,
    host: '127.0.0.1',
    corrections: 'local',
    files,
    reportFault: (error) => complaints.push(error),
  });
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: FLAGS });
  return {
    address: server.address,
    complaints,
    async open(path, options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        // Scrolling softly, what has the focus would still be on its way when it is looked at.
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error));
      page.on('console', (message) => {
        // That a page answers 400 or 404 is no fault of the page.
        if (message.type() === 'error' && !message.text().includes('status of 4'))
          complaints.push(message.text());
      });
      await page.goto(server.address + path);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @returns the folder with the browser's modules, from src/web/client */
function buildModules(folder: string): URL {
  const modules = join(folder, 'client');
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/typescript/bin/tsc'),
      ...['-p', 'tsconfig.client.json', '--outDir', modules],
      ...['--tsBuildInfoFile', join(folder, 'buildinfo')],
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The browser’s modules cannot be built:\n${stdout}`);
  return pathToFileURL(`${modules}/`);
}
