import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserSite, openBrowserSite } from './browser-site.ts';
import { chromiumPath } from './chromium-path.ts';

/** How often each role of a table stands in what the browser tells a screen reader. */
async function countRoles(site: BrowserSite, path: string, width: number): Promise<Record<string, number>> {
  const page = await site.open(path, { viewport: { width, height: 740 } });
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const counts: Record<string, number> = {};
  for (const { ignored, role } of nodes) {
    const name = String(role?.value ?? '');
    if (ignored || !/^(table|row|rowgroup|cell|columnheader|rowheader)$/.test(name)) continue;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  await page.context().close();
  return counts;
}

describe.skipIf(chromiumPath === null)('the chart of removals', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(async () => {
    await site.close();
    expect(site.complaints).toEqual([]);
  });

  test('is the same table for a screen reader on a phone, its column headings with it', async () => {
    const wide = await countRoles(site, '/removed/zza/2022/2024', 1280);
    expect(wide).toMatchObject({ table: 1, columnheader: 2 });
    expect(wide.cell).toBeGreaterThan(2);
    expect(await countRoles(site, '/removed/zza/2022/2024', 360)).toEqual(wide);
  });

  test('names above each cell on a phone which edition it quotes, and nowhere else', async () => {
    for (const [width, shown] of [
      [360, '"2022: what stood there"'],
      [1280, 'none'],
    ] as const) {
      const page = await site.open('/removed/zza/2022/2024', { viewport: { width, height: 740 } });
      const label = await page
        .locator('.removals-table td')
        .first()
        .evaluate((cell) => getComputedStyle(cell, '::before').content);
      expect(label.replace(/ \/ ""$/, '')).toBe(shown);
      await page.context().close();
    }
  });
});
