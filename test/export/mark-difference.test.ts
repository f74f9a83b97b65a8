import { expect, test } from 'vitest';
import { diffWords } from '../../src/compare/diff-words.ts';
import { HTML_MARKS } from '../../src/export/html-redline.ts';
import { markBoth, markNewer, markOlder, TEXT_MARKS } from '../../src/export/mark-difference.ts';
import { MARKDOWN_MARKS } from '../../src/export/render-comparison-md.ts';

const OLDER = 'Guards beat forty inmates, and none was punished.';
const NEWER = 'Guards beat sixty inmates, and nobody at all was punished.';

test('brackets stand at words, and the space between them outside', () => {
  expect(markBoth(diffWords(OLDER, NEWER), OLDER, NEWER, TEXT_MARKS)).toBe(
    'Guards beat [-forty-] {+sixty+} inmates, and [-none-] {+nobody at all+} was punished.',
  );
});

test('either side alone is that side’s whole text', () => {
  const difference = diffWords(OLDER, NEWER);
  const unmarked = {
    plain: (text: string) => text,
    removed: (text: string) => text,
    added: (text: string) => text,
  };
  expect(markOlder(difference, OLDER, unmarked)).toBe(OLDER);
  expect(markNewer(difference, NEWER, unmarked)).toBe(NEWER);
  expect(markOlder(difference, OLDER, TEXT_MARKS)).toBe(
    'Guards beat [-forty-] inmates, and [-none-] was punished.',
  );
});

test('no mark runs over the end of a passage', () => {
  const older = 'One stays.\nTwo goes away.\nThree goes too.';
  const marked = markOlder(diffWords(older, 'One stays.'), older, HTML_MARKS);
  expect(marked).toBe('One stays.\n<del>Two goes away.</del>\n<del>Three goes too.</del>');
});

test('passages that became one are joined as the newer report joins them', () => {
  const older = 'The court sat twice.\nIt adjourned in May.';
  const newer = 'The court sat twice. It adjourned in June.';
  expect(markBoth(diffWords(older, newer), older, newer, TEXT_MARKS)).toBe(
    'The court sat twice. It adjourned in [-May-] {+June+}.',
  );
});

test('text that looks like markup stays text in every writer', () => {
  const older = 'She said <b>no</b> & [left](x).';
  const newer = 'She said <b>yes</b> & [left](x).\n# not a heading';
  const difference = diffWords(older, newer);
  expect(markBoth(difference, older, newer, HTML_MARKS)).not.toMatch(/<(?!\/?(?:ins|del)>)/);
  const markdown = markBoth(difference, older, newer, MARKDOWN_MARKS);
  expect(markdown).toContain('\\[left\\](x)');
  expect(markdown).not.toMatch(/^#/m);
});
