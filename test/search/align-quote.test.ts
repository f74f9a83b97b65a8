import { describe, expect, test } from 'vitest';
import { tokenise } from '../../src/domain/tokens.ts';
import { alignQuote } from '../../src/search/align-quote.ts';

const side = (text: string) => ({ text, tokens: tokenise(text) });
const align = (pasted: string, passage: string) => alignQuote(side(pasted), side(passage));
/** `-pasted-` and `+report+` as they are told. */
const show = (pasted: string, passage: string): string =>
  align(pasted, passage)
    .pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'pasted' ? `-${text}-` : `+${text}+`))
    .join(' ');

describe('a sentence laid beside a passage', () => {
  test('is whole if all its words are there', () => {
    expect(align('the wardens beat him', 'In May the wardens beat him.').score).toBe(1);
  });

  test('shows which words differ, on both sides', () => {
    expect(
      show('The wardens beat many herders daily', 'Once the wardens struck many herders, it was said.'),
    ).toBe('the wardens -beat- +struck+ many herders -daily-');
  });

  test('has fewer words in common the more of them were changed', () => {
    const passage = 'The wardens beat the herders daily at the border post of Grest';
    const one = align('The wardens struck the herders daily at the border post of Grest', passage).score;
    const two = align('The wardens struck all herders daily at the border post of Grest', passage).score;
    expect(one).toBeCloseTo(11 / 12);
    expect(two).toBeLessThan(one);
  });

  test('counts what stands between the words against it', () => {
    const close = align('wardens beat herders', 'wardens beat herders').score;
    const far = align(
      'wardens beat herders',
      'wardens who had come from the coast beat some of the herders',
    ).score;
    expect(close).toBe(1);
    expect(far).toBeLessThan(0.5);
  });

  test('a lone small word far away is no part of the stretch', () => {
    expect(
      show('the court freed nine men', 'Of the many cases heard in that long year the court freed nine men.'),
    ).toBe('the court freed nine men');
  });

  test('has nothing in common with a passage of other words', () => {
    expect(align('wardens beat herders', 'snow fell')).toEqual({ score: 0, pieces: [] });
  });
});
