import { describe, expect, it } from 'vitest';
import { describeGap, groupGaps } from '../../src/domain/gap.ts';
import type { Gap, GapReason } from '../../src/domain/publication.ts';
import type { SectionChoice } from '../../src/domain/selection.ts';
import { catalog } from './invented-catalog.ts';

function gap(edition: number, area: string, reason: GapReason, choice: SectionChoice | null = null): Gap {
  return { edition, area, choice, reason };
}

const ONE_G: SectionChoice = { kind: 'section', key: '1.g' };
const JAILS: SectionChoice = { kind: 'topic', topic: 'jails' };

describe('a gap', () => {
  it.each([
    [gap(2021, 'squ', 'not-published'), 'No report on South Quendal was published in the 2021 edition.'],
    [
      gap(2019, 'vel', 'published-not-held'),
      'The 2019 report on Velmora was published, but this library does not hold it.',
    ],
    [
      gap(2024, 'vel', 'no-such-section-in-edition', ONE_G),
      'The standard outline of the 2024 edition has no section 1.g, nor has the report on Velmora.',
    ],
    [
      gap(2021, 'vel', 'no-such-section-in-report', JAILS),
      'The 2021 report on Velmora has no heading for “Jails”.',
    ],
    [
      gap(2021, 'vel', 'no-such-section-in-report', { kind: 'section', key: 'endnote' }),
      'The 2021 report on Velmora has no section “Endnote”.',
    ],
  ])('says what is missing and why', (one, sentence) => {
    expect(describeGap(one, catalog)).toBe(sentence);
  });
});

describe('many gaps', () => {
  it('stand together by reason, and areas that lack the same editions in one line', () => {
    const groups = groupGaps(
      [
        gap(2020, 'squ', 'not-published'),
        gap(2020, 'lag', 'published-not-held'),
        gap(2021, 'squ', 'not-published'),
        gap(2024, 'squ', 'not-published'),
        gap(2021, 'vel', 'not-published'),
        gap(2021, 'bel', 'not-published'),
      ],
      catalog,
    );
    expect(groups.map(({ heading, lines }) => [heading, ...lines.map(({ text }) => text)])).toEqual([
      ['No report was published', '2020, 2021, 2024: South Quendal', '2021: Velmora; The Belcays'],
      ['Published, but not held in this library', '2020: Lagoon'],
    ]);
  });

  it('are told apart by what was asked for', () => {
    const groups = groupGaps(
      [
        gap(2021, 'vel', 'no-such-section-in-report', ONE_G),
        gap(2021, 'vel', 'no-such-section-in-report', JAILS),
        gap(2024, 'vel', 'no-such-section-in-edition', JAILS),
      ],
      catalog,
    );
    expect(groups.map(({ heading }) => heading)).toEqual([
      'Section 1.g: not in the report',
      'Jails: not in the report',
      'Jails: not in the standard outline of the edition',
    ]);
  });
});
