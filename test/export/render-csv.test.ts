import { expect, it } from 'vitest';
import { renderCsv } from '../../src/export/render-csv.ts';
import { collect, makeExcerpt, makePublication } from './small-publication.ts';

const HEADER = 'edition,area,area_name,section,heading,passage,label,text,topics,address,version\r\n';

it('a row stands for a passage, and every field comes back as it was', async () => {
  const texts = ['Plain.', 'Commas, “quotes” and "quotes"', 'Line\nbreak', '=SUM(A1)', ' space ', '', "'"];
  const sections = [
    { key: '1', printed: 'Empty', passages: [] },
    {
      key: '6/women',
      printed: 'Women, and Others',
      passages: texts.map((text, i) => ({
        text,
        label: i === 0 ? 'A, B' : undefined,
        topics: ['women', 'jails'],
      })),
    },
  ].map((section) => ({
    ...section,
    passages: section.passages.map(({ label, ...passage }) =>
      label === undefined ? passage : { ...passage, label },
    ),
  }));
  const pieces = await collect(renderCsv(makePublication([makeExcerpt(2021, 'bel', sections)])));
  expect(pieces[0]).toBe(HEADER);
  const [header, ...rows] = parseCsv(pieces.join(''));
  expect(header).toEqual(HEADER.trim().split(','));
  expect(rows).toEqual(
    texts.map((text, i) => [
      '2021',
      'bel',
      'The Belcays',
      '6/women',
      'Women, and Others',
      String(i + 1),
      i === 0 ? 'A, B' : '',
      text,
      'women;jails',
      `2021/bel#6/women:${i + 1}`,
      '2021aaaaaaaa',
    ]),
  );
});

it('a table without rows still has its header', async () => {
  const years = { years: [2021], areas: [{ kind: 'area' as const, area: 'vel' }] };
  expect(await collect(renderCsv(makePublication([], [], years)))).toEqual([HEADER]);
});

it('every line ends with carriage return and line feed, between reports too', async () => {
  const sections = [{ key: '1', printed: 'One', passages: [{ text: 'a' }] }];
  const publication = makePublication([2020, 2021].map((year) => makeExcerpt(year, 'vel', sections)));
  expect((await collect(renderCsv(publication))).join('').split('\r\n')).toHaveLength(4);
});

/** RFC 4180, section 2. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
