import { describe, expect, it } from 'vitest';
import { formatQuery } from '../../src/domain/query.ts';
import { parseQuery } from '../../src/search/parse-query.ts';
import { indexSpellings } from '../../src/search/widen-query.ts';

const spellings = indexSpellings([
  { id: 'labor', kind: 'spelling', forms: ['labor', 'labour'], note: null },
  { id: 'fgm', kind: 'abbreviation', forms: ['FGM', 'FGM/C', 'female genital mutilation'], note: null },
  { id: 'turkey', kind: 'name', forms: ['Turkey', 'Türkiye'], note: null },
]);

function widen(typed: string): { searched: string; widenings: string[] } {
  const { tree } = parseQuery(typed);
  if (tree === null) throw new Error(`${typed} is nothing.`);
  const { tree: widened, widenings } = spellings.widen(tree);
  return {
    searched: formatQuery(widened),
    widenings: widenings.map(({ group, typed: word, added }) => `${group}: ${word} + ${added.join(', ')}`),
  };
}

describe('related spellings', () => {
  it('are added to a word as typed and told', () => {
    expect(widen('labor')).toEqual({ searched: 'labor OR labour', widenings: ['labor: labor + labour'] });
    expect(widen('Türkiye prison').searched).toBe('(turkiye OR turkey) AND prison');
  });

  it('are added to the forms of a word too', () => {
    expect(widen('labors').searched).toBe('labors OR labour');
  });

  it('are found for words in a row, the longest row first', () => {
    const { searched, widenings } = widen('female genital mutilation law');
    expect(searched).toBe('(female AND genital AND mutilation OR fgm OR fgm-c) AND law');
    expect(widenings).toEqual(['fgm: female genital mutilation + fgm, fgm c']);
    expect(widen('genital female mutilation').widenings).toEqual([]);
  });

  it('are added on both sides of a NEAR, under OR, NOT and heading:', () => {
    expect(widen('labor NEAR/3 turkey').searched).toBe('(labor OR labour) NEAR/3 (turkey OR turkiye)');
    expect(widen('prison OR labor').searched).toBe('prison OR labor OR labour');
    expect(widen('prison -labor').searched).toBe('prison AND NOT (labor OR labour)');
    expect(widen('heading:labor').searched).toBe('heading:labor OR heading:labour');
  });

  it('are never added to what stands in quotation marks or has an asterisk', () => {
    for (const typed of ['"labor"', 'labor*', '"female genital mutilation"', 'prison'])
      expect(widen(typed).widenings, typed).toEqual([]);
  });

  it('are the same when what was searched is searched again', () => {
    for (const typed of ['labor', 'female genital mutilation law', 'labor NEAR turkey']) {
      const once = widen(typed).searched;
      const words = new Set(once.match(/\w+/g));
      expect(new Set(widen(once).searched.match(/\w+/g)), typed).toEqual(words);
    }
  });
});
