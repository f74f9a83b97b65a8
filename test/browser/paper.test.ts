import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserSite, openBrowserSite } from './browser-site.ts';
import { chromiumPath } from './chromium-path.ts';

describe.skipIf(chromiumPath === null)('on paper', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(async () => {
    await site.close();
    expect(site.complaints).toEqual([]);
  });

  async function openPrinted(path: string): Promise<Page> {
    const page = await site.open(path, { viewport: { width: 720, height: 960 } });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    return page;
  }

  test('a custom report is a packet: its title, address, facts, gaps and text, and nothing of the site around it', async () => {
    const query = 'years=2022-2024&sections=executive-summary,prison-conditions&areas=zza,zzb,mli';
    const page = await openPrinted(`/report?${query}`);
    const printed = await readVisible(page);
    for (const said of [
      'Variorum is not a government site.',
      `${site.address}/report?${query}`,
      'Contents',
      'Absence of reporting is not evidence of absence.',
      '2022–2024: Mali',
      'Quendary, 2023',
      'Covers events of 2023'.toLowerCase(),
      'Captured',
      'Version',
      'Invented.',
    ]) {
      expect(printed.toLowerCase()).toContain(said.toLowerCase());
    }
    for (const not of ['Build a report', 'Edit this report', 'Download', 'Copy', 'Skip to', 'Select years']) {
      expect(printed).not.toContain(not);
    }
    await page.context().close();
  });

  test('a report prints all its facts, its numbers in the margin, and how to cite it', async () => {
    const page = await openPrinted('/2023/zza');
    const printed = await readVisible(page);
    for (const said of [
      'SHA-256 of the captured bytes',
      'https://sample.invalid/reports/2023-country-reports-on-human-rights-practices/velmora/',
      'Invented sample, not a publication of any government.',
      'How to cite',
      `${site.address}/2023/zza@`,
      'Section 1.',
    ]) {
      expect(printed).toContain(said);
    }
    for (const not of ['Copy', 'This page as data', 'Build a report', '← 2022']) {
      expect(printed).not.toContain(not);
    }
    const number = page.locator('[id="1.c:1"] .number');
    expect(await number.isVisible()).toBe(true);
    expect(await number.evaluate((at) => at.getBoundingClientRect().left)).toBeGreaterThanOrEqual(0);
    await page.context().close();
  });

  test('what is folded on the screen is printed whole', async () => {
    const page = await site.open('/report?years=2023&sections=women&areas=all', {
      viewport: { width: 720, height: 960 },
    });
    const folded = page.locator('.gaps details');
    expect(await folded.first().evaluate((fold) => (fold as HTMLDetailsElement).open)).toBe(false);
    expect(await readVisible(page)).not.toContain('Zimbabwe');
    await page.emulateMedia({ media: 'print' });
    expect(await readVisible(page)).toContain('Zimbabwe');
    expect(await readVisible(page)).not.toContain('Select years');
    await page.context().close();
  });

  test('a chart of removals repeats its head on every sheet, keeps rows whole, and says where all of it comes from', async () => {
    const page = await openPrinted('/removed/zza/2022/2024');
    const printed = await readVisible(page);
    for (const said of [
      'Absence of reporting is not evidence of absence.',
      'SHA-256 of the captured bytes',
      'Not found in any of the',
      `${site.address}/removed/zza/2022@`,
      'Variorum is not a government site.',
    ]) {
      expect(printed).toContain(said);
    }
    for (const not of ['Download', 'Copy', 'Show them too']) expect(printed).not.toContain(not);
    const [head, row] = await page.evaluate(() => {
      const styleOf = (selector: string) => {
        const found = document.querySelector(selector);
        return found === null ? null : getComputedStyle(found);
      };
      return [styleOf('.removals-table thead')?.display, styleOf('.removals-table tbody tr')?.breakInside];
    });
    expect([head, row]).toEqual(['table-header-group', 'avoid']);
    await page.context().close();
  });

  test('a comparison prints in two columns, and what is gone and new without any colour', async () => {
    const page = await openPrinted('/compare/zza/2023/2024');
    const looks = await page.evaluate(() => {
      const of = (selector: string) => {
        const found = document.querySelector(selector);
        if (found === null) return null;
        const { textDecorationLine, color, backgroundColor, gridTemplateColumns } = getComputedStyle(found);
        return { textDecorationLine, color, backgroundColor, columns: gridTemplateColumns.split(' ').length };
      };
      return { gone: of('.side del'), fresh: of('.side ins'), sides: of('.edited .sides') };
    });
    expect(looks.gone).toMatchObject({ textDecorationLine: 'line-through', color: 'rgb(0, 0, 0)' });
    expect(looks.fresh).toMatchObject({ textDecorationLine: 'underline', color: 'rgb(0, 0, 0)' });
    expect(looks.sides?.columns).toBe(2);
    const printed = await readVisible(page);
    for (const not of ['Two columns', 'Show them', 'Turn these keys off', '↓'])
      expect(printed).not.toContain(not);
    await page.context().close();
  });

  test('is black on white, whatever the screen is', async () => {
    const page = await openPrinted('/2023/zza');
    const colors = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return [color, backgroundColor];
    });
    expect(colors).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    await page.context().close();
  });

  test.each([
    '/2023/zza',
    '/report?years=2022-2024&sections=all&areas=zza',
    '/coverage',
    '/topics/women',
    '/sources',
    '/compare/zza/2022/2024',
    '/removed/zza/2022/2024',
  ])('comes out of the printer as pages: %s', async (path) => {
    const page = await site.open(path);
    const sheets = await page.pdf({ format: 'Letter', preferCSSPageSize: true });
    const count = sheets.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThan(60);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 626, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(626);
    await page.context().close();
  });

  test.each(['/compare/zza', '/compare/all/2022/2024'])(
    'lies on its side to the foot of the last one: %s',
    async (path) => {
      const page = await site.open(path);
      const sheets = (await page.pdf({ format: 'Letter', preferCSSPageSize: true })).toString('latin1');
      const sizes = new Set([...sheets.matchAll(/\/MediaBox \[([^\]]*)\]/g)].map(([, box]) => box));
      expect([...sizes]).toEqual(['0 0 792 612']);
      await page.context().close();
    },
  );
});

/** The text that can be seen, or would be printed. */
function readVisible(page: Page): Promise<string> {
  return page.evaluate(() => {
    let text = '';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const around = node.parentElement;
      if (around?.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true }) !== true) continue;
      text += node.textContent ?? '';
    }
    return text;
  });
}
