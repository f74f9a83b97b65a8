import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../src/domain/address.ts';

const [head, ...lines] = readFileSync(new URL('../corpus/labelled-pairs.csv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const rows = lines.map((line) => line.split(','));

describe('the pairs that were judged by reading', () => {
  it('are addresses and judgements, five columns a line', () => {
    expect(head).toBe('left,right,change,moved,note');
    for (const row of rows) {
      const [left = '', right = '', change = '', moved = '', note = ''] = row;
      const line = row.join(',');
      expect(row, line).toHaveLength(5);
      for (const address of [left, right])
        if (address !== '') expect(parseAddress(address).passage).not.toBeNull();
      const kinds = left === '' ? ['added'] : right === '' ? ['removed'] : ['same', 'edited'];
      expect(kinds, line).toContain(change);
      expect(left === '' || right === '' ? [''] : ['yes', 'no'], line).toContain(moved);
      expect(note.length, line).toBeLessThan(80);
    }
  });

  it('are judged once each, and no passage is both gone and there', () => {
    const pairs = rows.map(([left, right]) => `${left} ${right}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const side of [0, 1]) {
      const kinds = new Map<string, Set<boolean>>();
      for (const row of rows) {
        const address = row[side] ?? '';
        if (address === '') continue;
        const isAlone = (row[1 - side] ?? '') === '';
        kinds.set(address, (kinds.get(address) ?? new Set()).add(isAlone));
      }
      for (const [address, kind] of kinds) expect(kind.size, address).toBe(1);
    }
  });

  it('are of one area each, the older on the left', () => {
    for (const [left = '', right = ''] of rows) {
      if (left === '' || right === '') continue;
      const [one, other] = [parseAddress(left), parseAddress(right)];
      expect(one.area).toBe(other.area);
      expect(one.edition).toBeLessThan(other.edition);
    }
  });

  it('say of passages that belong to one pair alike whether it moved', () => {
    for (const side of [0, 1]) {
      const marks = new Map<string, string>();
      for (const [left = '', right = '', , moved = ''] of rows) {
        const address = side === 0 ? left : right;
        if (left === '' || right === '') continue;
        expect(marks.get(address) ?? moved, address).toBe(moved);
        marks.set(address, moved);
      }
    }
  });

  it('are many, of many areas, and about as many of each two editions', () => {
    const areas = new Set<string>();
    const counts = new Map<string, number>();
    for (const [left = '', right = ''] of rows) {
      if (left === '' || right === '') continue;
      const [one, other] = [parseAddress(left), parseAddress(right)];
      areas.add(one.area);
      const editions = `${one.edition}-${other.edition}`;
      counts.set(editions, (counts.get(editions) ?? 0) + 1);
    }
    expect(areas.size).toBeGreaterThanOrEqual(12);
    expect([...counts.keys()].sort()).toEqual([
      '2016-2017',
      '2018-2019',
      '2021-2022',
      '2022-2023',
      '2023-2024',
    ]);
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(60);
  });
});
