import { describe, expect, test } from 'vitest';
import { normaliseHeading } from '../../src/domain/crosswalk.ts';
import { slugify } from '../../src/domain/slug.ts';
import { loadCatalog } from '../../src/workbench/load-catalog.ts';
import { readData, readHeadings } from './read-data.ts';
import { about, fields, listOf, matching, oneOf, text, truth, year } from './shape.ts';

const catalog = loadCatalog();
const headings = readHeadings();

test('the file of outlines has the fields it should have and no others', () => {
  const shape = fields({
    about,
    outlines: listOf(
      fields({
        edition: year,
        layout: oneOf('2016-2018', '2019-2020', '2021-2023', '2024'),
        'derived?': truth,
        entries: listOf(
          fields({
            key: matching(/^(executive-summary|\d(\.[a-k])?(\/[a-z0-9]+(-[a-z0-9]+)*)*)$/),
            'label?': matching(/^(Section \d\.|[a-k]\.)$/),
            heading: text,
            'optional?': oneOf(true),
          }),
        ),
      }),
    ),
  });
  expect(shape(readData('outlines'), 'outlines')).toEqual([]);
});

test('every edition has one outline, in its own layout; that of 2020 is derived', () => {
  expect(catalog.outlines.map(({ edition }) => edition)).toEqual(catalog.editions.map((one) => one.year));
  for (const outline of catalog.outlines) {
    expect(outline.layout).toBe(catalog.getEdition(outline.edition).layout);
    expect(Reflect.get(outline, 'derived'), `${outline.edition}`).toBe(
      outline.edition === 2020 ? true : undefined,
    );
  }
});

describe.each(catalog.outlines.map((outline) => [outline.edition, outline.entries] as const))(
  'the outline of %i',
  (edition, entries) => {
    const byKey = new Map(entries.map((entry) => [entry.key, entry]));

    test('has every key once, beneath one that stands before it', () => {
      expect(byKey.size).toBe(entries.length);
      const seen = new Set<string>();
      for (const { key } of entries) {
        const parent = parentKey(key);
        if (parent !== null) expect(seen, key).toContain(parent);
        seen.add(key);
      }
    });

    test('has keys that follow from label and heading, in order', () => {
      for (const { key, label, heading } of entries) {
        if (/^\d$/.test(key)) expect(label).toBe(`Section ${key}.`);
        else if (/^\d\.[a-k]$/.test(key)) expect(label).toBe(`${key.slice(2)}.`);
        else {
          expect(label).toBeUndefined();
          const slug = slugify(heading);
          const parent = parentKey(key);
          expect(key).toBe(parent === null ? slug : `${parent}/${slug}`);
        }
      }
      const numbered = entries.map(({ key }) => key).filter((key) => /^\d(\.[a-k])?$/.test(key));
      expect(numbered).toEqual([...numbered].sort());
      expect(entries[0]?.key).toBe('executive-summary');
      expect(numbered.filter((key) => /^\d$/.test(key))).toHaveLength(edition === 2024 ? 3 : 7);
    });

    test('has headings that lead to topics', () => {
      for (const { key, heading } of entries) {
        const above: string[] = [];
        for (let one = parentKey(key); one !== null; one = parentKey(one)) {
          above.push(byKey.get(one)?.heading ?? '');
        }
        expect(catalog.crosswalk.ask(heading, above, edition).kind, key).toBe('topic');
      }
    });

    test('has headings that the edition prints', () => {
      if (edition === 2020) return;
      const printed = new Map<string, number>();
      for (const one of headings) {
        if (one.edition !== edition) continue;
        const plain = normaliseHeading(one.heading);
        printed.set(plain, (printed.get(plain) ?? 0) + one.count);
      }
      for (const { heading, optional } of entries) {
        const count = printed.get(normaliseHeading(heading)) ?? 0;
        expect(count, heading).toBeGreaterThanOrEqual(optional === true ? 5 : 98);
      }
    });
  },
);

test('a subsection that came and went is optional; what nearly all reports have is not', () => {
  const find = (edition: number, key: string) =>
    catalog.findOutline(edition)?.entries.find((entry) => entry.key === key);
  expect(find(2016, '1.g')?.optional).toBe(true);
  expect(find(2023, '1.i')?.optional).toBe(true);
  expect(find(2024, '3.e')?.optional).toBe(true);
  expect(find(2021, '1.c/prison-and-detention-center-conditions')?.optional).toBeUndefined();
  expect(find(2024, '2.b/acceptable-work-conditions/wage-and-hour-laws')?.optional).toBeUndefined();
  expect(find(2024, '6/women')).toBeUndefined();
});

function parentKey(key: string): string | null {
  const parent = key.replace(/[^./]+$/, '').replace(/[./]$/, '');
  return parent === '' ? null : parent;
}
