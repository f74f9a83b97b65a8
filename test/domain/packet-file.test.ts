import { describe, expect, it } from 'vitest';
import { formatPageNumber, partName, tabLetter } from '../../src/domain/packet.ts';
import { formatPacketFile, parsePacketFile } from '../../src/domain/packet-file.ts';

const SMALL = {
  format: 'variorum-packet',
  version: 1,
  issues: [{ title: 'Custody', pins: [{ address: '2021/vel#1.c:4' }] }],
};

describe('a packet file', () => {
  it('has what is usual in its form where it does not say otherwise', () => {
    expect(parsePacketFile(JSON.stringify(SMALL))).toMatchObject({
      form: 'us',
      paper: 'letter',
      body: 'sections',
      pageLimit: null,
    });
    expect(parsePacketFile(JSON.stringify({ ...SMALL, form: 'uk' }))).toMatchObject({
      paper: 'a4',
      body: 'excerpts',
      pageLimit: 12,
    });
  });

  it('is read as it was written', () => {
    const request = parsePacketFile(JSON.stringify({ ...SMALL, numbering: { prefix: 'DOE', start: 7 } }));
    expect(parsePacketFile(formatPacketFile(request))).toEqual(request);
  });

  it('is refused with every single thing that is wrong', () => {
    const wrong = {
      format: 'other',
      version: 2,
      caption: 'In re D-',
      paper: 'a3',
      numbering: { prefix: '<b>', start: 0 },
      issues: [{ pins: [{ address: '2021/vel' }, { address: '2021/vel#1.c:1', digest: 'XYZ', note: 4 }] }],
    };
    expect(() => parsePacketFile(JSON.stringify(wrong))).toThrow(
      expect.objectContaining({
        kind: 'invalid-input',
        details: [
          expect.stringMatching(/^the file: “caption” is not known/),
          expect.stringMatching(/^format:/),
          expect.stringMatching(/^version:/),
          expect.stringMatching(/^paper: “a3”/),
          expect.stringMatching(/^numbering.prefix:/),
          expect.stringMatching(/^numbering.start: 0/),
          expect.stringMatching(/^issues\[0\].title:/),
          expect.stringMatching(/^issues\[0\].pins\[0\].address: “2021\/vel”/),
          expect.stringMatching(/^issues\[0\].pins\[1\].digest:/),
          expect.stringMatching(/^issues\[0\].pins\[1\].note:/),
        ],
      }),
    );
  });

  it.each(['', '{', '[]', 'null', '{"format":"variorum-packet","version":1,"issues":[]}'])(
    'is refused in plain words: %s',
    (text) => {
      expect(() => parsePacketFile(text)).toThrow(expect.objectContaining({ kind: 'invalid-input' }));
    },
  );

  it('loses what would turn the direction of the writing behind it', () => {
    const issues = [{ title: 'A\u202eB', pins: [{ address: '2021/vel#1.c:4', note: '\u2067שלום\u2069' }] }];
    const [issue] = parsePacketFile(JSON.stringify({ ...SMALL, issues })).issues;
    expect([issue?.title, issue?.pins[0]?.note]).toEqual(['AB', 'שלום']);
  });
});

it('tabs go on behind Z', () => {
  expect([0, 25, 26, 27, 51, 52].map(tabLetter)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA']);
});

it('pages are numbered plainly or behind a prefix', () => {
  expect(formatPageNumber(12, { prefix: null, start: 1 })).toBe('12');
  expect(formatPageNumber(12, { prefix: 'DOE', start: 1 })).toBe('DOE-000012');
});

it('parts of a file say so in their names', () => {
  expect(partName('a/exhibit.pdf', 2, 3)).toBe('a/exhibit_Part2.pdf');
  expect(partName('a/exhibit.pdf', 1, 1)).toBe('a/exhibit.pdf');
  expect(partName('a.b/exhibit', 1, 2)).toBe('a.b/exhibit_Part1');
});
