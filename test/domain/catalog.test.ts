import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../src/domain/catalog.ts';
import { catalog, catalogData } from './invented-catalog.ts';

describe('an area', () => {
  it.each([
    ['vel'],
    ['VEL'],
    [' ve '],
    ['Velmora'],
    ['velmora'],
    ['Kingdom of Velmora'],
    ['The Kingdom of Velmora'],
  ])('is found as “%s”', (text) => {
    expect(catalog.findArea(text)?.id).toBe('vel');
  });

  it('is found by old names, slugs and other spellings', () => {
    expect(catalog.findArea('Ostrava Isles, Lagoon, and Bight')?.id).toBe('osi');
    expect(catalog.findArea('ostrava-isles-2')?.id).toBe('osi');
    expect(catalog.findArea('cote d’ambre')?.id).toBe('cot');
    expect(catalog.findArea('Belcays, The')?.id).toBe('bel');
  });

  it('is not guessed', () => {
    expect(catalog.findArea('Quendal')).toBeNull();
    expect(catalog.findArea('')).toBeNull();
    expect(() => catalog.getArea('xxx')).toThrow(/No area has the id “xxx”/);
  });

  it('is offered when the name is nearly right', () => {
    expect(catalog.nearestAreas('Velmra')[0]).toBe('Velmora');
    expect(catalog.nearestAreas('Quendal')).toEqual(
      expect.arrayContaining(['North Quendal', 'South Quendal']),
    );
    expect(catalog.nearestAreas('xyzzyxyzzy')).toEqual([]);
  });

  it('stands in the list by its name', () => {
    const names = catalog.areas.map(({ name }) => name);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
  });
});

it('one name for two areas is a fault of the data', () => {
  const [first, ...others] = catalogData.areas;
  const twin = { ...catalog.getArea('bel'), aliases: ['Velmora'] };
  expect(first?.id).toBe('vel');
  expect(() =>
    buildCatalog({
      ...catalogData,
      areas: [...others.filter(({ id }) => id !== 'bel'), twin, ...(first === undefined ? [] : [first])],
    }),
  ).toThrow(/“Velmora” stands for both bel and vel/);
});

describe('the rest of the facts', () => {
  it('regions are found by id and name', () => {
    expect(catalog.findRegion('North')?.id).toBe('north');
    expect(catalog.findRegion('far north')?.id).toBe('north');
    expect(catalog.findRegion('west')).toBeNull();
  });

  it('editions are found by year', () => {
    expect(catalog.findEdition(2031)).toBeNull();
    expect(() => catalog.getEdition(2031)).toThrow(/no edition 2031/);
  });

  it('a topic brings its narrower ones, however far below', () => {
    expect([...catalog.topicsWithin('women')]).toEqual(['women', 'harassment', 'workplace-harassment']);
    expect([...catalog.topicsWithin('jails')]).toEqual(['jails']);
  });

  it('a section is known if some edition has it', () => {
    expect(catalog.hasSection('1.c/jails')).toBe(true);
    expect(catalog.hasSection('9.z')).toBe(false);
  });
});
