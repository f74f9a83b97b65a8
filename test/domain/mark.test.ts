import { describe, expect, it } from 'vitest';
import { type Mark, segmentText } from '../../src/domain/mark.ts';

const strong: Mark = { kind: 'strong', start: 0, end: 5 };
const link: Mark = { kind: 'link', start: 3, end: 8, href: 'https://reports.example/' };

describe('a marked text', () => {
  it('is cut where marks begin and end', () => {
    expect(segmentText('Label and text', [strong, link])).toEqual([
      { text: 'Lab', marks: [strong] },
      { text: 'el', marks: [strong, link] },
      { text: ' an', marks: [link] },
      { text: 'd text', marks: [] },
    ]);
  });

  it('is never changed by being cut', () => {
    const text = 'Some text 𝒳 of a passage';
    const wild: Mark[] = [
      strong,
      link,
      { kind: 'emphasis', start: -4, end: 900 },
      { ...strong, start: 7, end: 7 },
    ];
    const cut = segmentText(text, wild);
    expect(cut.map((segment) => segment.text).join('')).toBe(text);
  });

  it('without marks is one piece, without text none', () => {
    expect(segmentText('plain', [])).toEqual([{ text: 'plain', marks: [] }]);
    expect(segmentText('', [])).toEqual([]);
  });
});
