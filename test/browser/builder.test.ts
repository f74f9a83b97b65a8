import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserSite, openBrowserSite } from './browser-site.ts';
import { chromiumPath } from './chromium-path.ts';
import { describeFocus, tabTo } from './keyboard.ts';

describe.skipIf(chromiumPath === null)('the builder', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(async () => {
    await site.close();
    expect(site.complaints).toEqual([]);
  });

  test('leads to a report by the keyboard alone, counting all the way', async () => {
    const page = await site.open('/');
    await tabTo(page, 'input[name="years"][value="2023"]');
    await page.keyboard.press('Space');
    await tabTo(page, 'input[name="years"][value="2024"]');
    await page.keyboard.press('Space');
    expect(await countText(page)).toBe('Choose a section and a country or area.');

    await tabTo(page, '#find-topic');
    await page.keyboard.type('executive');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.type('prison');
    await tabTo(page, 'input[name="sections"][value="prison-conditions"]');
    await page.keyboard.press('Space');

    // By its former name, and with what the layout of a keyboard makes of it.
    await tabTo(page, '#find-area');
    await page.keyboard.type('UPPER quend');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await tabTo(page, 'input[name="areas"][value="zza"]');
    await page.keyboard.press('Space');
    await waitForCount(page, '4 reports');
    expect(new URL(page.url()).search).toBe(
      '?years=2023,2024&sections=executive-summary,prison-conditions&areas=zzb,zza',
    );

    await tabTo(page, '#order');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'button[type="submit"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/report?*');
    expect(page.url()).toBe(
      `${site.address}/report?years=2023,2024&sections=executive-summary,prison-conditions&areas=zzb,zza&order=year`,
    );
    expect(await page.locator('h1').textContent()).toContain('2023, 2024');
    expect(await page.locator('article.excerpt').count()).toBe(4);
    expect(await page.locator('.counts').textContent()).toContain('4 reports');
    await page.context().close();
  });

  test('takes a region, all that is shown, and everything, and gives them back', async () => {
    const page = await site.open('/?years=2023&sections=all&areas=zza');
    await tabTo(page, 'input[name="areas"][value="sample"]');
    await page.keyboard.press('Space');
    await waitForCount(page, '3 reports');
    expect(await page.locator('input[value="zza"]').first().isVisible()).toBe(false);
    expect(new URL(page.url()).search).toBe('?years=2023&sections=all&areas=sample');

    await tabToBack(page, 'button[data-check="none"]');
    await page.keyboard.press('Enter');
    expect(await countText(page)).toBe('Choose a country or area.');

    await tabToBack(page, '#find-area');
    await page.keyboard.type('santorlo');
    await tabTo(page, '[data-tools="areas"] button[data-check="shown"]');
    await page.keyboard.press('Enter');
    await waitForCount(page, '1 report,');
    expect(new URL(page.url()).search).toBe('?years=2023&sections=all&areas=zzc');

    await tabToBack(page, 'input[name="areas"][value="all"]');
    await page.keyboard.press('Space');
    await waitForCount(page, '3 reports');
    expect(new URL(page.url()).search).toBe('?years=2023&sections=all&areas=all');
    await page.context().close();
  });

  test('shows another edition’s outline without losing a choice or the focus', async () => {
    const page = await site.open('/?years=2024&sections=women&areas=zza');
    await tabTo(page, '#by-outline > summary');
    await page.keyboard.press('Enter');
    await tabTo(page, 'button[name="show-outline"][value="2022"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('button[name="show-outline"][value="2022"][aria-current="true"]');
    expect(await describeFocus(page)).toEqual({ name: 'button 2022', seen: true, marked: true });
    await tabTo(page, 'input[name="sections"][value="1.c"]');
    await page.keyboard.press('Space');
    await waitForCount(page, '1 report');
    expect(new URL(page.url()).search).toBe('?years=2024&sections=women,1.c&areas=zza');
    await page.context().close();
  });

  test('lists what is chosen, and lets it be taken away', async () => {
    const page = await site.open('/?years=2023,2024&sections=women&areas=zza');
    await waitForCount(page, '2 reports');
    await tabTo(page, '#chosen button[data-value="2024"]');
    await page.keyboard.press('Enter');
    await waitForCount(page, '1 report,');
    expect((await describeFocus(page)).name).toBe('button Women');
    expect(await page.locator('input[value="2024"]').first().isChecked()).toBe(false);
    await page.context().close();
  });

  test('names what is to be mended, and has the focus there', async () => {
    const page = await site.open('/report?years=2031&sections=women&areas=Velmura');
    await page.waitForFunction(() => document.activeElement?.id === 'problems');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#step-years');
    expect(await page.locator('input[value="women"]').first().isChecked()).toBe(true);
    await page.context().close();
  });

  test.each([
    ['desktop', 1280, 900],
    ['phone', 360, 740],
  ])('shows where the focus is, on every stop (%s)', async (_, width, height) => {
    const page = await site.open('/?years=2023&sections=women&areas=zza', { viewport: { width, height } });
    await waitForCount(page, '1 report');
    const lost: string[] = [];
    let stops = 0;
    for (; stops < 400; stops += 1) {
      await page.keyboard.press('Tab');
      const { name, seen, marked } = await describeFocus(page);
      if (name === '') break;
      if (!seen || !marked) lost.push(`${name}: ${seen ? '' : 'not seen '}${marked ? '' : 'not marked'}`);
    }
    expect(lost).toEqual([]);
    expect(stops).toBeGreaterThan(80);
    await page.context().close();
  });

  test('tells a phone’s reader the count without leaving the step', async () => {
    const page = await site.open('/?years=2023&sections=women&areas=zza', {
      viewport: { width: 360, height: 740 },
    });
    await waitForCount(page, '1 report');
    const line = page.locator('.tally-jump a');
    expect(await line.textContent()).toContain('1 report');
    expect(await line.evaluate((at) => Math.round(at.getBoundingClientRect().bottom))).toBe(740);
    await line.click();
    expect(new URL(page.url()).hash).toBe('#tally');
    await page.context().close();
  });
});

describe.skipIf(chromiumPath === null)('without JavaScript', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(async () => {
    await site.close();
    expect(site.complaints).toEqual([]);
  });
  const open = (path: string): Promise<Page> => site.open(path, { javaScriptEnabled: false });

  test('the three steps lead to a report, and its panel to another', async () => {
    const page = await open('/');
    await page.locator('input[name="years"][value="2023"]').check();
    await page.locator('input[name="sections"][value="executive-summary"]').first().check();
    await page.locator('input[name="areas"][value="zza"]').first().check();
    await page.getByRole('button', { name: 'Build the report' }).click();
    expect(new URL(page.url()).search).toBe('?years=2023&sections=executive-summary&areas=zza');
    expect(await page.locator('h1').textContent()).toContain('Velmora');

    await page.getByText('Edit this report').click();
    await page.locator('input[name="areas"][value="zza"]').first().uncheck();
    await page.locator('input[name="areas"][value="sample"]').check();
    await page.locator('input[name="years"][value="2024"]').check();
    await page.getByRole('button', { name: 'Build the report' }).click();
    expect(new URL(page.url()).search).toBe('?years=2023,2024&sections=executive-summary&areas=sample');
    await page.context().close();
  });

  test('a count can be had before, keeping the choices', async () => {
    const page = await open('/');
    await page.locator('input[name="years"][value="2022"]').check();
    await page.locator('input[name="sections"][value="all"]').check();
    await page.locator('input[name="areas"][value="zzb"]').first().check();
    await page.getByRole('button', { name: 'Count only' }).click();
    expect(await countText(page)).toMatch(/^1 report, \d+ passages, [\d,]+ words\.$/);
    expect(await page.locator('input[name="areas"][value="zzb"]').first().isChecked()).toBe(true);
    await page.context().close();
  });

  test('another edition’s outline can be had, keeping the choices', async () => {
    const page = await open('/?years=2023&areas=zza');
    await page.locator('#by-outline > summary').click();
    await page.getByRole('button', { name: '2024', exact: true }).click();
    expect(await page.locator('#outline').textContent()).toContain('Section 1. Life');
    expect(await page.locator('input[name="years"][value="2023"]').isChecked()).toBe(true);
    await page.locator('#outline input[value="1"]').check();
    await page.getByRole('button', { name: 'Build the report' }).click();
    expect(new URL(page.url()).search).toBe('?years=2023&sections=1&areas=zza');
    await page.context().close();
  });

  test('nothing is shown that would do nothing', async () => {
    const pages = ['/', '/2023/zza', '/report?years=2023&sections=executive-summary&areas=zza'];
    for (const path of pages) {
      const page = await open(path);
      const dead = await page
        .locator('button[type="button"]:visible, #find-topic:visible, #find-area:visible')
        .count();
      expect(dead, path).toBe(0);
      await page.context().close();
    }
  });

  test('a country is found by its former name, and the coverage of a region is one choice away', async () => {
    const page = await open('/areas');
    await page.getByLabel('Find a country or area by any of its names').fill('Upper Quendal');
    await page.getByRole('button', { name: 'Go' }).click();
    expect(new URL(page.url()).pathname).toBe('/areas/quendary');
    await page.goto(`${site.address}/coverage`);
    await page.getByLabel('Region', { exact: true }).selectOption('Invented (sample editions)');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('tbody').first().locator('tr').count()).toBe(3);
    await page.context().close();
  });
});

async function countText(page: Page): Promise<string> {
  return (await page.locator('#count').textContent()) ?? '';
}

/** The count comes a moment after the choice. */
async function waitForCount(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.getElementById('count')?.textContent?.startsWith(wanted),
    text,
    { timeout: 10_000 },
  );
}

/** The way back: Shift and Tab. */
async function tabToBack(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 400; press += 1) {
    await page.keyboard.press('Shift+Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Shift+Tab never came to ${selector}`);
}
