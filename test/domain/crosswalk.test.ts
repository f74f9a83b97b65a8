import { describe, expect, it } from 'vitest';
import { normaliseHeading } from '../../src/domain/crosswalk.ts';
import { catalog } from './invented-catalog.ts';

const { crosswalk } = catalog;

describe('the crosswalk', () => {
  it('answers with the topic, how well it fits, and why', () => {
    expect(crosswalk.ask('a. Killings:', [], 2021)).toMatchObject({
      kind: 'topic',
      topic: 'killings',
      relation: 'exact',
      rule: { reason: 'Its name.' },
    });
  });

  it('needs the headings above where a heading alone says too little', () => {
    expect(crosswalk.ask('Jails', ['c. Ill-treatment', 'Section 1. Integrity'], 2021).kind).toBe('topic');
    expect(crosswalk.ask('Jails', ['Women'], 2021).kind).toBe('unmapped');
  });

  it('keeps a rule to its editions', () => {
    expect(crosswalk.ask('Children', [], 2021).kind).toBe('topic');
    expect(crosswalk.ask('Children', [], 2019).kind).toBe('unmapped');
  });

  it('knows what is no heading at all, and does not guess the rest', () => {
    expect(crosswalk.ask('READ A SECTION', [], 2021).kind).toBe('not-a-heading');
    expect(crosswalk.ask('Whatever', [], 2021).kind).toBe('unmapped');
  });
});

it.each([
  ['Section 1.  Respect for Things:', 'respect for things'],
  ['g. Matters of “State”', 'matters of “state”'],
  ['C . Spaced', 'spaced'],
  ['Women’s\u00a0Work\u200b.', "women's work"],
  ['Child–Labor', 'child-labor'],
  ['https://reports.example/x/Poets', 'poets'],
])('the heading %j is seen as %j', (printed, plain) => {
  expect(normaliseHeading(printed)).toBe(plain);
});
