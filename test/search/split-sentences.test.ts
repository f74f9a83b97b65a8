import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/search/split-sentences.ts';

const texts = (text: string): string[] => splitSentences(text).map((one) => one.text);
const quoted = (text: string): string[] =>
  splitSentences(text).flatMap((one) => (one.quoted ? one.text : []));

describe('a pasted text is cut into sentences', () => {
  test('at full stops, question and exclamation marks, and at empty lines', () => {
    expect(texts('The herds left. Who saw them? Nobody! And then\n\nthe snow came')).toEqual([
      'The herds left.',
      'Who saw them?',
      'Nobody!',
      'And then',
      'the snow came',
    ]);
  });

  test('not at the full stops of abbreviations, nor where it goes on in lower case', () => {
    expect(texts('Mr. Orrin of the U.S. Embassy paid 3 marks. He left.')).toEqual([
      'Mr. Orrin of the U.S. Embassy paid 3 marks.',
      'He left.',
    ]);
    expect(texts('The court sat at 4 p.m. and rose at five.')).toHaveLength(1);
  });

  test('a mark of omission ends no sentence, however it is set', () => {
    expect(texts('The court found . . . that the wardens lied.')).toHaveLength(1);
    expect(texts('The court found ... that the wardens lied.')).toHaveLength(1);
    expect(texts('The court found […] that the wardens lied.')).toHaveLength(1);
  });

  test('the number of a footnote belongs to the sentence before it', () => {
    expect(texts('The wardens lied.12 The court rose.[3] Nobody came.⁴ It snowed.')).toEqual([
      'The wardens lied.12',
      'The court rose.[3]',
      'Nobody came.⁴',
      'It snowed.',
    ]);
  });

  test('what stands between quotation marks of any kind is a piece of its own', () => {
    expect(quoted('He wrote: “The wardens beat the herders daily.”7 We agree.')).toEqual([
      'The wardens beat the herders daily.',
    ]);
    expect(texts('He wrote: “The wardens beat the herders daily.”7 We agree.').at(-1)).toBe('We agree.');
    expect(quoted('He wrote "the wardens beat the herders daily" and left.')).toEqual([
      'the wardens beat the herders daily',
    ]);
    expect(quoted('Er schrieb „the wardens beat the herders daily“.')).toHaveLength(1);
  });

  test('a few words in quotation marks stay in their sentence', () => {
    expect(texts('The so-called “court of the people” sat in Tolveth.')).toEqual([
      'The so-called “court of the people” sat in Tolveth.',
    ]);
  });

  test('a mark without its partner swallows nothing', () => {
    expect(texts('“The wardens beat the herders. They left.')).toHaveLength(2);
  });

  test('numbers and marks alone are no sentence', () => {
    expect(texts('1. • 2021.\n\nThe herds left.')).toEqual(['The herds left.']);
  });

  test('each says where it stands in what was pasted', () => {
    const text = '  The herds left.  “Nobody in Tolveth saw them go.” ';
    for (const one of splitSentences(text)) expect(text.slice(one.start, one.end)).toBe(one.text);
  });

  test('the work grows no faster than the text, even where every mark opens and none closes', () => {
    const marks = '“'.repeat(50_000);
    expect(splitSentences(`${marks}word`)).toHaveLength(1);
  });
});
