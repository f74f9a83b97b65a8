import type { Token } from './tokens.ts';

/** Words in a row, nothing between them; at each place any one of several stands. */
export interface WordPattern {
  /** The words that may stand at each place, at least one a place; lower case, without diacritics. */
  readonly places: readonly (readonly string[])[];
  /** The beginning of one more word behind them, or null. */
  readonly prefix: string | null;
}

/** One of the left and one of the right, in any order, apart, with at most `distance` words between them. */
export interface NearPattern {
  readonly left: readonly WordPattern[];
  readonly right: readonly WordPattern[];
  readonly distance: number;
}

/** Where a pattern stands among the words of a text; places of tokens, both inclusive. */
export interface TokenSpan {
  readonly first: number;
  readonly last: number;
}

/** A pattern ready to be looked for in many texts. */
export interface PatternFinder {
  /** In order of their first word; they may overlap. */
  find(tokens: readonly Token[]): TokenSpan[];
}

export function preparePattern({ places, prefix }: WordPattern): PatternFinder {
  const wanted = places.map((words) => new Set(words));
  const length = wanted.length + (prefix === null ? 0 : 1);
  const [first] = wanted;
  return {
    find(tokens) {
      const spans: TokenSpan[] = [];
      for (let at = 0; at + length <= tokens.length; at += 1) {
        if (first !== undefined && !first.has(tokens[at]?.word ?? '')) continue;
        const fits = wanted.every((words, i) => words.has(tokens[at + i]?.word ?? ''));
        if (!fits) continue;
        if (prefix !== null && !(tokens[at + wanted.length]?.word ?? '').startsWith(prefix)) continue;
        spans.push({ first: at, last: at + length - 1 });
      }
      return spans;
    },
  };
}

/** Finds the spans of a text that make it a hit of a NEAR: each has a partner on the other side. */
export function prepareNear({ left, right, distance }: NearPattern): PatternFinder {
  const lefts = left.map(preparePattern);
  const rights = right.map(preparePattern);
  return {
    find(tokens) {
      const ones = lefts.flatMap((finder) => finder.find(tokens));
      const others = rights.flatMap((finder) => finder.find(tokens));
      const isNear = (a: TokenSpan, b: TokenSpan): boolean => {
        const between = Math.max(a.first, b.first) - Math.min(a.last, b.last) - 1;
        return between >= 0 && between <= distance;
      };
      return [
        ...ones.filter((one) => others.some((other) => isNear(one, other))),
        ...others.filter((other) => ones.some((one) => isNear(one, other))),
      ].sort((a, b) => a.first - b.first);
    },
  };
}

/** One key for each pattern, for what is remembered of it. */
export function formatPattern({ places, prefix }: WordPattern): string {
  const words = places.map((some) => some.join('|')).join(' ');
  return prefix === null ? words : `${words} ${prefix}*`;
}

export function formatNear({ left, right, distance }: NearPattern): string {
  return `${left.map(formatPattern).join(' , ')} /${distance}/ ${right.map(formatPattern).join(' , ')}`;
}
