import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../src/server.ts';
import { openSampleLibrary } from '../store/sample-library.ts';
import { chromiumPath } from './chromium-path.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
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
const SENTENCE = 'The Basic Law guarded speech, and the state left it alone for most of the year.';
const PAGES = [
  '/search/concordance',
  '/search/concordance?q=the&sort=left',
  '/search/concordance?q=heading:prison',
  '/search/trend',
  '/search/trend?q=prison&q=court&q=commission&years=2020-2023&measure=rate',
  '/search/trend?q=prison&q=court&q=a&q=b&q=c&q=d',
  '/search/grid?q=prison&sort=-last',
  '/search/grid?q=prison&sort=sideways',
  '/quote',
  `/quote?text=${encodeURIComponent(`“${SENTENCE}” Nobody painted the quiet boat in the bay.`)}`,
];

describe.skipIf(chromiumPath === null)('the views of a search in a browser', () => {
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
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: FLAGS });
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
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
      await context.close();
    });
  });

  test('without JavaScript: queries are compared, then sorted lines, then a quotation is checked', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.address}/search/trend`);
    await page.getByLabel('Query A').fill('prison');
    await page.getByLabel('Query B').fill('court');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(new URL(page.url()).search).toBe('?q=prison&q=court');
    expect(await page.locator('svg[role="img"]').first().isVisible()).toBe(true);
    await page.getByRole('link', { name: 'In context' }).click();
    await page.getByRole('link', { name: 'word to the left' }).click();
    expect(new URL(page.url()).search).toBe('?q=prison&sort=left');
    await page.goto(`${server.address}/quote`);
    await page.getByLabel('Text to check').fill(SENTENCE);
    await page.getByRole('button', { name: 'Check' }).click();
    expect(new URL(page.url()).search).toBe('');
    expect(await page.locator('.quote-list del').textContent()).toBe('guarded');
    await context.close();
  });

  test('the keyboard alone reaches the box, the orders and the files of a grid', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.address}/search/grid?q=prison`);
    const reached: string[] = [];
    for (let i = 0; i < 120; i += 1) {
      await page.keyboard.press('Tab');
      reached.push(await focusedName(page));
    }
    for (const name of ['q', 'Where', 'Last reported', 'Total', 'Table (CSV)']) {
      expect(reached.some((one) => one.startsWith(name))).toBe(true);
    }
    await page.close();
  });

  test('matches stand beneath one another, and whole lines are to be had', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${server.address}/search/concordance?q=the`);
    const lefts = await page
      .locator('.kwic mark')
      .evaluateAll((marks) => marks.map((mark) => Math.round(mark.getBoundingClientRect().left)));
    expect(lefts.length).toBeGreaterThan(50);
    expect(new Set(lefts).size).toBe(1);
    await page.getByLabel('Whole lines').check();
    const whole = await page
      .locator('.kwic tbody tr')
      .evaluateAll((rows) => rows.every((row) => row.scrollWidth <= row.clientWidth));
    expect(whole).toBe(true);
    await page.close();
  });

  test('nothing is asked for that the Content-Security-Policy does not allow', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    for (const path of ['/search/trend?q=prison&q=court', '/search/grid?q=prison', '/quote']) {
      await page.goto(server.address + path);
    }
    expect(errors).toEqual([]);
    await page.close();
  });
});

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    return focused?.getAttribute('name') ?? focused?.textContent?.trim() ?? '';
  });
}
