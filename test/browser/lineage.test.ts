import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserSite, openBrowserSite } from './browser-site.ts';
import { chromiumPath } from './chromium-path.ts';

describe.skipIf(chromiumPath === null)('how old a passage is', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(async () => {
    await site.close();
    expect(site.complaints).toEqual([]);
  });

  test('opens its history without JavaScript, and the history leads back', async () => {
    const page = await site.open('/2023/zza', { javaScriptEnabled: false });
    await page.locator('.passage > .age').first().click();
    await page.waitForURL(/\/2023\/zza\/[^/]+:1\/history$/);
    expect(await page.locator('h1').textContent()).toBe('Velmora: a passage through the editions');
    await page.locator('.form.asked .form-cite a').first().click();
    await page.waitForURL(/\/2023\/zza@[0-9a-f]{12}#/);
    await page.context().close();
  });

  test('is no part of the passage’s text for who copies it', async () => {
    const page = await site.open('/2023/zza');
    const copied = await page
      .locator('.passage')
      .first()
      .evaluate((passage) => {
        getSelection()?.selectAllChildren(passage);
        return getSelection()?.toString() ?? '';
      });
    expect(copied).not.toMatch(/word for word since|reworded in|new in/);
    expect(copied.length).toBeGreaterThan(20);
    await page.context().close();
  });

  test('is printed only by choice, without JavaScript too', async () => {
    const page = await site.open('/2023/zza', { javaScriptEnabled: false });
    const sign = page.locator('.passage > .age').first();
    expect(await sign.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await sign.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.getByLabel('Print it too').check();
    await page.emulateMedia({ media: 'print' });
    expect(await sign.isVisible()).toBe(true);
    await page.context().close();
  });

  test('a number in the table of last editions unfolds its passages, without JavaScript too', async () => {
    const page = await site.open('/areas/velmora/last-reported', { javaScriptEnabled: false });
    const link = page.locator('td.number a').first();
    const id = (await link.getAttribute('href'))?.slice(1) ?? '';
    const passages = page.locator(`[id="${id}"]`);
    expect(await passages.isVisible()).toBe(false);
    await link.click();
    expect(await passages.isVisible()).toBe(true);
    await page.context().close();
  });
});
