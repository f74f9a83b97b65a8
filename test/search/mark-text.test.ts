import { describe, expect, it } from 'vitest';
import type { HitQuery } from '../../src/search/hit-query.ts';
import { prepareMarker } from '../../src/search/mark-text.ts';

const words = (...places: string[]): HitQuery => ({
  kind: 'words',
  pattern: { places: places.map((one) => one.split('|')), prefix: null },
});

function mark(query: HitQuery, text: string): string {
  let shown = '';
  let at = 0;
  for (const { start, end } of prepareMarker(query).findRanges(text)) {
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return shown + text.slice(at);
}

describe('marks', () => {
  it('stand around all forms of a word, as the text has them', () => {
    expect(mark(words('prison|prisons'), 'Prisons, PRISON; imprison.')).toBe(
      '[Prisons], [PRISON]; imprison.',
    );
    expect(mark(words('ture'), 'Tu\u0308re türe 😀 ture')).toBe('[Tu\u0308re] [türe] 😀 [ture]');
  });

  it('that overlap are one', () => {
    const query: HitQuery = { kind: 'or', nodes: [words('a', 'b'), words('b', 'c'), words('b')] };
    expect(mark(query, 'a b c b')).toBe('[a b c] [b]');
  });

  it('leave out what is denied and what filters say', () => {
    const query: HitQuery = {
      kind: 'and',
      nodes: [words('a'), { kind: 'not', node: words('b') }, { kind: 'mask', mask: Uint8Array.of(1) }],
    };
    expect(mark(query, 'a b')).toBe('[a] b');
    expect(mark({ kind: 'not', node: words('a') }, 'a b')).toBe('a b');
  });

  it('of a NEAR are those that stand near', () => {
    const near = {
      left: [{ places: [['a']], prefix: null }],
      right: [{ places: [['b']], prefix: null }],
      distance: 1,
    };
    expect(mark({ kind: 'near', pattern: near }, 'a x x x a x b')).toBe('a x x x [a] x [b]');
  });
});
