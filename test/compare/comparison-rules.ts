import type { Comparison, ReportText } from '../../src/domain/comparison.ts';
import { joinPassages } from '../../src/domain/comparison.ts';
import type { DifferencePiece } from '../../src/domain/word-difference.ts';
import { listRuns, type WordReading } from './word-runs.ts';

/** Breaks of what holds for every comparison; empty if it holds. */
export function findBrokenRules(comparison: Comparison, left: ReportText, right: ReportText): string[] {
  return [
    ...findLost(comparison, 'left', left.passages.length),
    ...findLost(comparison, 'right', right.passages.length),
    ...comparison.pairs.flatMap((pair) => {
      const name = `${pair.change} ${pair.left.join('+')}=${pair.right.join('+')}`;
      const broken: string[] = [];
      const check = (holds: boolean, what: string): void => {
        if (!holds) broken.push(`${name}: ${what}`);
      };
      check((pair.change === 'added') === (pair.left.length === 0), 'added means nothing on the left');
      check((pair.change === 'removed') === (pair.right.length === 0), 'removed means nothing on the right');
      check(
        (pair.change === 'edited') === (pair.difference !== null),
        'words differ where edited, only there',
      );
      check(
        (pair.change === 'removed') === (pair.absence !== null),
        'what is known of an absence, only there',
      );
      check(pair.score >= 0 && pair.score <= 1, `score ${pair.score}`);
      check(pair.change === 'same' ? pair.score === 1 : true, 'the same has the score 1');
      const sides = [joinOrders(left, pair.left), joinOrders(right, pair.right)] as const;
      if (pair.change === 'same' && pair.shape === 'single')
        check(plain(sides[0]) === plain(sides[1]), 'the same text');
      if (pair.difference !== null) broken.push(...findUntiled(pair.difference.pieces, ...sides, name));
      const nearest = pair.absence?.nearest;
      if (nearest) {
        const text = joinOrders(right, [nearest.order]);
        broken.push(...findUntiled(nearest.difference.pieces, sides[0], text, `${name} nearest`));
      }
      return broken;
    }),
  ];
}

/** Passages called removed or added of whose runs a part of `most` or more stands in one passage on the other side. */
export function findBrokenPromises(
  comparison: Comparison,
  left: ReportText,
  right: ReportText,
  most: number,
  read: WordReading,
): string[] {
  const found: string[] = [];
  const look = (change: 'removed' | 'added', from: ReportText, to: ReportText): void => {
    const places = new Map<string, number[]>();
    for (const { order, text } of to.passages) {
      for (const run of listRuns(text, read)) {
        const known = places.get(run);
        if (known === undefined) places.set(run, [order]);
        else known.push(order);
      }
    }
    for (const pair of comparison.pairs) {
      if (pair.change !== change) continue;
      for (const order of [...pair.left, ...pair.right]) {
        const runs = listRuns(from.passages[order - 1]?.text ?? '', read);
        const counts = new Map<number, number>();
        for (const run of runs)
          for (const at of places.get(run) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1);
        for (const [at, count] of counts) {
          if (count / runs.size >= most)
            found.push(
              `${from.edition}/${from.area} passage ${order} ${change}, ${count}/${runs.size} in ${at}`,
            );
        }
      }
    }
  };
  look('removed', left, right);
  look('added', right, left);
  return found;
}

function findLost(comparison: Comparison, side: 'left' | 'right', count: number): string[] {
  const times = new Map<number, number>();
  for (const pair of comparison.pairs)
    for (const order of pair[side]) times.set(order, (times.get(order) ?? 0) + 1);
  const lost = Array.from({ length: count }, (_, i) => i + 1).filter((order) => times.get(order) !== 1);
  const strange = [...times.keys()].filter((order) => order < 1 || order > count);
  return [...lost, ...strange].map((order) => `${side} ${order} stands ${times.get(order) ?? 0} times`);
}

/** The pieces of each side must be the whole text, and what is called the same must be the same words. */
function findUntiled(
  pieces: readonly DifferencePiece[],
  left: string,
  right: string,
  name: string,
): string[] {
  let [leftText, rightText] = ['', ''];
  const broken: string[] = [];
  for (const piece of pieces) {
    const one = piece.kind === 'added' ? '' : left.slice(piece.leftStart, piece.leftEnd);
    const other = piece.kind === 'removed' ? '' : right.slice(piece.rightStart, piece.rightEnd);
    leftText += one;
    rightText += other;
    if (piece.kind === 'same' && plain(one) !== plain(other))
      broken.push(`${name}: “${one}” is not “${other}”`);
  }
  if (leftText !== left || rightText !== right) broken.push(`${name}: the pieces are not the texts`);
  return broken;
}

function joinOrders(report: ReportText, orders: readonly number[]): string {
  return joinPassages(orders.map((order) => report.passages[order - 1] ?? { text: '' }));
}

/** Without white space, what cannot be seen, and the form of quotes and dashes. */
function plain(text: string): string {
  return text
    .replace(/[‘’‚‛ʼ′`´]/gu, "'")
    .replace(/[“”„‟″«»]/gu, '"')
    .replace(/[‐‑]/gu, '-')
    .replace(/[–—―−]/gu, '–')
    .replace(/[\s\u0085\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .normalize('NFC');
}
