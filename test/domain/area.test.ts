import { describe, expect, it } from 'vitest';
import { areaNameIn, areaSlug, nameKey } from '../../src/domain/area.ts';
import { catalog } from './invented-catalog.ts';

describe('the name of an area', () => {
  it('is that of the edition', () => {
    const isles = catalog.getArea('osi');
    expect(areaNameIn(isles, 2018)).toBe('Ostrava Isles, Lagoon, and Bight');
    expect(areaNameIn(isles, 2021)).toBe('Ostrava Isles');
    expect(areaNameIn(isles, 1999)).toBe('Ostrava Isles');
  });

  it('is the same however it is spelled', () => {
    expect(nameKey('Côte d’Ambre')).toBe(nameKey("COTE D'AMBRE"));
    expect(nameKey('Belcays, The')).toBe(nameKey('the Belcays'));
    expect(nameKey('Rook & Stern')).toBe(nameKey('Rook and Stern'));
    expect(nameKey('St. Ambrose')).toBe(nameKey('St Ambrose'));
  });

  it('keeps words that only begin with “the”', () => {
    expect(nameKey('Thelos')).toBe('thelos');
  });
});

it('the address of an area is the newest that is no accident', () => {
  expect(areaSlug(catalog.getArea('osi'))).toBe('ostrava-isles');
  expect(areaSlug({ ...catalog.getArea('bel'), slugs: [] })).toBe('belcays');
});
