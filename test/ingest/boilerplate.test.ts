import { describe, expect, test } from 'vitest';
import { findBoilerplate } from '../../src/ingest/boilerplate.ts';

const ruleOf = (text: string, tag = 'p'): string | null =>
  findBoilerplate({ tag, classes: [], text })?.id ?? null;

describe('the allow-list', () => {
  test.each([
    'READ A SECTION: VELMORA (ABOVE) | UPPER VELMORA',
    'READ SECTION: Velmora (below) | Quendary',
    'In This Section: Velmora',
    'Read a Section',
  ])('takes the way to the parts of an area: %s', (text) => {
    expect(ruleOf(text)).toBe('section-navigation');
  });

  test.each([
    'In this section, women are those of 18 years or more.',
    'Read a section of the law to the accused, the judge was told.',
    'In this section: a sentence that says something. And another one.',
    'Sensitive but widely known, the case was heard in public.',
  ])('takes no sentence of a report that begins like it: %s', (text) => {
    expect(ruleOf(text)).toBeNull();
  });
});
