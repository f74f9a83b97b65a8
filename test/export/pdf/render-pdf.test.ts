import { describe, expect, it } from 'vitest';
import { gatherPublication } from '../../../src/domain/publication.ts';
import { renderPdf } from '../../../src/export/pdf/render-pdf.ts';
import { makeExcerpt, makePublication } from '../small-publication.ts';
import { hasPoppler, readBookmarks, readFonts, readInfo, readPages } from './pdf-reader.ts';
import { expectSameWords } from './same-words.ts';

const LONG =
  'The council met in the old harbour, and 1,204 people — fishers, bakers and teachers/nurses — came. ';

async function makeSmall(text = 'Nothing was reported.') {
  return gatherPublication(
    makePublication([
      makeExcerpt(2021, 'vel', [
        { key: '1', printed: 'Section 1. Respect for Persons', passages: [] },
        {
          key: '1.c',
          printed: 'c. “Torture” & Other #Treatment',
          passages: [
            { text: `Prisons: ${LONG.repeat(30)}`, marks: [{ kind: 'strong', start: 0, end: 8 }] },
            { text, kind: 'list-item' },
            { text: 'A second thing; see the record.', kind: 'list-item' },
            {
              text: 'See the record in H2O.',
              marks: [
                { kind: 'link', start: 4, end: 14, href: 'https://records.example/a?b=c' },
                { kind: 'subscript', start: 19, end: 20 },
              ],
            },
          ],
        },
        { key: '6', printed: '', heading: 'Unequal Treatment', passages: [{ text: LONG.repeat(60) }] },
      ]),
    ]),
  );
}

describe.skipIf(!hasPoppler)('a PDF', () => {
  it('has the headings and passages word for word, on either paper', async () => {
    const publication = await makeSmall();
    for (const paper of ['letter', 'a4'] as const) {
      expectSameWords(await renderPdf(publication, { paper }), publication, paper);
    }
  });

  it('shows text that looks like markup or code of Typst as it is', async () => {
    const publication = await makeSmall(
      '#panic("no") \\ "quoted" $x^2$ *bold* _under_ `code` <label> @ref // not a comment /* nor */ [a](b) ~ -- ... https://x.example #{',
    );
    expectSameWords(await renderPdf(publication, { paper: 'letter' }), publication);
  });

  it('is tagged, named and bookmarked, on the paper asked for', async () => {
    const letter = await renderPdf(await makeSmall(), { paper: 'letter' });
    const info = readInfo(letter);
    expect(info.get('Title')).toBe('All sections: Velmora, 2021');
    expect(info.get('Tagged')).toBe('yes');
    expect(info.get('Page size')).toBe('612 x 792 pts (letter)');
    expect(Buffer.from(letter).toString('latin1')).toMatch(/\/Lang ?\(en/);
    expect(readBookmarks(letter)).toEqual([
      'Velmora, 2021',
      'Section 1. Respect for Persons',
      'c. “Torture” & Other #Treatment',
      '[Unequal Treatment]',
      'How to verify this document',
    ]);
    const a4 = await renderPdf(await makeSmall(), { paper: 'a4' });
    expect(readInfo(a4).get('Page size')).toMatch(/\(A4\)$/);
  });

  it('embeds every font it uses', async () => {
    const fonts = readFonts(await renderPdf(await makeSmall('Жан ‛quoted’ ֿ كتاب'), { paper: 'letter' }));
    expect(fonts.length).toBeGreaterThan(3);
    expect(fonts.filter(({ embedded }) => !embedded)).toEqual([]);
  });

  it('says on every page where one is, and at the end how to verify it', async () => {
    const pages = readPages(await renderPdf(await makeSmall(), { paper: 'letter' })).filter(
      (page) => page !== '',
    );
    for (const [i, page] of pages.entries()) expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
    expect(pages[2]?.split('\n')[0]).toMatch(/^ *Velmora, 2021 +c\. “Torture” & Other #Treatment$/);
    const last = pages.at(-1) ?? '';
    expect(last).toContain('b'.repeat(64));
    expect(last).toContain('Library version: fedcba987654');
    expect(last).toContain('/report?years=2021&sections=all&areas=vel');
  });

  it('names the official address and the day of capture in a footnote', async () => {
    const text = readPages(await renderPdf(await makeSmall(), { paper: 'letter' })).join('\n');
    expect(text).toMatch(
      /US Department of State, Bureau[\s\S]*https:\/\/reports\.example\/2021\/vel\/\. Copy captured 14 August 2025[\s\S]*SHA-256 of the captured bytes:\s+b{64}/,
    );
    expect(text).toContain('not certified');
  });

  it('lists what is not there', async () => {
    const gap = { edition: 2024, area: 'vel', choice: null, reason: 'published-not-held' } as const;
    const empty = await gatherPublication(makePublication([], [gap]));
    const [page = ''] = readPages(await renderPdf(empty, { paper: 'letter' }));
    expect(page).toContain('Nothing of what was asked for can be given.');
    expect(page).toContain('2024: Velmora');
    expect(page).toContain('Absence of reporting is not evidence of absence.');
  });
});

it('a PDF is the same, byte for byte, each time it is made', async () => {
  const [one, other] = [
    await renderPdf(await makeSmall(), { paper: 'letter' }),
    await renderPdf(await makeSmall(), { paper: 'letter' }),
  ];
  expect(Buffer.from(one).equals(other)).toBe(true);
  expect(Buffer.from(one).toString('latin1')).not.toMatch(/CreationDate|ModDate|CreateDate/);
});

it('a heading never leaves out a level, also where the page does', async () => {
  const publication = await gatherPublication(
    makePublication([
      makeExcerpt(2021, 'vel', [
        { key: '1.c/a/b', printed: 'Deep', depth: 4, passages: [{ text: 'Text.' }] },
        { key: '2', printed: 'Section 2', passages: [{ text: 'Text.' }] },
      ]),
    ]),
  );
  expect((await renderPdf(publication, { paper: 'letter' })).length).toBeGreaterThan(1000);
});
