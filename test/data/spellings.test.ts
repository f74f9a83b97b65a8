import { describe, expect, test } from 'vitest';
import type { SpellingGroup } from '../../src/domain/spelling.ts';
import { tokenWords } from '../../src/domain/tokens.ts';
import { stem } from '../../src/search/stem.ts';
import { loadSpellings } from '../../src/workbench/load-catalog.ts';
import { readData } from './read-data.ts';
import { about, fields, listOf, matching, oneOf, orNull, text } from './shape.ts';

const groups = loadSpellings();

test('the file of spellings has the fields it should have and no others', () => {
  const shape = fields({
    about,
    groups: listOf(
      fields({
        id: matching(/^[a-z0-9]+(-[a-z0-9]+)*$/),
        kind: oneOf('spelling', 'name', 'abbreviation'),
        forms: listOf(text),
        note: orNull(matching(/^\p{L}.*\.$/u)),
      }),
    ),
  });
  expect(shape(readData('spellings'), 'spellings')).toEqual([]);
});

test('every group has an id of its own', () => {
  expect(repeated(groups.map(({ id }) => id))).toEqual([]);
});

test('every group has at least two forms', () => {
  expect(groups.filter(({ forms }) => forms.length < 2).map(({ id }) => id)).toEqual([]);
});

test('quotation marks stand around a whole form or not at all', () => {
  const forms = groups.flatMap((group) => group.forms);
  expect(forms.filter((form) => form.includes('"') && !/^"[^"]+"$/.test(form))).toEqual([]);
  expect(forms.filter((form) => form.trim() !== form || tokenWords(form).length === 0)).toEqual([]);
});

test('no form stands in two groups or twice in one, as a search meets it', () => {
  expect(repeated(groups.flatMap(({ forms }) => forms.map(keyOf)))).toEqual([]);
});

test('no group joins only what word forms join anyway', () => {
  const isNeeded = ({ forms }: SpellingGroup): boolean =>
    new Set(forms.map((form) => tokenWords(form).map(stem).join(' '))).size > 1;
  expect(groups.filter((group) => !isNeeded(group)).map(({ id }) => id)).toEqual([]);
});

describe('the groups', () => {
  // What was asked for by name; the rest of the file is held to its schema alone.
  test.each([
    ['labor', 'labour'],
    ['antisemitism', 'anti-Semitism'],
    ['Türkiye', 'Turkey'],
    ['FGM', 'female genital mutilation'],
    ['IDPs', 'internally displaced persons'],
    ['nongovernmental', 'non-governmental'],
    ['e-mail', 'email'],
    ['Eswatini', 'Swaziland'],
    ['Côte d’Ivoire', 'Ivory Coast'],
    ['Uyghurs', 'Uighur'],
  ])('join %s and %s', (one, other) => {
    const find = (form: string) => groups.find(({ forms }) => forms.some((known) => isMet(known, form)));
    expect(find(one)).toBeDefined();
    expect(find(one)).toBe(find(other));
  });

  test.each([
    'car',
    'us',
    'is',
    'tip',
    'aids',
    'central',
    'under age',
    'by law',
    'human trafficking',
    'China',
  ])('have no place for %s, which means more', (typed) => {
    expect(groups.flatMap(({ forms }) => forms).filter((form) => isMet(form, typed))).toEqual([]);
  });
});

/** Forms with one key are met by the same typed words. */
function keyOf(form: string): string {
  const words = tokenWords(form);
  return form.startsWith('"') ? `as written: ${words.join(' ')}` : words.map(stem).join(' ');
}

function isMet(form: string, typed: string): boolean {
  return keyOf(form) === keyOf(form.startsWith('"') ? `"${typed}"` : typed);
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) !== i);
}
