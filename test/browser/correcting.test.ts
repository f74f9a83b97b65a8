import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserSite, openBrowserSite } from './browser-site.ts';
import { chromiumPath } from './chromium-path.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(chromiumPath === null)('correcting an alignment', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(async () => {
    await site.close();
    expect(site.complaints).toEqual([]);
  });

  test('works without scripts, from the pair to the form, back to the pair, and to the list that takes it back', async () => {
    const page = await site.open('/compare/zza/2023/2024', { javaScriptEnabled: false });
    await page.locator('article.removed .correct-link').first().click();
    await page.getByLabel('the passage with this address').check();
    await page.getByLabel(/^Address of a passage/).fill('executive-summary:1');
    await page.getByLabel('Your name, or any other (optional)').fill('Ada Quill');
    await page.getByRole('button', { name: 'Save the correction' }).click();
    expect(await page.getByRole('status').first().textContent()).toBe('Your correction is saved.');
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
    const pair = page.locator(`[id="${id}"]`);
    expect(await pair.locator('.correction').textContent()).toContain('Corrected by Ada Quill');
    await page.getByRole('link', { name: 'See the corrections, or withdraw one' }).click();
    await page.locator('.withdraw summary').click();
    await page.getByRole('button', { name: /^Withdraw it/ }).click();
    expect(await page.getByRole('status').first().textContent()).toContain('The correction is withdrawn');
    await page.context().close();
  });

  test('what is wrong with the form is said above it and leads to the field', async () => {
    const page = await site.open('/compare/zza/2023/2024/correct?left=executive-summary:1', {
      bypassCSP: true,
    });
    await page.getByRole('button', { name: 'Save the correction' }).click();
    const link = page.getByRole('alert').getByRole('link');
    expect(await link.textContent()).toContain('nothing is chosen');
    await page.addScriptTag({ content: AXE });
    // @ts-expect-error axe is a script of the page here
    expect(await page.evaluate(async () => (await globalThis.axe.run()).violations.length)).toBe(0);
    await page.context().close();
  });

  test('a list with standing and withdrawn corrections fits a phone, and axe finds nothing on it', async () => {
    const page = await site.open('/corrections', {
      bypassCSP: true,
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
    });
    expect(await page.locator('.correction-list li').count()).toBeGreaterThan(0);
    await page.addScriptTag({ content: AXE });
    // @ts-expect-error axe is a script of the page here
    expect(await page.evaluate(async () => (await globalThis.axe.run()).violations.length)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.context().close();
  });
});
