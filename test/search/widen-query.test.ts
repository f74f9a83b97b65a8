import { describe, expect, it } from 'vitest';
import { formatQuery } from '../../src/domain/query.ts';
import { parseQuery } from '../../src/search/parse-query.ts';
import { type HeldWords, indexSpellings } from '../../src/search/widen-query.ts';
import { createWordList } from '../../src/search/word-list.ts';
import { loadSpellings } from '../../src/workbench/load-catalog.ts';

const spellings = indexSpellings([
  { id: 'labor', kind: 'spelling', forms: ['labor', 'labour'], note: null },
  { id: 'center', kind: 'spelling', forms: ['center', '"centre"'], note: null },
  {
    id: 'fgm',
    kind: 'abbreviation',
    forms: ['FGM', 'FGM/C', '"female genital mutilation"'],
    note: null,
  },
  { id: 'idp', kind: 'abbreviation', forms: ['IDP', 'internally displaced persons'], note: null },
  { id: 'ilo', kind: 'abbreviation', forms: ['ILO', '"International Labor Organization"'], note: null },
  { id: 'turkey', kind: 'name', forms: ['Turkey', 'Türkiye'], note: null },
  { id: 'ivory', kind: 'name', forms: ['"Côte d’Ivoire"', '"Ivory Coast"'], note: null },
  { id: 'macedonia', kind: 'name', forms: ['Macedonia', 'North Macedonia'], note: null },
  { id: 'antisemitism', kind: 'spelling', forms: ['antisemitism', 'anti-Semitism'], note: null },
  { id: 'us', kind: 'abbreviation', forms: ['"U.S."', '"United States"'], note: null },
]);

function widen(typed: string, held: HeldWords | null = null): { searched: string; widenings: string[] } {
  const { tree } = parseQuery(typed);
  if (tree === null) throw new Error(`${typed} is nothing.`);
  const { tree: widened, widenings } = spellings.widen(tree, held);
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

  it('are told as they are written elsewhere', () => {
    expect(widen('turkey').widenings).toEqual(['turkey: turkey + Türkiye']);
    expect(widen('ivory coast').widenings).toEqual(['ivory: ivory coast + Côte d’Ivoire']);
  });

  it('are added to the forms of a word too', () => {
    expect(widen('labors').searched).toBe('labors OR labour');
    expect(widen('IDPs').searched).toBe('idps OR internally-displaced-persons');
    expect(widen('internally displaced person').widenings).toEqual([
      'idp: internally displaced person + IDP',
    ]);
  });

  it('are possessive where what was typed is', () => {
    expect(widen('Turkey’s')).toEqual({
      searched: 'turkey-s OR turkiye-s',
      widenings: ['turkey: turkey-s + Türkiye’s'],
    });
    expect(widen("U.S.'s").searched).toBe('u-s-s OR "united states s"');
    expect(widen('women’s').widenings).toEqual([]);
  });

  it('are met by words that differ in case, hyphens and diacritics alone', () => {
    for (const typed of ['turkiye', 'TÜRKİYE', 'Tu\u0308rkiye'])
      expect(widen(typed).searched, typed).toBe('turkiye OR turkey');
    for (const typed of ['Cote d’Ivoire', "CÔTE D'IVOIRE", 'cote-d-ivoire'])
      expect(widen(typed).searched, typed).toMatch(/ OR "ivory coast"$/);
    for (const typed of ['anti-Semitism', 'Anti-semitic', 'anti semitism', 'anti‑Semites'])
      expect(widen(typed).searched, typed).toMatch(/ OR antisemitism$/);
  });

  it('are found for words in a row, the longest row first', () => {
    const { searched, widenings } = widen('female genital mutilation law');
    expect(searched).toBe('(female AND genital AND mutilation OR fgm) AND law');
    expect(widenings).toEqual(['fgm: female genital mutilation + FGM']);
    expect(widen('law female genital mutilation').searched).toBe(
      'law AND (female AND genital AND mutilation OR fgm)',
    );
    expect(widen('genital female mutilation').widenings).toEqual([]);
  });

  it('are added to a row and to its words', () => {
    expect(widen('international labor organization')).toEqual({
      searched: 'international AND (labor OR labour) AND organization OR ilo',
      widenings: ['ilo: international labor organization + ILO', 'labor: labor + labour'],
    });
  });

  it('are met only as written, and looked for so, where the group says so', () => {
    expect(widen('centre').searched).toBe('centre OR center');
    expect(widen('center').searched).toBe('center OR "centre"');
    expect(widen('central').widenings).toEqual([]);
    expect(widen('united state').widenings).toEqual([]);
    expect(widen('U.S.').searched).toBe('u-s OR "united states"');
    expect(widen('us').widenings).toEqual([]);
  });

  it('are not added where what was typed finds them anyway', () => {
    expect(widen('Macedonia').widenings).toEqual([]);
    expect(widen('north macedonia').searched).toBe('north AND macedonia OR macedonia');
    expect(widen('FGM').widenings).toEqual(['fgm: fgm + female genital mutilation']);
    expect(widen('FGM/C').searched).toBe('fgm-c OR fgm OR "female genital mutilation"');
  });

  it('are not added again where somebody typed them', () => {
    expect(widen('labor OR labour')).toEqual({ searched: 'labor OR labour', widenings: [] });
    expect(widen('FGM OR "female genital mutilation"').widenings).toEqual([]);
    expect(widen('(labor OR labour) NEAR/3 camp')).toEqual({
      searched: '(labor OR labour) NEAR/3 camp',
      widenings: [],
    });
    expect(widen('female genital mutilation OR FGM').searched).toBe(
      'female AND genital AND mutilation OR fgm OR "female genital mutilation"',
    );
  });

  it('are not added where no passage has their words', () => {
    const words = createWordList();
    words.add(['labor', 'fgm', 'female', 'genital', 'centre', 'center']);
    expect(widen('labor', words)).toEqual({ searched: 'labor', widenings: [] });
    expect(widen('labour', words).searched).toBe('labour OR labor');
    expect(widen('fgm', words).widenings).toEqual([]);
    words.add(['mutilated']);
    expect(widen('fgm', words).widenings).toEqual([]);
    words.add(['mutilation']);
    expect(widen('fgm', words).searched).toBe('fgm OR "female genital mutilation"');
  });

  it('are added on both sides of a NEAR, under OR, NOT and heading:', () => {
    expect(widen('labor NEAR/3 turkey').searched).toBe('(labor OR labour) NEAR/3 (turkey OR turkiye)');
    expect(widen('prison OR labor').searched).toBe('prison OR labor OR labour');
    expect(widen('prison -labor').searched).toBe('prison AND NOT (labor OR labour)');
    expect(widen('heading:labor').searched).toBe('heading:labor OR heading:labour');
    expect(widen('heading:(female genital mutilation)').searched).toMatch(/ OR heading:fgm$/);
    expect(widen('heading:female genital mutilation').widenings).toEqual([]);
    expect(widen('NOT (female genital mutilation)').searched).toBe(
      'NOT (female AND genital AND mutilation OR fgm)',
    );
  });

  it('are never added to what stands in quotation marks or has an asterisk', () => {
    for (const typed of [
      '"labor"',
      'labor*',
      '"female genital mutilation"',
      'female "genital" mutilation',
      'female genital mutilation*',
      'female AND genital OR mutilation',
      'prison',
    ])
      expect(widen(typed).widenings, typed).toEqual([]);
  });

  it('are the same when what was searched is searched again', () => {
    for (const typed of ['labor', 'labor NEAR turkey', 'centre', 'fgm', 'ivory coast', 'prison -labor']) {
      const once = widen(typed).searched;
      expect(widen(once).searched, typed).toBe(once);
    }
  });
});

describe('each group of the file of spellings', () => {
  const all = indexSpellings(loadSpellings());
  const widenAll = (typed: string) => {
    const { tree } = parseQuery(typed);
    if (tree === null) throw new Error(`${typed} is nothing.`);
    return all.widen(tree);
  };

  it('is met by each of its forms, typed without quotation marks', () => {
    const unmet = loadSpellings().flatMap(({ id, forms }) =>
      forms
        .map((form) => form.replaceAll('"', ''))
        .filter((form) => {
          const { tree, widenings } = widenAll(form);
          const others = forms.map((one) => one.replaceAll('"', '')).filter((one) => one !== form);
          const added = widenings.filter(({ group }) => group === id).flatMap((one) => one.added);
          // Either it adds another, or all the others are found by it anyway.
          return (
            !added.some((one) => others.includes(one)) &&
            !others.every((one) => one.toLowerCase().includes(form.toLowerCase())) &&
            formatQuery(tree) !== ''
          );
        })
        .map((form) => `${id}: ${form}`),
    );
    expect(unmet).toEqual([]);
  });

  it('leaves what stands in quotation marks as it is', () => {
    for (const { forms } of loadSpellings())
      for (const form of forms) expect(widenAll(`"${form.replaceAll('"', '')}"`).widenings, form).toEqual([]);
  });
});
