import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserSite, openBrowserSite } from './browser-site.ts';
import { chromiumPath } from './chromium-path.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGES = [
  '/',
  '/?years=2023&sections=women,1.c&areas=zza,sample&show-outline=2022',
  '/?years=2023&sections=all&areas=all&count=1',
  '/report?years=2022-2024&sections=executive-summary,prison-conditions&areas=zza,zzb',
  '/report?years=2023&sections=women&areas=all&order=section',
  '/report?years=2016&sections=all&areas=zza',
  '/report?years=2031&sections=9.z&areas=nowhere',
  '/2023/zzb',
  '/2023/zza',
  '/2024/zzc',
  '/areas',
  '/areas?name=Velmura',
  '/areas/quendary',
  '/areas/mali',
  '/areas/velmora/last-reported',
  '/areas/velmora/last-reported?topics=women&sort=-last',
  '/2023/zza/1.c:1/history',
  '/2022/zza/1.c:1/history',
  '/2023/zza/cite',
  '/2023/zza/6/women/cite',
  '/2023/zza/1.c:1/cite',
  '/cite',
  '/cite?pins=2023/zza%231.c:1,2024/zzb&style=oscola',
  '/report/cite?years=2022-2024&sections=all&areas=sample&style=apa',
  '/packet',
  '/packet?pins=2023/zza%231.c:1,2024/zzb%23executive-summary:1',
  '/2023/zza/nowhere/cite',
  '/editions',
  '/editions/2024',
  '/editions/2016',
  '/coverage',
  '/coverage?region=sample',
  '/topics',
  '/topics/women',
  '/topics/prison-conditions',
  '/sources',
  '/search',
  '/search/help',
  '/search?q=the&years=2022-2023&areas=zza',
  '/search?q=labor+nothingofthekind',
  '/search?q=a*&years=2031&areas=nowhere',
  '/2023/zza?q=prison',
  '/compare',
  '/verify',
  '/compare?area=Velmoora&from=2022&to=2023',
  '/compare?area=zza&to=2023',
  '/compare/zza/2023/2024',
  '/compare/zza/2022/2023?only=removed,edited&view=one',
  '/compare/zzb/2022/2024?show=all',
  '/compare/zzc/2024/2024',
  '/compare/zza/2022/2024?topics=women',
  '/compare/zza/2023/2024/correct?left=executive-summary:1&words=the',
  '/compare/zza/2023/2024/corrections',
  '/corrections',
  '/compare/all/2023/2024',
  '/compare/all/2022/2024?topics=women&measure=gone&sort=region',
  '/compare/zza',
  '/compare/all/2016/2017',
  '/removed/zza/2022/2024',
  '/removed/zza/2023/2024?only=removed,edited',
  '/compare/mli/2023/2024',
  '/removed',
  '/removed?from=2022&to=2024',
  '/removed?from=2022&to=2024&areas=zza,mli&topics=women&only=removed,edited',
  '/removed?from=2031&to=now&areas=nowhere&topics=prisn',
  '/side-by-side',
  '/side-by-side?years=2023&sections=women&areas=zza,zzb,zzc,mli',
  '/side-by-side?years=2031&sections=9.z&areas=zza,zza,nowhere',
  '/there-is-no-such-page',
  '/2023/velmura',
  '/report.pdf',
];

describe.skipIf(chromiumPath === null)('in a browser', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(async () => {
    await site.close();
    expect(site.complaints).toEqual([]);
  });

  describe.each([
    ['desktop', { width: 1280, height: 900 }],
    ['phone', { width: 360, height: 740 }],
  ] as const)('%s', (_, viewport) => {
    test.each(PAGES)('axe finds nothing on %s by day and night, and nothing sticks out', async (path) => {
      const page = await site.open(path, { viewport, bypassCSP: true });
      await page.addScriptTag({ content: AXE });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const found = await page.evaluate(async () => {
          for (const fold of document.querySelectorAll('details')) fold.open = true;
          // @ts-expect-error axe is a script of the page here
          const { violations } = await globalThis.axe.run();
          return violations.map(
            ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`,
          );
        });
        expect(found, colorScheme).toEqual([]);
      }
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(viewport.width);
      await page.context().close();
    });
  });

  test('an older version is as well made as the newest', async () => {
    const page = await site.open('/2023/zza', { bypassCSP: true });
    const older = await page.locator('.versions li').last().locator('a').first().getAttribute('href');
    await page.goto(site.address + older);
    expect(await page.locator('.version-note').textContent()).toContain('This is an older version');
    await page.addScriptTag({ content: AXE });
    // @ts-expect-error axe is a script of the page here
    expect(await page.evaluate(async () => (await globalThis.axe.run()).violations.length)).toBe(0);
    await page.context().close();
  });
});
