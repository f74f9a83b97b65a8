import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPoppler, readInfo } from '../export/pdf/pdf-reader.ts';
import { openSampleSite } from './sample-site.ts';

let site: Awaited<ReturnType<typeof openSampleSite>>;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
  expect(site.faults).toEqual([]);
});

const ADDRESSES = [
  '/report.pdf?years=2023&sections=executive-summary&areas=all',
  '/2023/zza.pdf',
  '/compare/zza/2022/2023.pdf',
  '/removed/zza/2022/2023.pdf?only=removed,edited',
];

describe('an address that ends in .pdf', () => {
  test.each(ADDRESSES)('%s answers a PDF to be shown in the browser', async (address) => {
    const response = await site.get(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('application/pdf');
    expect(response.headers.get('Content-Disposition')).toMatch(
      /^inline; filename="variorum-[a-z0-9-]+\.pdf"$/,
    );
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  test.skipIf(!hasPoppler).each(ADDRESSES)('%s is to be had on A4', async (address) => {
    const response = await site.get(`${address}${address.includes('?') ? '&' : '?'}paper=a4`);
    const pdf = Buffer.from(await response.arrayBuffer());
    expect(readInfo(pdf).get('Page size')).toMatch(/A4/);
  });

  test.each(ADDRESSES)('%s refuses paper that there is not', async (address) => {
    const { status, text } = await site.read(`${address}${address.includes('?') ? '&' : '?'}paper=a3`, {
      Accept: 'application/json',
    });
    expect(status).toBe(400);
    expect(text).toContain('write letter or a4');
  });

  test('by another name leads to the one it has, paper and all', async () => {
    const report = await site.get('/2023/velmora.pdf?paper=a4');
    expect([report.status, report.headers.get('Location')]).toEqual([301, '/2023/zza.pdf?paper=a4']);
    const pair = await site.get('/compare/zza/2023/2022.pdf?paper=a4');
    expect([pair.status, pair.headers.get('Location')]).toEqual([301, '/compare/zza/2022/2023.pdf?paper=a4']);
  });

  test('stands among the downloads of a report, a custom report and a comparison', async () => {
    for (const [page, file] of [
      ['/2023/zza', '/2023/zza.pdf?paper=a4'],
      [
        '/report?years=2023&sections=all&areas=zza',
        '/report.pdf?years=2023&amp;sections=all&amp;areas=zza&amp;paper=a4',
      ],
      ['/compare/zza/2022/2023', '/compare/zza/2022/2023.pdf'],
      ['/removed/zza/2022/2023', '/removed/zza/2022/2023.pdf'],
    ] as const) {
      expect((await site.read(page)).text).toContain(`href="${file}"`);
    }
  });
});
