import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserSite, openBrowserSite } from './browser-site.ts';
import { chromiumPath } from './chromium-path.ts';
import { tabTo } from './keyboard.ts';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

describe.skipIf(chromiumPath === null)('citing in a browser', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(async () => {
    await site.close();
    expect(site.complaints).toEqual([]);
  });

  test('a citation is copied with its italics and as plain text, and it is said', async () => {
    const page = await site.open('/2023/zza/1.c:1/cite', CLIPBOARD);
    await page.getByRole('button', { name: 'Copy: Bluebook, law reviews' }).click();
    await page.waitForFunction(() =>
      document.getElementById('said')?.textContent?.startsWith('Citation copied'),
    );
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'Variorum, 2023 Country Reports on Human Rights Practices: Velmora [invented sample, not a publication of any government] § 1.c, para. 1 (n.d.).',
    );
    const editor = await page.context().newPage();
    await editor.setContent('<div contenteditable></div>');
    await editor.locator('div').focus();
    await editor.keyboard.press('Control+V');
    expect(await editor.locator('div').innerHTML()).toMatch(
      /^<span style="[^"]*small-caps[^"]*">Variorum<\/span>, <span/,
    );
    await page.context().close();
  });

  test('a record is copied line by line', async () => {
    const page = await site.open('/2023/zza/cite', CLIPBOARD);
    await page.getByText('The BibTeX record').click();
    await page.getByRole('button', { name: 'Copy the record' }).click();
    await page.waitForFunction(() =>
      document.getElementById('said')?.textContent?.startsWith('Record copied'),
    );
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^@techreport\{sample-zza-2023,\n {2}author = /,
    );
    await page.context().close();
  });

  test('by keyboard a passage’s citation shows itself and is reached', async () => {
    const page = await site.open('/2023/zza');
    const link = 'a.cite-link[href="/2023/zza/executive-summary:1/cite"]';
    await tabTo(page, link);
    expect(await page.locator(link).evaluate((at) => getComputedStyle(at).opacity)).toBe('1');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/executive-summary:1/cite');
    expect(await page.locator('h1').textContent()).toContain('Cite Velmora, 2023');
    await page.context().close();
  });

  test('without JavaScript every style is there to be read, and a list takes another style', async () => {
    const page = await site.open('/2023/zza', { javaScriptEnabled: false });
    await page.getByText('In other styles').click();
    expect(await page.locator('#cite-oscola').isVisible()).toBe(true);
    expect(await page.locator('.cite button').first().isVisible()).toBe(false);
    await page.goto(`${site.address}/cite?pins=2023/zza,2024/zzb`);
    await page.getByLabel('Style', { exact: true }).selectOption('apa');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('.cite-line').first().textContent()).toMatch(
      /^Variorum\. \(n\.d\.\)\. 2023 country/,
    );
    await page.context().close();
  });
});
