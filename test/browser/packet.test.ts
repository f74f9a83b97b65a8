import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePacketFile } from '../../src/domain/packet-file.ts';
import { type BrowserSite, openBrowserSite } from './browser-site.ts';
import { chromiumPath } from './chromium-path.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STORED = 'variorum-packet';

describe.skipIf(chromiumPath === null)('pinning and packing in a browser', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(async () => {
    await site.close();
    expect(site.complaints).toEqual([]);
  });

  /** Three passages of a report, pinned there; then the Packet page. */
  async function pinThree(options = {}): Promise<Page> {
    const page = await site.open('/2023/zza', options);
    for (const name of ['1.c:1', 'executive-summary:1', '6/women:1'])
      await page.locator(`[id="${name}"] .pin`).click();
    await page.getByRole('link', { name: 'Open packet' }).click();
    await page.waitForURL('**/packet');
    return page;
  }

  const listed = (page: Page): Promise<string[]> => page.locator('.pin-place a').allTextContents();

  const said = (page: Page, text: string): Promise<unknown> =>
    page.waitForFunction((wanted) => document.getElementById('said')?.textContent?.includes(wanted), text);

  test('a passage is pinned and unpinned where it stands, it is said, and undone', async () => {
    const page = await site.open('/2023/zza');
    const pin = page.locator('[id="1.c:1"] .pin');
    await pin.focus();
    await page.keyboard.press('Enter');
    await said(page, 'Pinned: 2023 zza 1.c:1. 1 pinned.');
    expect(await pin.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Enter');
    await said(page, 'No longer pinned');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await pin.getAttribute('aria-pressed')).toBe('true');
    await page.reload();
    expect(await page.locator('[id="1.c:1"] .pin').getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('#pins-status').textContent()).toContain('1 pinned · Open packet');
    await page.context().close();
  });

  test.each([
    [
      '/report?years=2023&sections=executive-summary&areas=zza',
      /^2023\/zza@[0-9a-f]{12}#executive-summary:1$/,
    ],
    ['/search?q=prison', /^\d{4}\/zz[a-z]@[0-9a-f]{12}#.+:\d+$/],
    ['/compare/zza/2023/2024', /^202[34]\/zza@[0-9a-f]{12}#.+:\d+$/],
    ['/removed/zza/2022/2024', /^202[24]\/zza@[0-9a-f]{12}#.+:\d+$/],
    ['/2023/zza/1.c:1/history', /^20\d\d\/zza@[0-9a-f]{12}#.+:\d+$/],
    ['/2023/zza/1.c:1/cite', /^2023\/zza@[0-9a-f]{12}#1\.c:1$/],
    [
      '/side-by-side?years=2023&sections=executive-summary&areas=zza,zzb',
      /^2023\/zz[ab]@[0-9a-f]{12}#.+:\d+$/,
    ],
  ])('on %s passages can be pinned, in their version', async (path, address) => {
    const page = await site.open(path);
    await page.locator('.pin').first().click();
    const stored = await page.evaluate((key) => localStorage.getItem(key), STORED);
    expect(JSON.parse(stored ?? '').issues[0].pins[0].address).toMatch(address);
    await page.context().close();
  });

  test('pins are ordered and grouped by keyboard, kept over a reload, saved, cleared, and opened again', async () => {
    const page = await pinThree({ acceptDownloads: true });
    expect(await listed(page)).toEqual([
      '2023 zza 1.c:1',
      '2023 zza executive-summary:1',
      '2023 zza 6/women:1',
    ]);
    await page.getByRole('button', { name: 'Move up: 2023 zza 6/women:1' }).focus();
    await page.keyboard.press('Enter');
    await said(page, '2023 zza 6/women:1 is now 2 of 3 under Pinned passages.');
    await page.keyboard.press('Enter');
    await said(page, 'is now 1 of 3');
    await page.keyboard.press('Enter');
    await said(page, 'It is the first already.');
    await page.getByLabel('Issue 1', { exact: true }).fill('Nexus');
    await page.getByRole('button', { name: 'Add an issue' }).press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Custody');
    await page.getByLabel('To issue: 2023 zza 1.c:1').selectOption({ label: 'To issue 2: Custody' });
    await page.getByLabel('Your note').first().fill('See <b>page</b> 3');
    await page.getByLabel('Title').fill('Velmora');
    await page.getByLabel('Title').blur();
    await page.reload();
    expect(await listed(page)).toEqual([
      '2023 zza 6/women:1',
      '2023 zza executive-summary:1',
      '2023 zza 1.c:1',
    ]);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the packet file' }).click(),
    ]);
    const file = await saved.path();
    expect(parsePacketFile(readFileSync(file, 'utf8'))).toMatchObject({
      title: 'Velmora',
      issues: [
        { title: 'Nexus', pins: [{ note: 'See <b>page</b> 3' }, { note: null }] },
        { title: 'Custody', pins: [{ address: expect.stringMatching(/^2023\/zza@[0-9a-f]{12}#1\.c:1$/) }] },
      ],
    });
    await page.getByRole('button', { name: 'Clear all' }).click();
    expect(await listed(page)).toEqual([]);
    await page.getByLabel('A file that was saved here').setInputFiles(file);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await said(page, '3 pinned.');
    expect(await listed(page)).toEqual([
      '2023 zza 6/women:1',
      '2023 zza executive-summary:1',
      '2023 zza 1.c:1',
    ]);
    expect(await page.getByLabel('Title').inputValue()).toBe('Velmora');
    await page.context().close();
  });

  test('a pin is dragged by its handle to another issue', async () => {
    const page = await pinThree({ viewport: { width: 1280, height: 1600 } });
    await page.getByRole('button', { name: 'Add an issue' }).click();
    const grip = await page.locator('.grip').first().boundingBox();
    const target = await page.locator('.pin-issue').nth(1).boundingBox();
    if (grip === null || target === null) throw new Error('Nothing to drag.');
    await page.mouse.move(grip.x + 5, grip.y + 5);
    await page.mouse.down();
    await page.mouse.move(target.x + 40, target.y + target.height - 10, { steps: 8 });
    await page.mouse.up();
    expect(await listed(page)).toEqual([
      '2023 zza executive-summary:1',
      '2023 zza 6/women:1',
      '2023 zza 1.c:1',
    ]);
    await said(page, '2023 zza 1.c:1 is now 1 of 1 under Issue 2.');
    await page.context().close();
  });

  test('nothing is sent before a button says so; the preview then shows texts and pages, and the PDF comes', async () => {
    const page = await pinThree({ acceptDownloads: true });
    const sent: string[] = [];
    page.on('request', (request) => {
      if (!request.url().includes('/assets/'))
        sent.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
    await page.getByLabel('Issue 1', { exact: true }).fill('Torture of A. N. Other');
    await page.getByLabel('Your note').first().fill('A secret');
    expect(sent).toEqual([]);
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.locator('#preview-head').waitFor();
    expect(await page.locator('#preview-head').evaluate((at) => at === document.activeElement)).toBe(true);
    expect(await page.locator('#packet-preview').textContent()).toMatch(/variorum-packet\.pdf: \d+ pages/);
    expect(await page.locator('#packet-preview h3').first().textContent()).toBe('Torture of A. N. Other');
    expect(await page.locator('.unchosen .pin').count()).toBeGreaterThan(0);
    const [pdf] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download', exact: true }).click(),
    ]);
    expect(
      readFileSync(await pdf.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(sent).toEqual(['POST /packet', 'POST /packet.pdf']);
    expect(new URL(page.url()).search).toBe('');
    await page.locator('.unchosen summary').first().click();
    await page.locator('.unchosen .pin').first().click();
    expect((await listed(page)).length).toBe(4);
    expect(await page.locator('.preview-stale').isVisible()).toBe(true);
    await page.context().close();
  });

  test('what is stored and cannot be understood is left out, and a file that is none is refused', async () => {
    const page = await site.open('/packet');
    const hostile = {
      issues: [
        {
          title: '<img src=x onerror=alert(1)>',
          pins: [{ address: 'javascript:alert(1)' }, { address: '2023/zza#1.c:1', note: 7 }],
        },
        'nonsense',
      ],
      options: { form: '<script>', title: { a: 1 } },
    };
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
      STORED,
      JSON.stringify(hostile),
    ] as const);
    await page.reload();
    expect(await listed(page)).toEqual(['2023 zza 1.c:1']);
    expect(await page.getByLabel('Issue 1', { exact: true }).inputValue()).toBe(
      '<img src=x onerror=alert(1)>',
    );
    expect(await page.locator('main img').count()).toBe(0);
    await page.evaluate((key) => localStorage.setItem(key, '{"issues":'), STORED);
    await page.reload();
    expect(await page.locator('#pins-issues').textContent()).toContain('Nothing is pinned yet.');
    await page.getByLabel('A file that was saved here').setInputFiles({
      name: 'other.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format":"other"}'),
    });
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await said(page, 'This is no packet file.');
    await page.context().close();
  });

  test('where the browser stores nothing, that is said, and the page still works', async () => {
    const page = await site.open('/');
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.goto(`${site.address}/2023/zza`);
    await page.locator('[id="1.c:1"] .pin').click();
    await said(page, 'this browser does not store pins');
    expect(await page.locator('[id="1.c:1"] .pin').getAttribute('aria-pressed')).toBe('true');
    await page.context().close();
  });

  test('pins of a link are taken only if asked', async () => {
    const page = await site.open('/packet?pins=2023/zza%231.c:1,2023/zza%23executive-summary:1');
    expect(await listed(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add to your pins' }).click();
    expect(await listed(page)).toEqual(['2023 zza 1.c:1', '2023 zza executive-summary:1']);
    expect(page.url()).toBe(`${site.address}/packet`);
    await page.context().close();
  });

  test('without JavaScript a passage comes into a packet by its cite page, and the form makes it', async () => {
    const page = await site.open('/2023/zza/1.c:1/cite', { javaScriptEnabled: false, acceptDownloads: true });
    await page.getByRole('link', { name: 'Put it into a packet' }).click();
    expect(await page.locator('#pin-board').isVisible()).toBe(false);
    const list = page.getByLabel('One address a line');
    await list.fill(`# Custody\n${await list.inputValue()}\n> A note`);
    await page.getByLabel('Form', { exact: true }).selectOption('uk');
    await page.getByRole('button', { name: 'Preview' }).click();
    expect(await page.locator('#packet-preview').textContent()).toMatch(/of at most 12 pages/);
    const [pdf] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Make the PDF' }).click(),
    ]);
    expect(pdf.suggestedFilename()).toBe('variorum-packet.pdf');
    await page.context().close();
  });

  test.each([
    ['desktop', 1280],
    ['phone', 360],
  ])('axe finds nothing on a filled page, and nothing sticks out: %s', async (_, width) => {
    const page = await pinThree({ viewport: { width, height: 800 } });
    await page.getByRole('button', { name: 'Add an issue' }).click();
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.locator('#preview-head').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        // @ts-expect-error axe is a script of the page here
        const { violations } = await globalThis.axe.run();
        return violations.map(({ id }: { id: string }) => id);
      });
      expect(found).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.context().close();
  });
});
