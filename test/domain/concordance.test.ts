import { describe, expect, test } from 'vitest';
import { CONTEXT_WORDS, type ConcordanceLine, cutLine, sortLines } from '../../src/domain/concordance.ts';
import { makeReport } from '../workbench/small-library.ts';

const report = makeReport(2023, 'vel', []);
const line = (left: string, right: string): ConcordanceLine => ({
  report,
  section: '1.c',
  number: 1,
  left,
  match: 'prison',
  right,
});

describe('a match in its line', () => {
  test('has what stands before and behind it, as it is written', () => {
    const text = 'In May the (old) prison at Grest, the largest, burned.';
    const start = text.indexOf('prison');
    expect(cutLine(text, { start, end: start + 6 })).toEqual({
      left: 'In May the (old) ',
      match: 'prison',
      right: ' at Grest, the largest, burned.',
    });
  });

  test('is cut at spaces, with twenty words on either side', () => {
    const words = Array.from({ length: 50 }, (_, i) => `w${i}`);
    const text = words.join(' ');
    const start = text.indexOf('w25');
    const { left, right } = cutLine(text, { start, end: start + 3 });
    expect(left.trim().split(' ')).toEqual(words.slice(25 - CONTEXT_WORDS, 25));
    expect(right.trim().split(' ')).toEqual(words.slice(26, 26 + CONTEXT_WORDS));
  });

  test('has nothing beside it at the ends of its passage', () => {
    expect(cutLine('prison', { start: 0, end: 6 })).toEqual({ left: '', match: 'prison', right: '' });
  });
});

describe('lines in order', () => {
  test('by the word to the left, the nearest first, whatever its case, accents and marks', () => {
    const lines = [line('a Wide ', ''), line('the “écru” ', ''), line('one old ', ''), line('', '')];
    expect(sortLines(lines, 'left').map(({ left }) => left)).toEqual([
      '',
      'the “écru” ',
      'one old ',
      'a Wide ',
    ]);
  });

  test('by the word to the right; those that are equal stay as they were', () => {
    const first = line('first ', ', Burned down.');
    const second = line('second ', ' burned down');
    const lines = [line('', ' walls'), first, second];
    expect(sortLines(lines, 'right')).toEqual([first, second, lines[0]]);
  });
});
