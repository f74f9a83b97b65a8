import { describe, expect, test } from 'vitest';
import type { TextRange } from '../../src/domain/search-answer.ts';
import { chooseWindows } from '../../src/domain/text-window.ts';

const filler = (words: number) => Array.from({ length: words }, (_, i) => `word${i}`).join(' ');

function find(text: string, ...words: readonly string[]): TextRange[] {
  return words
    .flatMap((word) => [...text.matchAll(new RegExp(word, 'g'))])
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .sort((a, b) => a.start - b.start);
}

const cut = (text: string, ranges: readonly TextRange[], most: number) =>
  chooseWindows(text, ranges, most).map(({ start, end }) => text.slice(start, end));

describe('what is shown of a long passage', () => {
  test('is all of it, if it is hardly longer than there is room', () => {
    const text = filler(20);
    expect(cut(text, [], text.length - 10)).toEqual([text]);
  });

  test('is its beginning, if nothing in it is marked', () => {
    const [shown = '', ...others] = cut(filler(300), [], 200);
    expect(others).toEqual([]);
    expect(filler(300).startsWith(`${shown} `)).toBe(true);
    expect(shown.length).toBeGreaterThan(150);
    expect(shown.length).toBeLessThan(260);
  });

  test('is around the word found, cut between words', () => {
    const text = `${filler(100)} ibex ${filler(100)}`;
    const [shown = '', ...others] = cut(text, find(text, 'ibex'), 200);
    expect(others).toEqual([]);
    expect(shown).toContain('ibex');
    expect(text).toContain(` ${shown} `);
  });

  test('is around both words, if they stand far from each other', () => {
    const text = `${filler(100)} ibex ${filler(100)} heron ${filler(100)}`;
    const shown = cut(text, find(text, 'ibex', 'heron'), 200);
    expect(shown).toHaveLength(2);
    expect(shown[0]).toContain('ibex');
    expect(shown[1]).toContain('heron');
  });

  test('is where different words stand together rather than where one stands alone first', () => {
    const text = `ibex ${filler(100)} ibex and heron ${filler(100)}`;
    const shown = cut(text, find(text, 'ibex', 'heron'), 120);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toContain('ibex and heron');
  });

  test('repeats no word for its own sake', () => {
    const text = `ibex ${filler(100)} ibex ${filler(100)} ibex`;
    expect(cut(text, find(text, 'ibex'), 200)).toHaveLength(1);
  });

  test('reaches the end of the text without leaving a crumb', () => {
    const text = `${filler(200)} ibex and a few more`;
    const [shown = ''] = cut(text, find(text, 'ibex'), 200);
    expect(text.endsWith(shown)).toBe(true);
    expect(shown.length).toBeGreaterThan(150);
  });

  test('never splits a character, and never repeats or swaps a stretch', () => {
    const text = '😀'.repeat(1_000);
    for (let at = 0; at < 1_990; at += 2) {
      const windows = chooseWindows(text, [{ start: at, end: at + 2 }], 101);
      let last = -1;
      for (const { start, end } of windows) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        expect([start % 2, end % 2]).toEqual([0, 0]);
        expect(start <= at && end >= at + 2).toBe(true);
        last = end;
      }
    }
  });
});
