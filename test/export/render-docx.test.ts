import { afterEach, describe, expect, test, vi } from 'vitest';
import { ABSENCE_NOTE } from '../../src/domain/absence-note.ts';
import { type Gap, gatherPublication } from '../../src/domain/publication.ts';
import { renderDocx } from '../../src/export/render-docx.ts';
import { readParagraphs, unescapeXml } from './docx-text.ts';
import { readEntry, readZip } from './read-zip.ts';
import { makeExcerpt, makePublication, type SmallSection } from './small-publication.ts';

const SECTIONS: readonly SmallSection[] = [
  { key: '1', printed: 'Section 1. Respect for the Person', passages: [{ text: 'A chapter opens.' }] },
  {
    key: '1.c',
    printed: 'c. Ill-treatment',
    depth: 2,
    passages: [
      { text: 'Guards beat prisoners.', marks: [{ kind: 'strong', start: 0, end: 6 }] },
      { text: 'Cells were crowded.', kind: 'list-item' },
    ],
  },
];

function make(sections: readonly SmallSection[] = SECTIONS, gaps: readonly Gap[] = []) {
  return gatherPublication(makePublication([makeExcerpt(2021, 'vel', sections)], gaps));
}

async function paragraphsOf(sections?: readonly SmallSection[], gaps?: readonly Gap[]) {
  return readParagraphs(await renderDocx(await make(sections, gaps)));
}

afterEach(() => {
  vi.useRealTimers();
});

describe('a document for Word', () => {
  test('has every passage as a paragraph of its own, its number before it', async () => {
    const texts = (await paragraphsOf()).map(({ text }) => text);
    expect(texts).toContain('1\tA chapter opens.');
    expect(texts).toContain('1\tGuards beat prisoners.');
    expect(texts).toContain('2\u2002Cells were crowded.');
  });

  test('sets items of a list as items of a list', async () => {
    const item = (await paragraphsOf()).find(({ text }) => text.includes('Cells were crowded.'));
    expect(item?.style).toBe('ListParagraph');
    expect(item?.xml).toContain('<w:numPr>');
  });

  test('has headings in the order of the outline, as a word processor knows them', async () => {
    const headings = (await paragraphsOf()).filter(({ style }) => /^(?:Heading\d|Title)$/.test(style));
    expect(headings.map(({ style, text }) => `${style} ${text}`)).toEqual([
      'Title All sections: Velmora, 2021',
      'Heading1 Velmora, 2021',
      'Heading2 Section 1. Respect for the Person',
      'Heading3 c. Ill-treatment',
      'Heading1 Sources and how to check them',
    ]);
  });

  test('lists every heading in its contents, each a link to a place that is there', async () => {
    const file = await renderDocx(await make());
    const xml = await readEntry(file, 'word/document.xml');
    const entries = (await readParagraphs(file)).filter(({ style }) => style.startsWith('TOC'));
    expect(entries.map(({ style, text }) => `${style} ${text.replace(/\t.*/, '')}`)).toEqual([
      'TOC1 Velmora, 2021',
      'TOC2 Section 1. Respect for the Person',
      'TOC3 c. Ill-treatment',
      'TOC1 Sources and how to check them',
    ]);
    const anchors = entries.map((entry) => /w:anchor="([^"]+)"/.exec(entry.xml)?.[1] ?? 'none');
    for (const anchor of anchors) expect(xml).toContain(`w:name="${anchor}"`);
    expect(xml).toContain('TOC \\h \\o &quot;1-3&quot;');
  });

  test('cites each report in a note with its address, its capture and its hash', async () => {
    const file = await renderDocx(await make());
    const notes = await readEntry(file, 'word/footnotes.xml');
    for (const said of [
      'https://reports.example/2021/vel/',
      '14 August 2025, 09:12:33 UTC',
      'b'.repeat(64),
      '2021aaaaaaaa',
    ]) {
      expect(notes).toContain(said);
    }
    expect(await readEntry(file, 'word/document.xml')).toContain('<w:footnoteReference w:id="1"/>');
  });

  test('says at its end by what it can be checked', async () => {
    const texts = (await paragraphsOf()).map(({ text }) => text);
    const last = texts.slice(texts.lastIndexOf('Sources and how to check them')).join('\n');
    expect(last).toContain('b'.repeat(64));
    expect(last).toContain('fedcba987654');
    expect(last).toContain('/report?years=2021&sections=all&areas=vel');
  });

  test('names what was asked for and is not there', async () => {
    const gap = { edition: 2018, area: 'osi', choice: null, reason: 'not-published' } as const;
    const texts = (await paragraphsOf(SECTIONS, [gap])).map(({ text }) => text);
    expect(texts).toContain('No report was published');
    expect(texts.some((text) => text.startsWith('2018: '))).toBe(true);
    expect(texts).toContain(ABSENCE_NOTE);
  });

  test('keeps marks, and makes a link only of an address that leads out', async () => {
    const text = 'Bold, raised, here and there.';
    const file = await renderDocx(
      await make([
        {
          key: '1',
          printed: 'Section 1.',
          passages: [
            {
              text,
              marks: [
                { kind: 'strong', start: 0, end: 4 },
                { kind: 'superscript', start: 6, end: 12 },
                { kind: 'link', start: 14, end: 18, href: 'https://elsewhere.example/a b?c="d"' },
                { kind: 'link', start: 23, end: 28, href: 'javascript:alert(1)' },
              ],
            },
          ],
        },
      ]),
    );
    const passage = (await readParagraphs(file)).find((one) => one.text === `1\t${text}`);
    expect(passage?.xml).toMatch(/<w:b\/>(?:(?!<\/w:r>).)*>Bold</s);
    expect(passage?.xml).toContain('<w:vertAlign w:val="superscript"/>');
    expect(passage?.xml.match(/<w:hyperlink /g)).toHaveLength(1);
    const relations = unescapeXml(await readEntry(file, 'word/_rels/document.xml.rels'));
    expect(relations).toContain('https://elsewhere.example/a%20b?c=%22d%22');
    expect(relations).not.toContain('javascript');
  });

  test('takes hostile text for text', async () => {
    const text = '</w:t><w:p/>&amp; "quoted" \u202eمرحبا\u202c end\u0007\ufffe\ud800';
    const texts = (await paragraphsOf([{ key: '1', printed: '<b>', passages: [{ text }] }])).map(
      (one) => one.text,
    );
    expect(texts).toContain('1\t</w:t><w:p/>&amp; "quoted" \u202eمرحبا\u202c end\ufffd\ufffd\ufffd');
    expect(texts).toContain('<b>');
  });

  test('names its bookmarks so that Word takes them, each once', async () => {
    const key = '1.c/prison-and-detention-center-conditions-and-more';
    const sections = ['1', '2'].map((end) => ({
      key: key + end,
      printed: 'Prisons',
      passages: [{ text: 'One.' }, { text: 'Two.' }],
    }));
    const xml = await readEntry(await renderDocx(await make(sections)), 'word/document.xml');
    const marks = [...xml.matchAll(/<w:bookmarkStart ([^>]*)\/>/g)].map(([, at = '']) => at);
    const names = marks.map((at) => /w:name="([^"]*)"/.exec(at)?.[1] ?? '');
    const ids = marks.map((at) => /w:id="([^"]*)"/.exec(at)?.[1] ?? '');
    expect(names).toHaveLength(8);
    for (const name of names) expect(name).toMatch(/^[A-Za-z]\w{0,39}$/);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is the same, byte for byte, on another day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2020-01-01T00:00:00Z') });
    const early = await renderDocx(await make());
    vi.setSystemTime(new Date('2031-12-31T23:59:58Z'));
    expect(Buffer.from(await renderDocx(await make())).equals(early)).toBe(true);
  });

  test('is laid out for Letter, and for A4 if that is asked for', async () => {
    const sizes = await Promise.all(
      (['letter', 'a4'] as const).map(async (paper) => {
        const xml = await readEntry(await renderDocx(await make(), paper), 'word/document.xml');
        return [...new Set(xml.match(/<w:pgSz [^>]*>/g))].map((size) => size.match(/\d+/g)?.join(' '));
      }),
    );
    expect(sizes).toEqual([['12240 15840'], ['11906 16838']]);
  });

  test('says its language, its title, area and edition on each page, and which page it is of how many', async () => {
    const entries = await readZip(await renderDocx(await make()));
    const all = (pattern: RegExp) =>
      entries
        .filter(({ name }) => pattern.test(name))
        .map(({ text }) => text)
        .join('');
    expect(all(/styles\.xml/)).toContain('<w:lang w:val="en-US"/>');
    expect(all(/core\.xml/)).toContain('<dc:title>All sections: Velmora, 2021</dc:title>');
    expect(all(/header\d\.xml/)).toContain('>Velmora, 2021<');
    expect(all(/header\d\.xml/)).toContain('w:instr="STYLEREF 2"');
    expect(all(/footer\d\.xml/)).toContain('NUMPAGES');
  });

  test('says with each height of a line by what rule it is meant, so that no lines lie over one another', async () => {
    const styles = await readEntry(await renderDocx(await make()), 'word/styles.xml');
    const heights = styles.match(/<w:spacing [^>]*w:line="[^>]*>/g) ?? [];
    expect(heights.length).toBeGreaterThan(5);
    expect(heights.filter((height) => !height.includes('w:lineRule="auto"'))).toEqual([]);
    expect(/w:styleId="Title".*?<\/w:style>/s.exec(styles)?.[0]).toContain('w:lineRule');
  });

  test('says so where there is nothing', async () => {
    const paragraphs = await readParagraphs(await renderDocx(await gatherPublication(makePublication([]))));
    expect(paragraphs.map(({ text }) => text)).toContain('Nothing of what was asked for can be given.');
  });
});
