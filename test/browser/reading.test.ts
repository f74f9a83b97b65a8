import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserSite, openBrowserSite } from './browser-site.ts';
import { chromiumPath } from './chromium-path.ts';
import { describeFocus, tabTo } from './keyboard.ts';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

describe.skipIf(chromiumPath === null)('reading', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(async () => {
    await site.close();
    expect(site.complaints).toEqual([]);
  });

  test.each(['/', '/2023/zza', '/report?years=2023&sections=all&areas=zza', '/nothing'])(
    'the first stop of the keyboard leads past the head of the site: %s',
    async (path) => {
      const page = await site.open(path);
      await page.keyboard.press('Tab');
      expect(await describeFocus(page)).toMatchObject({ name: 'a Skip to the page’s text', seen: true });
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main')?.id)).toBe('main');
      await page.context().close();
    },
  );

  test.each([
    '/2023/zza',
    '/report?years=2023&sections=executive-summary&areas=zza,zzb',
    '/coverage?region=sample',
    '/compare/zza/2023/2024',
    '/removed/zza/2022/2024',
  ])('the focus can be seen on every stop: %s', async (path) => {
    const page = await site.open(path);
    const lost: string[] = [];
    for (let stop = 0; stop < 250; stop += 1) {
      await page.keyboard.press('Tab');
      const { name, seen, marked } = await describeFocus(page);
      if (name === '') break;
      if (!seen || !marked) lost.push(name);
    }
    expect(lost).toEqual([]);
    await page.context().close();
  });

  test('the address of a custom report is copied at one press, and said aloud', async () => {
    const path = '/report?years=2022,2023&sections=executive-summary&areas=zza';
    const page = await site.open(path, CLIPBOARD);
    await tabTo(page, 'button[data-copy="address"]');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.getElementById('said')?.textContent?.startsWith('Address copied'),
    );
    expect(await clipboard(page)).toBe(site.address + path);
    await page.context().close();
  });

  test('the number of a passage gives the lasting address of its words', async () => {
    const page = await site.open('/report?years=2023&sections=executive-summary&areas=zzb', CLIPBOARD);
    await page.getByRole('link', { name: 'Passage executive-summary:2' }).click();
    await page.waitForFunction(() =>
      document.getElementById('said')?.textContent?.includes('passage copied'),
    );
    const address = await clipboard(page);
    expect(address).toMatch(/\/2023\/zzb@[0-9a-f]{12}#executive-summary:2$/);
    const wordsOf = (place: Locator): Promise<string> =>
      place.evaluate((at) =>
        [...at.childNodes]
          .filter((node) => !(node instanceof Element && node.matches('.age, .cite-link, .pin')))
          .map((node) => node.textContent)
          .join('')
          .trim(),
      );
    const wanted = await wordsOf(page.locator('[id="2023-zzb-executive-summary:2"]'));
    expect(wanted).toContain('Fen Front');

    await page.goto(address);
    const target = page.locator(':target');
    const words = await wordsOf(target);
    expect(words).toBe(wanted);
    expect(await target.evaluate((at) => at.getBoundingClientRect().top < innerHeight)).toBe(true);
    await page.context().close();
  });

  test('the sign beside a heading gives the lasting address of its section', async () => {
    const page = await site.open('/2023/zza', CLIPBOARD);
    await tabTo(page, 'a.address[href="#1.c"]');
    expect(await page.locator('a.address[href="#1.c"]').evaluate((at) => getComputedStyle(at).opacity)).toBe(
      '1',
    );
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.getElementById('said')?.textContent?.includes('copied'));
    expect(await clipboard(page)).toMatch(/\/2023\/zza@[0-9a-f]{12}#1\.c$/);
    await page.context().close();
  });

  test('the way from the contents to a section and from the head to the citation is one press', async () => {
    const page = await site.open('/2023/zza');
    await page.getByRole('navigation', { name: 'Contents' }).getByText('Women').click();
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe('#6/women');
    await page.getByRole('link', { name: 'How to cite this report' }).click();
    expect(await page.locator('#cite').evaluate((at) => at.getBoundingClientRect().top < innerHeight)).toBe(
      true,
    );
    await page.context().close();
  });

  test('what is asked for by the Content-Security-Policy is all that is asked for', async () => {
    const page = await site.open('/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    for (const path of ['/', '/2023/zza', '/report?years=2023&sections=all&areas=zza', '/coverage']) {
      await page.goto(site.address + path);
    }
    expect(new Set(asked)).toEqual(new Set([site.address]));
    await page.context().close();
  });
});

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
