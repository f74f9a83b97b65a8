import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserSite, openBrowserSite } from './browser-site.ts';
import { chromiumPath } from './chromium-path.ts';

describe.skipIf(chromiumPath === null)('searching in a browser', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(async () => {
    await site.close();
    expect(site.complaints).toEqual([]);
  });

  const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');

  test('a slash goes to the box, Escape leaves it with what was typed', async () => {
    const page = await site.open('/areas/velmora');
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('quick-q');
    await page.keyboard.type('prison/doctors');
    expect(await page.locator('#quick-q').inputValue()).toBe('prison/doctors');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('');
    expect(await page.locator('#quick-q').inputValue()).toBe('prison/doctors');
    await page.keyboard.press('/');
    await page.keyboard.type('shelter');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=shelter');
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('search-q');
    await page.close();
  });

  test('a slash is written where something else is typed', async () => {
    const page = await site.open('/search?q=the');
    await page.locator('.search-narrow summary').click();
    await page.locator('#search-sections').focus();
    await page.keyboard.type('6/women');
    expect(await page.locator('#search-sections').inputValue()).toBe('6/women');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=the&sections=6/women');
    await page.close();
  });

  test('everything is done without JavaScript: narrow, widen, turn the page, open with marks, take them off', async () => {
    const page = await site.open('/', { javaScriptEnabled: false });
    await page.locator('#quick-q').fill('the');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(new URL(page.url()).search).toBe('?q=the');
    await page.getByRole('link', { name: '2023', exact: false }).first().click();
    expect(new URL(page.url()).search).toBe('?q=the&years=2023');
    await page.getByRole('link', { name: 'Next' }).click();
    const text = await page.locator('.results-bar').textContent();
    expect(text).toMatch(/Results 21–40 of \d+/);
    await page.getByRole('link', { name: /Take off: Edition 2023/ }).click();
    expect(new URL(page.url()).search).toBe('?q=the');
    await page.locator('.hit h3 a').first().click();
    expect(new URL(page.url()).search).toBe('?q=the');
    expect(await page.locator('mark').count()).toBeGreaterThan(5);
    await page.getByRole('link', { name: 'Take the marks off' }).click();
    expect(await page.locator('mark').count()).toBe(0);
    await page.close();
  });

  test('on a phone the filters are folded away, and open with one press', async () => {
    const page = await site.open('/search?q=the', { viewport: { width: 360, height: 740 } });
    expect(await page.locator('#facet-editions').isVisible()).toBe(false);
    await page.locator('.search-facets > summary').click();
    expect(await page.locator('#facet-editions').isVisible()).toBe(true);
    await page.close();
  });

  test('on a wide page the filters stand beside the results', async () => {
    const page = await site.open('/search?q=the', { viewport: { width: 1280, height: 900 } });
    const filters = await page.locator('#facet-editions').boundingBox();
    const results = await page.locator('#results').boundingBox();
    expect((filters?.x ?? 0) + (filters?.width ?? 0)).toBeLessThan(results?.x ?? 0);
    await page.close();
  });

  test('all of a page of results is reached by keyboard, and what is reached is seen', async () => {
    const page = await site.open('/search?q=prison&years=2023');
    const wanted = await page.locator('.hit h3 a, .chip, .search-orders a, .facet-value:visible').count();
    const reached = new Set<string>();
    for (let presses = 0; presses < 200; presses += 1) {
      await page.keyboard.press('Tab');
      const place = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return null;
        if (!element.matches('.hit h3 a, .chip, .search-orders a, .facet-value')) return '';
        const { outlineStyle } = getComputedStyle(element);
        const all = [...document.querySelectorAll('a')];
        return `${all.indexOf(element as HTMLAnchorElement)} ${outlineStyle}`;
      });
      if (place === null) break;
      if (place !== '') reached.add(place);
    }
    expect(reached.size).toBe(wanted);
    expect([...reached].filter((place) => place.endsWith('none'))).toEqual([]);
    await page.close();
  });

  test('marks show on paper without colour, and the paper has the addresses', async () => {
    const page = await site.open('/search?q=prison');
    await page.emulateMedia({ media: 'print' });
    const style = await page
      .locator('mark')
      .first()
      .evaluate((mark) => {
        const { fontWeight, textDecorationLine } = getComputedStyle(mark);
        return { fontWeight: Number(fontWeight), textDecorationLine };
      });
    expect(style.fontWeight).toBeGreaterThanOrEqual(600);
    expect(style.textDecorationLine).toContain('underline');
    expect(await page.locator('.search-form, .search-facets, .masthead').first().isVisible()).toBe(false);
    expect(await page.locator('.hit-foot .print-only').first().textContent()).toMatch(
      /^http:\/\/.*\/\d{4}\/zz[a-c]@[0-9a-f]{12}#\S+:\d+$/,
    );
    await page.close();
  });
});
