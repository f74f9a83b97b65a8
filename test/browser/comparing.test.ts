import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserSite, openBrowserSite } from './browser-site.ts';
import { chromiumPath } from './chromium-path.ts';
import { tabTo } from './keyboard.ts';

const PATH = '/compare/zza/2023/2024';

describe.skipIf(chromiumPath === null)('comparing', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(async () => {
    await site.close();
    expect(site.complaints).toEqual([]);
  });

  test('the keys n and p go from change to change, and the address goes with them', async () => {
    const page = await site.open(PATH);
    const ids = await listChanges(page);
    expect(ids.length).toBeGreaterThan(3);
    for (const expected of [ids[0], ids[1], ids[2]]) {
      await page.keyboard.press('n');
      expect(await readPlace(page)).toEqual({ focus: expected, address: `#${expected}`, seen: true });
    }
    await page.keyboard.press('p');
    expect(await readPlace(page)).toEqual({ focus: ids[1], address: `#${ids[1]}`, seen: true });
    await page.context().close();
  });

  test('the first p on a page leads nowhere, and n behind the last change neither', async () => {
    const page = await site.open(PATH);
    await page.keyboard.press('p');
    expect(new URL(page.url()).hash).toBe('');
    const last = (await listChanges(page)).at(-1);
    await page.evaluate((id) => document.getElementById(id ?? '')?.focus(), last);
    await page.keyboard.press('n');
    expect(new URL(page.url()).hash).toBe('');
    await page.context().close();
  });

  test('the keys can be turned off, and stay off', async () => {
    const page = await site.open(PATH);
    await tabTo(page, '#jump-switch');
    await page.keyboard.press('Enter');
    expect(await page.locator('#jump-switch').textContent()).toBe('Turn these keys on');
    await page.keyboard.press('n');
    expect(new URL(page.url()).hash).toBe('');
    await page.reload();
    await page.keyboard.press('n');
    expect(new URL(page.url()).hash).toBe('');
    await page.context().close();
  });

  test('typing an n into a field is typing', async () => {
    const page = await site.open(PATH);
    await page.locator('#address').focus();
    await page.keyboard.press('n');
    expect(new URL(page.url()).hash).toBe('');
    await page.context().close();
  });

  test('without JavaScript the arrows beside each change lead on, and the keys are not spoken of', async () => {
    const page = await site.open(PATH, { javaScriptEnabled: false });
    expect(await page.locator('#jump-keys').isVisible()).toBe(false);
    const first = page.locator('.pair.change').first();
    const next = await first.locator('a[aria-label="Next change"]').getAttribute('href');
    await first.locator('a[aria-label="Next change"]').click();
    expect(new URL(page.url()).hash).toBe(next);
    await page.context().close();
  });

  test('without JavaScript the form leads to the comparison, and its choices are links', async () => {
    const page = await site.open('/compare', { javaScriptEnabled: false });
    await page.fill('#compare-area', 'Upper Quendal');
    await page.selectOption('#compare-from', '2022');
    await page.selectOption('#compare-to', '2023');
    await page.click('button.primary');
    expect(new URL(page.url()).pathname).toBe('/compare/zzb/2022/2023');
    await page.click('.redline-tools a:text-is("Removed")');
    expect(new URL(page.url()).search).toBe('?only=removed');
    await page.click('.redline-tools a:text-is("One column")');
    expect(new URL(page.url()).search).toBe('?only=removed&view=one');
    await page.context().close();
  });

  test('a wide screen shows two columns, a phone one, each with every word once', async () => {
    for (const [width, columns] of [
      [1280, true],
      [390, false],
    ] as const) {
      const page = await site.open(PATH, { viewport: { width, height: 800 } });
      const pair = page.locator('.pair.edited').first();
      expect(await pair.locator('> .sides').isVisible()).toBe(columns);
      expect(await pair.locator('> .inline').isVisible()).toBe(!columns);
      await page.context().close();
    }
  });

  test('what is gone and new is said aloud, and does not come along when it is copied', async () => {
    const page = await site.open(PATH);
    const before = await page.evaluate(() => {
      const gone = document.querySelector('.side del');
      return gone === null ? null : getComputedStyle(gone, '::before').content;
    });
    expect(before).toBe('" [gone: "');
    expect(await page.locator('.side del').first().innerText()).not.toContain('gone');
    await page.context().close();
  });
});

function listChanges(page: Page): Promise<string[]> {
  return page.locator('.pair.change').evaluateAll((pairs) => pairs.map(({ id }) => id));
}

function readPlace(page: Page): Promise<{ focus: string; address: string; seen: boolean }> {
  return page.evaluate(() => {
    const at = document.activeElement;
    const top = at?.getBoundingClientRect().top ?? -1;
    return { focus: at?.id ?? '', address: decodeURI(location.hash), seen: top >= 0 && top < innerHeight };
  });
}
