import { describe, expect, it } from 'vitest';
import {
  checkEntryName,
  findEntryTime,
  isHiddenName,
  isPageName,
  leadsOutside,
  printableName,
} from '../../../src/ingest/sources/entry-name.ts';

describe('the name of an entry in an archive', () => {
  it.each([
    '../mali.html',
    '2031/../../mali.html',
    '..',
    '/etc/arvania.html',
    '//server/arvania.html',
    'C:/arvania.html',
    'c:arvania.html',
    '2031\\arvania.html',
    '..\\arvania.html',
  ])('is refused where it leads out of the archive: %s', (name) => {
    expect(checkEntryName(name).kind).toBe('outside');
  });

  it.each([
    ['2031/arvania.html', '2031/arvania.html'],
    ['./2031/arvania.html', '2031/arvania.html'],
    ['2031//arvania.html', '2031/arvania.html'],
    ['2031/..arvania.html', '2031/..arvania.html'],
    ['2031/', '2031'],
    ['Côte d’Arvanie.html', 'Côte d’Arvanie.html'],
  ])('is cleaned where it is harmless: %s', (raw, name) => {
    expect(checkEntryName(raw)).toEqual({ kind: 'name', name });
  });

  it('is a page’s by its ending, in any case', () => {
    expect(['a.html', 'a.HTM', 'a.htm', 'a.xhtml', 'a.html.gz', 'html'].filter(isPageName)).toEqual([
      'a.html',
      'a.HTM',
      'a.htm',
    ]);
  });

  it('is hidden where any part of it is', () => {
    const names = [
      '.DS_Store',
      '__MACOSX/._a.html',
      '2031/._a.html',
      '.git/a.html',
      '2031/a.html',
      'a__MACOSX.html',
    ];
    expect(names.filter((name) => !isHiddenName(name))).toEqual(['2031/a.html', 'a__MACOSX.html']);
  });

  it('cannot move the cursor, turn the line round or fill the screen when it is printed', () => {
    expect(printableName('a\u001b[2J\nb\u202elmth.html')).toBe('a\uFFFD[2J\uFFFDb\uFFFDlmth.html');
    expect(printableName('x'.repeat(5000))).toHaveLength(300);
    expect(printableName('2031/côte-d’arvanie.html')).toBe('2031/côte-d’arvanie.html');
  });
});

describe('a link in an archive', () => {
  it.each([
    ['2031', '../2030/a.html', false],
    ['2031', '../../a.html', true],
    ['', '../a.html', true],
    ['2031', './a.html', false],
    ['2031', 'b/../../../a.html', true],
    ['2031', '/etc/passwd', true],
    ['2031', 'C:\\a.html', true],
  ])('in “%s” to %s leads outside: %s', (base, target, outside) => {
    expect(leadsOutside(base, target)).toBe(outside);
  });
});

describe('the time of an entry', () => {
  it('is none where the archive only had to write something', () => {
    expect(findEntryTime(new Date(0))).toBeNull();
    expect(findEntryTime(new Date('1980-01-01T00:00:00Z'))).toBeNull();
    expect(findEntryTime(new Date(Number.NaN))).toBeNull();
    expect(findEntryTime(undefined)).toBeNull();
    expect(findEntryTime(new Date('2031-05-06T07:08:09Z'))).toEqual(new Date('2031-05-06T07:08:09Z'));
  });
});
