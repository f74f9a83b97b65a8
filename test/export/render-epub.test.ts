import { afterEach, describe, expect, test, vi } from 'vitest';
import { gatherPublication } from '../../src/domain/publication.ts';
import { renderEpub } from '../../src/export/render-epub.ts';
import { unescapeXml } from './docx-text.ts';
import { readEntry, readZip } from './read-zip.ts';
import { makeExcerpt, makePublication, type SmallSection } from './small-publication.ts';

const SECTIONS: readonly SmallSection[] = [
  { key: '1', printed: 'Section 1. Respect & Law', passages: [{ text: 'A chapter opens.' }] },
  {
    key: '1.c',
    printed: 'c. Ill-treatment',
    depth: 2,
    passages: [{ text: 'Guards beat prisoners.' }, { text: 'Cells were crowded.', kind: 'list-item' }],
  },
  { key: '2', printed: 'Section 2. Liberties', passages: [{ text: 'Another chapter.' }] },
];

function make(sections: readonly SmallSection[] = SECTIONS) {
  return gatherPublication(
    makePublication([makeExcerpt(2021, 'vel', sections), makeExcerpt(2018, 'osi', sections)]),
  );
}

/** Sections with so many words that a document for each chapter is wanted. */
function makeLong(): readonly SmallSection[] {
  return SECTIONS.map((section) => ({ ...section, passages: [{ text: 'word '.repeat(8000).trim() }] }));
}

afterEach(() => {
  vi.useRealTimers();
});

describe('a book for e-readers', () => {
  test('begins with its media type, as it is', async () => {
    const [first] = await readZip(await renderEpub(await make()));
    expect(first).toEqual({ name: 'mimetype', text: 'application/epub+zip', packed: false });
  });

  test('holds every document that it names, and names every document that it holds', async () => {
    const book = await renderEpub(await make());
    const held = (await readZip(book)).map(({ name }) => name).filter((name) => name.startsWith('EPUB/'));
    const opf = await readEntry(book, 'EPUB/package.opf');
    const named = [...opf.matchAll(/<item [^>]*href="([^"]*)"/g)].map(([, href]) => `EPUB/${href}`);
    expect([...named, 'EPUB/package.opf'].sort()).toEqual(held.sort());
  });

  test.each([
    ['short', SECTIONS],
    ['long', makeLong()],
  ])('leads from its contents to every report and section of a %s report', async (_, sections) => {
    const book = await renderEpub(await make(sections));
    const nav = await readEntry(book, 'EPUB/nav.xhtml');
    const lines = [...nav.matchAll(/<li><a href="([^"#]*)#([^"]*)">([^<]*)</g)];
    expect(lines.map(([, , , label = '']) => unescapeXml(label)).slice(0, 4)).toEqual([
      'Velmora, 2021',
      'Section 1. Respect & Law',
      'c. Ill-treatment',
      'Section 2. Liberties',
    ]);
    for (const [, path, id] of lines) expect(await readEntry(book, `EPUB/${path}`)).toContain(`id="${id}"`);
  });

  test('has every passage word for word, with an address of its own', async () => {
    const text = await readEntry(await renderEpub(await make()), 'EPUB/report-1.xhtml');
    expect(text).toMatch(/<p class="passage" id="2021-vel-1\.c:1">.*Guards beat prisoners\.<\/p>/);
    expect(text).toMatch(/<li class="passage list-item" id="2021-vel-1\.c:2">.*Cells were crowded\.<\/li>/);
  });

  test('has a document for each chapter of a long report', async () => {
    const names = (await readZip(await renderEpub(await make(makeLong())))).map(({ name }) => name);
    expect(names.filter((name) => name.includes('report-1'))).toEqual([
      'EPUB/report-1.xhtml',
      'EPUB/report-1-2.xhtml',
    ]);
  });

  test('says what a reading machine must know: language, ways of reading, landmarks', async () => {
    const book = await renderEpub(await make());
    const opf = await readEntry(book, 'EPUB/package.opf');
    expect(opf).toContain('<dc:language>en-US</dc:language>');
    expect(opf).toContain('<meta property="schema:accessMode">textual</meta>');
    expect(opf).toContain('<meta property="schema:accessibilityHazard">none</meta>');
    expect(await readEntry(book, 'EPUB/nav.xhtml')).toContain('epub:type="landmarks"');
  });

  test('is dated by the release of its newest edition, and named by its library and selection', async () => {
    const opf = await readEntry(await renderEpub(await make()), 'EPUB/package.opf');
    const { excerpts } = await make();
    const release = excerpts[0]?.edition.releaseDate ?? '2021-01-01';
    expect(opf).toContain(`<meta property="dcterms:modified">${release}T00:00:00Z</meta>`);
    const uuid = /urn:uuid:([0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})</.exec(opf);
    expect(uuid).not.toBeNull();
    const other = await readEntry(
      await renderEpub({ ...(await make()), query: 'other' }),
      'EPUB/package.opf',
    );
    expect(other).not.toContain(uuid?.[1]);
  });

  test('takes hostile text for text', async () => {
    const text = '<script>alert(1)</script> & \u202eمرحبا\u202c\u0000\ufffe';
    const page = await readEntry(
      await renderEpub(await make([{ key: '1', printed: '<i>', passages: [{ text }] }])),
      'EPUB/report-1.xhtml',
    );
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; \u202eمرحبا\u202c\ufffd\ufffd</p>');
    expect(page).toContain('&lt;i&gt;');
    expect(page).not.toContain('<script');
  });

  test('is the same, byte for byte, on another day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2020-01-01T00:00:00Z') });
    const early = await renderEpub(await make());
    vi.setSystemTime(new Date('2031-12-31T23:59:58Z'));
    expect(Buffer.from(await renderEpub(await make())).equals(early)).toBe(true);
  });

  test('says so where there is nothing', async () => {
    const book = await renderEpub(await gatherPublication(makePublication([])));
    expect(await readEntry(book, 'EPUB/about.xhtml')).toContain(
      'Nothing of what was asked for can be given.',
    );
  });
});
