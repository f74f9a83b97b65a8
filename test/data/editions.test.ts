import { expect, test } from 'vitest';
import { loadCatalogData } from '../../src/workbench/load-catalog.ts';
import { readData } from './read-data.ts';
import { about, fields, listOf, matching, oneOf, orNull, text, year } from './shape.ts';

const { editions } = loadCatalogData();

test('the file of editions has the fields it should have and no others', () => {
  const shape = fields({
    about,
    editions: listOf(
      fields({
        year,
        title: text,
        releaseDate: matching(/^\d{4}-\d{2}-\d{2}$/),
        releaseDateNote: orNull(text),
        notes: listOf(text),
        layout: oneOf('2016-2018', '2019-2020', '2021-2023', '2024'),
        coversEventsOf: year,
        indexAddress: matching(/^https:\/\/www\.state\.gov\/reports\/\d{4}-[a-z-]+\/$/),
      }),
    ),
  });
  expect(shape(readData('editions'), 'editions')).toEqual([]);
});

test('there is one edition for every year from 2016 to 2024', () => {
  expect(editions.map((edition) => edition.year)).toEqual([
    2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024,
  ]);
});

test('an edition is released in the year after the one it covers, on a real day', () => {
  for (const { year, coversEventsOf, releaseDate } of editions) {
    expect(coversEventsOf).toBe(year);
    expect(releaseDate?.slice(0, 4)).toBe(String(year + 1));
    expect(new Date(`${releaseDate}T00:00:00Z`).toISOString().slice(0, 10)).toBe(releaseDate);
  }
});

test('a date that nobody has read in a source says so', () => {
  const doubtful = editions.filter(({ releaseDateNote }) => releaseDateNote !== null);
  expect(doubtful.map(({ year, releaseDate }) => [year, releaseDate])).toEqual([
    [2018, '2019-03-13'],
    [2019, '2020-03-11'],
  ]);
});

test('layout, title and address are those of the year', () => {
  for (const { year, layout, title, indexAddress } of editions) {
    const [from = 0, to = from] = layout.split('-').map(Number);
    expect(year >= from && year <= to, `${year} ${layout}`).toBe(true);
    expect(title).toContain(String(year));
    expect(indexAddress).toContain(`/${year}-`);
  }
});
