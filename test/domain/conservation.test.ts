import { expect, test } from 'vitest';
import { findWordDifference, joinReportText } from '../../src/domain/conservation.ts';

test('the same words in the same order differ in nothing, however they are spaced', () => {
  expect(findWordDifference('a b c', 'a b c')).toBeNull();
  expect(findWordDifference('a  b\nc', 'a b c')).toBeNull();
});

test.each([
  ['a word lost', 'a b c', 'a c', { at: 2, onPage: 'b', inReport: 'c', words: 1 }],
  ['a word added', 'a c', 'a b c', { at: 2, onPage: 'c', inReport: 'b', words: 1 }],
  ['two words swapped', 'a b c d', 'a c b d', { at: 2, onPage: 'b', inReport: 'c', words: 2 }],
  ['the end lost', 'a b', 'a', { at: 2, onPage: 'b', inReport: null, words: 1 }],
  ['a word cut in two', 'a bc', 'a b c', { at: 2, onPage: 'bc', inReport: 'b', words: 2 }],
])('%s is found where it happens', (_, page, report, expected) => {
  expect(findWordDifference(page, report)).toEqual(expected);
});

test('headings and passages are joined in the order of the page', () => {
  const sections = [
    { printed: 'One', firstPassage: 1, passageCount: 1 },
    { printed: '', firstPassage: 2, passageCount: 0 },
    { printed: 'Two', firstPassage: 2, passageCount: 2 },
  ];
  expect(joinReportText(sections, [{ text: 'a' }, { text: 'b' }, { text: 'c' }])).toBe('One a Two b c');
});
