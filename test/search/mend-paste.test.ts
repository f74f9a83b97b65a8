import { describe, expect, test } from 'vitest';
import { mendPaste } from '../../src/search/mend-paste.ts';

const known = new Set(['government', 'well', 'known', 'killed', 'g20', 'self', 'of', 'and', 'pre', 'office']);
const mend = (text: string): string => mendPaste(text, (word) => known.has(word));

describe('what a paste brings along is taken out', () => {
  test('a word cut at the end of a line is joined; a hyphen of its own stays', () => {
    expect(mend('the govern-\nment')).toBe('the government');
    expect(mend('the govern- ment')).toBe('the government');
    expect(mend('a well-\nknown man')).toBe('a well-\nknown man');
    expect(mend('pre- and post-war')).toBe('pre- and post-war');
  });

  test('soft hyphens and ligatures', () => {
    expect(mend('the gov\u00ADernment of\uFB01ce')).toBe('the government ofﬁce'.replace('ﬁ', 'fi'));
  });

  test('the numbers of footnotes, but no numbers of the text', () => {
    expect(mend('Nine were killed.12')).toBe('Nine were killed.');
    expect(mend('Nine were killed in 2015.13')).toBe('Nine were killed in 2015.');
    expect(mend('Nine were killed12 there')).toBe('Nine were killed there');
    expect(mend('Nine,[4] it said,³ were killed')).toBe('Nine, it said, were killed');
    expect(mend('The G20 met 1,200 men at 3.14 marks')).toBe('The G20 met 1,200 men at 3.14 marks');
  });

  test('the brackets of changed letters, and remarks of who quotes', () => {
    expect(mend('[T]he court report[ed] it [sic] (emphasis added)').trim()).toBe('The court reported it');
    expect(mend('he [the warden] lied')).toBe('he [the warden] lied');
  });
});
