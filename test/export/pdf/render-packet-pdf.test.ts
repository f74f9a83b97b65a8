import { describe, expect, it } from 'vitest';
import { packParts, unpackParts } from '../../../src/export/pdf/packed-parts.ts';
import { renderPacketPdf } from '../../../src/export/pdf/render-packet-pdf.ts';
import { buildSmall, CHOSEN, OTHER } from '../../workbench/packet/small-packet.ts';
import {
  findTokens,
  hasPoppler,
  readBody,
  readBookmarks,
  readInfo,
  readPages,
  tokenise,
} from './pdf-reader.ts';

const PINS = ['2021/vel#1.c:1', '2024/vel#6/women:1'];

/** Pages with the blanks between words made one. */
const pagesOf = (pdf: Uint8Array): string[] =>
  readPages(pdf)
    .map((page) => page.replace(/\s+/g, ' ').trim())
    .filter((page) => page !== '');

const bytesOf = ([part]: Awaited<ReturnType<typeof renderPacketPdf>>): Uint8Array =>
  part?.bytes ?? new Uint8Array();

describe.skipIf(!hasPoppler)('an exhibit packet', () => {
  it('has cover, contents, index, tabs with the facts of each report, and a page that verifies it', async () => {
    const pdf = bytesOf(await renderPacketPdf(await buildSmall(PINS, { numbering: { prefix: 'DOE' } })));
    const pages = pagesOf(pdf);
    const pageOf = (pattern: RegExp): number => pages.findIndex((page) => pattern.test(page)) + 1;
    expect(pages[0]).toMatch(/^Velmora: conditions In the matter of File number Submitted by Exhibit/);
    expect(pages[0]).toContain('not certified');
    const tabB = pageOf(/Tab B: Velmora, 2024 2024 Country/);
    expect(pages[1]).toContain(`Tab B: Velmora, 2024 DOE-00000${tabB}`);
    expect(pages[2]).toContain(`DOE-00000${pageOf(/◀ Issue 1/)}`);
    expect(pages[tabB - 1]).toMatch(
      /covers events of 2024.*Bureau of Democracy.*https:\/\/reports\.example\/2024\/vel\/.*[0-9a-f]{64}.*Cite as/,
    );
    expect(pages.at(-1)).toMatch(/1\. 2021\/vel#1\.c:1 [0-9a-f]{16} DOE-\d{6}/);
    expect(pages.at(-1)).toContain('Library version');
    for (const [i, page] of pages.entries())
      expect(page).toMatch(new RegExp(`DOE-00000${i + 1}$|DOE-0000${i + 1}$`));
    expect(readBookmarks(pdf)).toContain('Index of highlighted passages');
    expect(readInfo(pdf).get('Tagged')).toBe('yes');
  });

  it('shows what stands around a passage too, word for word, and marks only what was chosen', async () => {
    const pdf = bytesOf(await renderPacketPdf(await buildSmall(['2021/vel#1.c:1'])));
    const all = tokenise(readBody(pdf));
    const chosen = findTokens(all, tokenise(`Ill-treatment 2021/vel#1.c ${CHOSEN}`));
    expect(findTokens(all, tokenise(OTHER), chosen)).toBeGreaterThan(chosen);
    expect(
      readPages(pdf)
        .join('')
        .match(/◀ Issue 1/g),
    ).toHaveLength(1);
  });

  it('lists what was not chosen with the page where it stands', async () => {
    const [, , index = ''] = pagesOf(bytesOf(await renderPacketPdf(await buildSmall(['2021/vel#1.c:1']))));
    expect(index).toMatch(/Passages not chosen .*2021\/vel#1\.c:2: “The ministry dismissed .* 5/);
  });

  it('shows a note as it was written: markup as letters, Arabic from right to left', async () => {
    const pdf = bytesOf(
      await renderPacketPdf(
        await buildSmall([
          { address: '2021/vel#1.c:1', note: 'See <b>this</b> #panic("x") $y$ *z*' },
          { address: '2021/vel#1.c:2', note: 'انظر الفقرة' },
        ]),
      ),
    );
    const text = pagesOf(pdf).join(' ');
    expect(text).toContain('Note: See <b>this</b> #panic("x") $y$ *z*');
    expect(text.replace(/[\u202a-\u202e]/g, '')).toContain('انظر الفقرة');
  });

  it('too large for one file is split, and its numbers run on', async () => {
    const packet = await buildSmall(['2021/vel#1.a:1', '2021/vel#1.c:1', '2024/vel#6/women:1']);
    const whole = bytesOf(await renderPacketPdf(packet));
    const mostBytes = whole.length - 5_000;
    const parts = await renderPacketPdf({ ...packet, request: { ...packet.request, mostBytes } });
    expect(parts.length).toBeGreaterThan(1);
    for (const { bytes } of parts) expect(bytes.length).toBeLessThanOrEqual(mostBytes);
    const pages = parts.flatMap(({ bytes }) => pagesOf(bytes));
    expect(pages.map((page) => Number(/(\d+)$/.exec(page)?.[1]))).toEqual(pages.map((_, i) => i + 1));
    const women = pages.findIndex((page) => /Women 2024\/vel#6\/women/.test(page)) + 1;
    expect(pages[1]).toMatch(
      new RegExp(`Tab B: Velmora, 2024 \\d+ Section 6\\. Unequal Treatment \\d+ Women ${women} `),
    );
    for (const { bytes } of parts)
      expect(pagesOf(bytes).at(-1)).not.toMatch(/Section 6\. Unequal Treatment Tab/);
    expect(pages.at(-1)).toMatch(/3\. 2024\/vel#6\/women:1 [0-9a-f]{16} \d+ /);
  });

  it('names the pages where things are in all its parts, even if the numbers make the front longer', async () => {
    const packet = await buildSmall(
      Array.from(
        { length: 45 },
        (_, i) => ['2021/vel#1.a:1', '2021/vel#1.c:1', '2024/vel#6/women:1'][i % 3] ?? '',
      ),
      { numbering: { prefix: 'SMITH AND OTHERS V A' } },
    );
    const whole = bytesOf(await renderPacketPdf(packet));
    const mostBytes = whole.length - 5_000;
    const parts = await renderPacketPdf({ ...packet, request: { ...packet.request, mostBytes } });
    expect(parts.length).toBeGreaterThan(1);
    const pages = parts.flatMap(({ bytes }) => pagesOf(bytes));
    const numberOf = (page: string): string => /-(\d{6})$/.exec(page)?.[1] ?? '';
    expect(pages.map((page) => Number(numberOf(page)))).toEqual(pages.map((_, i) => i + 1));
    const tabB = pages.find((page) => /Tab B: Velmora, 2024 2024 Country/.test(page)) ?? '';
    expect(pages[1]).toContain(`Tab B: Velmora, 2024 SMITH AND OTHERS V A-${numberOf(tabB)}`);
    for (const { bytes } of parts) expect(bytes.length).toBeLessThanOrEqual(mostBytes);
  });

  it('names the section in the index, and the whole title though a page calls itself by its country', async () => {
    const packet = await buildSmall(['2024/vel#6/women:1']);
    const tabs = packet.tabs.map((tab) => ({ ...tab, report: { ...tab.report, title: 'Velmora' } }));
    const pages = pagesOf(bytesOf(await renderPacketPdf({ ...packet, tabs })));
    expect(pages[2]).toContain('Tab A, Velmora 2024, § 6, Women, para. 1 (2024/vel#6/women:1)');
    expect(pages[0]).toMatch(
      /Exhibit 2024 Country Reports: Velmora Edition .*covers events of 2024.*Bureau of Democracy.*Released.*Captured.*[0-9a-f]{64}.*address above; not certified/,
    );
    const schedule = await renderPacketPdf({ ...packet, tabs, request: { ...packet.request, form: 'uk' } });
    expect(pagesOf(bytesOf(schedule))[0]).toContain(
      'Bureau of Democracy, Human Rights, and Labor, 2024 Country Reports: Velmora (US Department of State, nd)',
    );
  });

  it('heads each page of a tab with what begins there, and its last page with no tab', async () => {
    const pages = pagesOf(bytesOf(await renderPacketPdf(await buildSmall(['2021/vel#1.c:1']))));
    expect(pages.find((page) => page.includes('◀ Issue 1'))).toMatch(/^Tab A: Velmora, 2021 Section 1\./);
    expect(pages.at(-1)).toMatch(/^How to verify this packet/);
  });

  it('that cannot be split small enough is refused', async () => {
    const packet = await buildSmall(PINS, { mostBytes: 2_000 });
    await expect(renderPacketPdf(packet)).rejects.toMatchObject({ kind: 'invalid-input' });
  });
});

describe.skipIf(!hasPoppler)('a country schedule', () => {
  it('has each extract under its issue with its link, on A4, and counts its pages', async () => {
    const packet = await buildSmall(PINS, { form: 'uk' });
    const [part] = await renderPacketPdf(packet);
    const pages = pagesOf(part?.bytes ?? new Uint8Array());
    expect(pages[0]).toMatch(
      /Appellant Appeal number .*Issue 1: Torture in custody 1\. Velmora, 2021: § 1\.c, Ill-treatment, para\. 1/,
    );
    expect(pages[0]).toContain(CHOSEN);
    expect(pages[0]?.replaceAll(' ', '')).toContain('https://reports.example/2021/vel/');
    expect(pages[0]).toMatch(/Page 1 of 1 \(at most 12\)$/);
    expect(part).toMatchObject({ pages: 2, countedPages: 1 });
    expect(readInfo(part?.bytes ?? new Uint8Array()).get('Page size')).toMatch(/A4/);
  });
});

it('a packet is the same, byte for byte, each time', async () => {
  const packet = await buildSmall(PINS);
  expect(
    Buffer.from(bytesOf(await renderPacketPdf(packet))).equals(bytesOf(await renderPacketPdf(packet))),
  ).toBe(true);
});

it('parts come out of a thread as they went in', () => {
  const parts = [
    { pages: 3, countedPages: 2, bytes: Uint8Array.of(1, 2, 3) },
    { pages: 1, countedPages: 1, bytes: Uint8Array.of(4) },
  ];
  expect(
    unpackParts(packParts(parts)).map((part) => ({ ...part, bytes: new Uint8Array(part.bytes) })),
  ).toEqual(parts);
});
