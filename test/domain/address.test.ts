import { describe, expect, it } from 'vitest';
import { formatAddress, formatFragment, formatReportId, parseAddress } from '../../src/domain/address.ts';
import { Problem } from '../../src/domain/problem.ts';

describe('an address', () => {
  it.each([
    '2021/vel',
    '2021/vel#1.c',
    '2021/vel#1.c:4',
    '2021/vel@0123456789ab',
    '2021/vel@0123456789ab#6/women:12',
    '2021/vel#2~2.a/heading~3:1',
  ])('%s is read and written again as it was', (text) => {
    expect(formatAddress(parseAddress(text))).toBe(text);
  });

  it('names a section, or a passage in it', () => {
    expect(parseAddress('2021/vel#6/women:4')).toEqual({
      edition: 2021,
      area: 'vel',
      version: null,
      section: '6/women',
      passage: 4,
    });
    expect(formatReportId({ edition: 2021, area: 'vel' })).toBe('2021/vel');
    expect(formatFragment(null, 3)).toBe('');
  });

  it.each([
    '',
    '2021',
    '2021/velmora',
    '2021/vel#',
    '2021/vel#1.c:0',
    '2021/vel@xyz',
    '/2021/vel',
    '2021/vel#1 c',
  ])('“%s” is refused with what would be right', (text) => {
    expect(() => parseAddress(text)).toThrow(Problem);
    expect(() => parseAddress(text)).toThrow(/is not the address/);
  });
});
