import { describe, expect, it } from 'vitest';
import {
  describeSelection,
  formatSelection,
  formatYears,
  labelSectionChoice,
  type Selection,
} from '../../src/domain/selection.ts';
import { catalog } from './invented-catalog.ts';

const selection: Selection = {
  years: [2018, 2019, 2020, 2024],
  sections: [
    { kind: 'section', key: '1.c' },
    { kind: 'topic', topic: 'jails' },
  ],
  areas: [{ kind: 'area', area: 'vel' }, { kind: 'region', region: 'south' }, { kind: 'all' }],
  order: 'year',
};

describe('the address of a selection', () => {
  it('is a query that a person can read', () => {
    expect(formatSelection(selection)).toBe(
      'years=2018-2020,2024&sections=1.c,jails&areas=vel,south,all&order=year',
    );
  });

  it('leaves the usual order out', () => {
    expect(formatSelection({ ...selection, order: 'area' })).not.toContain('order');
  });

  it.each([
    [[], ''],
    [[2021], '2021'],
    [[2020, 2021], '2020,2021'],
    [[2016, 2017, 2018, 2021], '2016-2018,2021'],
  ])('writes years %j as %j', (years, written) => {
    expect(formatYears(years)).toBe(written);
  });
});

describe('a selection in words', () => {
  it('names what was asked for', () => {
    expect(describeSelection(selection, catalog)).toEqual({
      title: 'Section 1.c; Jails: Velmora; South and Middle Sea; All areas, 2018–2020, 2024',
      years: '2018–2020, 2024',
      sections: 'Section 1.c; Jails',
      areas: 'Velmora; South and Middle Sea; All areas',
      order: 'by edition, then area',
    });
  });

  it('counts where names would be too many for a title', () => {
    const areas = ['vel', 'osi', 'bel', 'cot'].map((area) => ({ kind: 'area' as const, area }));
    const sections = ['1', '2', '3'].map((key) => ({ kind: 'section' as const, key }));
    expect(describeSelection({ ...selection, areas, sections }, catalog).title).toBe(
      '3 sections and topics: 4 areas and regions, 2018–2020, 2024',
    );
  });

  it('names a section without a number by its words', () => {
    expect(labelSectionChoice({ kind: 'section', key: 'executive-summary' }, catalog)).toBe(
      'Executive summary',
    );
    expect(labelSectionChoice({ kind: 'all' }, catalog)).toBe('All sections');
  });
});
