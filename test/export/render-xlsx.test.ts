import { expect, it } from 'vitest';
import { gatherPublication } from '../../src/domain/publication.ts';
import { renderXlsx } from '../../src/export/render-xlsx.ts';
import { readWorkbook } from './read-workbook.ts';
import { makeExcerpt, makePublication, type SmallPassage } from './small-publication.ts';

async function write(passages: readonly SmallPassage[]): Promise<Map<string, string[][]>> {
  const excerpt = makeExcerpt(2021, 'vel', [{ key: '1.a', printed: 'a. Killings', passages }]);
  return readWorkbook(await renderXlsx(await gatherPublication(makePublication([excerpt]))));
}

it('every cell is a text and none a formula, whatever a passage begins with', async () => {
  const texts = [
    '=SUM(A1:A9)',
    '+1',
    '-1',
    '@here',
    '2021',
    ' leading space',
    '\ttab',
    'TRUE',
    '1e5',
    '#REF!',
  ];
  const sheets = await write(texts.map((text) => ({ text })));
  const [header = [], ...rows] = sheets.get('Passages') ?? [];
  const at = header.indexOf('text');
  expect(rows.map((row) => row[at])).toEqual(texts);
});

it('line breaks, markup, characters beyond the first plane and right-to-left text come back as they were', async () => {
  const texts = ['one\ntwo', '<b>&amp;</b> ]]>', '𝒳 𐎀', 'שלום עולם', '_x000D_ is no escape', 'a\u200bb'];
  const sheets = await write(texts.map((text) => ({ text })));
  const [header = [], ...rows] = sheets.get('Passages') ?? [];
  expect(rows.map((row) => row[header.indexOf('text')])).toEqual(texts);
});

it('what XML cannot write comes back as it was', async () => {
  const sheets = await write([{ text: 'a\u0000b\u001fc\ufffd\ud800d' }]);
  const [header = [], row = []] = sheets.get('Passages') ?? [];
  expect(row[header.indexOf('text')]).toBe('a\u0000b\u001fc\ufffd\ud800d');
});

it('a passage as long as a cell fits; a longer one is refused with its address', async () => {
  const sheets = await write([{ text: 'x'.repeat(32_767) }]);
  const [header = [], row = []] = sheets.get('Passages') ?? [];
  expect(row[header.indexOf('text')]).toHaveLength(32_767);
  await expect(write([{ text: 'short' }, { text: 'x'.repeat(32_768) }])).rejects.toMatchObject({
    kind: 'invalid-input',
    details: expect.arrayContaining(['2021/vel#1.a:2: 32,768 characters.']),
  });
});

it('says what it is, of which selection and library', async () => {
  const sheets = await write([{ text: 'one' }]);
  expect([...sheets.keys()]).toEqual(['Passages', 'Asked for and not here', 'About']);
  const about = (sheets.get('About') ?? []).map((row) => row.join(': '));
  expect(about).toContainEqual(expect.stringMatching(/^Library version: fedcba987654/));
  expect(about).toContainEqual(expect.stringMatching(/^Selection: years=2021/));
});
