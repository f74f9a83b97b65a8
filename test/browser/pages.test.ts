import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../src/server.ts';
import { openSampleLibrary } from '../store/sample-library.ts';
import { chromiumFlags, chromiumPath } from './chromium-path.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGES = [
  '/',
  '/?years=2023&sections=women&areas=zza',
  '/report?years=2022-2024&sections=executive-summary,prison-conditions&areas=zza,zzb',
  '/report?years=2031&sections=9.z&areas=nowhere',
  '/2023/zzb',
  '/areas',
  '/areas/velmora',
  '/editions',
  '/editions/2024',
  '/coverage',
  '/topics',
  '/topics/women',
  '/sources',
  '/search',
  '/search/help',
  '/search?q=the&years=2022-2023&areas=zza',
  '/search?q=labor+nothingofthekind',
  '/search?q=a*&years=2031&areas=nowhere',
  '/2023/zza?q=prison',
  '/there-is-no-such-page',
];

describe.skipIf(chromiumPath === null)('in a browser', () => {
  let library: Awaited<ReturnType<typeof openSampleLibrary>>;
  let server: RunningServer;
  let browser: Browser;
  const faults: unknown[] = [];

  beforeAll(async () => {
    library = await openSampleLibrary();
    server = await startServer({
      workbench: library.workbench,
      port: 0,
      host: '127.0.0.1',
      reportFault: (error) => faults.push(error),
    });
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: chromiumFlags });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await library.remove();
    expect(faults).toEqual([]);
  });

  describe.each([
    ['desktop, light', { width: 1280, height: 900 }, 'light'],
    ['phone, dark', { width: 360, height: 740 }, 'dark'],
  ] as const)('%s', (_, viewport, colorScheme) => {
    test.each(PAGES)('axe finds nothing on %s, and nothing sticks out', async (path) => {
      const context = await browser.newContext({ viewport, colorScheme, bypassCSP: true });
      const page = await context.newPage();
      await page.goto(server.address + path);
      await page.addScriptTag({ content: AXE });
      const found = await page.evaluate(async () => {
        // @ts-expect-error axe is a script of the page here
        const { violations } = await globalThis.axe.run();
        return violations.map(
          ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`,
        );
      });
      expect(found).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(viewport.width);
      await context.close();
    });
  });

  test('the three steps lead to a report without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(server.address);
    await page.locator('input[name="years"][value="2023"]').check();
    await page.locator('input[name="sections"][value="executive-summary"]').first().check();
    await page.locator('input[name="areas"][value="zza"]').first().check();
    await page.getByRole('button', { name: 'Build the report' }).click();
    expect(new URL(page.url()).search).toBe('?years=2023&sections=executive-summary&areas=zza');
    await expect(page.locator('h1').textContent()).resolves.toContain('Velmora');
    await context.close();
  });

  test('what is not allowed by the Content-Security-Policy is not asked for', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`${server.address}/report?years=2023&sections=all&areas=zza`);
    await page.goto(server.address);
    expect(errors).toEqual([]);
    await page.close();
  });
});
