import { describe, expect, it } from 'vitest';
import { makeHostileQueries } from '../../bench/search/hostile-queries.mjs';
import { formatQuery } from '../../src/domain/query.ts';
import { MOST_QUERY_CHARACTERS, MOST_TERMS, parseQuery } from '../../src/search/parse-query.ts';

/** What was understood, as it would be written, filters behind the words; then what was noted. */
function read(typed: string): string {
  const { tree, filters, notes, problems } = parseQuery(typed);
  expect(problems).toEqual([]);
  return [tree === null ? [] : formatQuery(tree), filters.map((one) => `+ ${formatQuery(one)}`), notes]
    .flat(2)
    .join(' ');
}

const DANGLING = 'stands without a word beside it; it was passed over.';
const UNCLOSED_QUOTE = 'A quotation mark was left open; it was closed at the end.';
const ASTERISK = 'An asterisk stands for the end of a word only; elsewhere it was read as a space.';
const UNCLOSED = 'A parenthesis was left open; it was closed at the end.';
const UNOPENED = 'A closing parenthesis without an opening one was passed over.';

describe('a query', () => {
  it.each([
    ['prison', 'prison'],
    ['prison food', 'prison AND food'],
    ['prison AND food', 'prison AND food'],
    ['prison OR food', 'prison OR food'],
    ['prison or food', 'prison AND or AND food'],
    ['a OR b AND c OR d', 'a OR b AND c OR d'],
    ['(a OR b) (c OR d)', '(a OR b) AND (c OR d)'],
    ['((a))', 'a'],
    ['a NOT b', 'a AND NOT b'],
    ['a AND NOT b', 'a AND NOT b'],
    ['a -b', 'a AND NOT b'],
    ['a - b', 'a AND b “-” is no word that can be looked for; it was passed over.'],
    ['-a', 'NOT a'],
    ['NOT NOT a', 'a'],
    ['NOT (NOT a)', 'a'],
    ['NOT a b', 'NOT a AND b'],
    ['NOT a NEAR/2 b', 'NOT a NEAR/2 b'],
    ['co-operate', 'co-operate'],
    ['3,000', '3-000'],
    ['"Rule of  law"', '"rule of law"'],
    ['“rule of law”', '"rule of law"'],
    ['«rule» „of“', '"rule" AND "of"'],
    ['a"b"c', 'a AND "b" AND c'],
    ['jour*', 'jour*'],
    ['"freedom of"*', '"freedom of"*'],
    ['"freedom of exp*"', '"freedom of exp"*'],
    ['a NEAR b', 'a NEAR/10 b'],
    ['a NEAR/0 b', 'a NEAR/0 b'],
    ['a NEAR/200 b', 'a NEAR/200 b'],
    ['"a b" NEAR/3 (c OR "d e")', '"a b" NEAR/3 (c OR "d e")'],
    ['a NEAR/3 b NEAR/4 c', 'a NEAR/3 b AND b NEAR/4 c'],
    ['a OR b NEAR c d', 'a OR b NEAR/10 c AND d'],
    ['heading:women', 'heading:women'],
    ['headings:"rule of law"', 'heading:"rule of law"'],
    ['heading:(a OR bb*) c', '(heading:a OR heading:bb*) AND c'],
    ['area:mali year:2019-2023 torture', 'torture + area:mali + year:2019-2023'],
    ['country:"Côte d’Ivoire"', '+ area:"Côte d’Ivoire"'],
    ['a OR area:mali', 'a OR area:mali'],
    ['-area:mali a', 'a + NOT area:mali'],
    ['(area:mali OR area:niger) a', 'a + area:mali OR area:niger'],
    ['-(area:mali year:2021)', '+ NOT (area:mali AND year:2021)'],
    ['(a OR area:mali) -year:2021', 'a OR area:mali + NOT year:2021'],
    ['http://x.org', 'http-x-org'],
    ['cafe\u0301 CAFÉ', 'cafe AND cafe'],
    ['', ''],
    [' \t\n ', ''],
  ])('is read with its operators: %s', (typed, shown) => {
    expect(read(typed)).toBe(shown);
  });

  it.each([
    ['"rule of law', `"rule of law" ${UNCLOSED_QUOTE}`],
    ['(a OR b', `a OR b ${UNCLOSED}`],
    ['a) b', `a AND b ${UNOPENED}`],
    [')(a', `a ${UNOPENED} ${UNCLOSED}`],
    ['a OR', `a OR ${DANGLING}`],
    ['OR a', `a OR ${DANGLING}`],
    ['a AND', `a AND ${DANGLING}`],
    ['a AND (NOT)', `a NOT ${DANGLING}`],
    ['a NOT', `a NOT ${DANGLING}`],
    ['a NEAR/3', `a NEAR ${DANGLING}`],
    ['NEAR/3 a', `a NEAR ${DANGLING}`],
    ['a AND OR b', `a OR b AND ${DANGLING}`],
    ['a heading:', 'a heading: stands before a word or phrase; here it was passed over.'],
    ['a NEAR/999999999 b', 'a NEAR/200 b NEAR takes 200 words at most; a greater distance was read as that.'],
    ['wom*n', `wom-n ${ASTERISK}`],
    ['*tion', `tion ${ASTERISK}`],
    ['"free* press"', `"free press" ${ASTERISK}`],
    ['area: mali', 'mali area: stands without a value and was passed over.'],
    ['a NEAR -b', `a AND NOT b NEAR ${DANGLING}`],
    [
      'a NEAR (b c)',
      'a AND b AND c NEAR stands between words, phrases, or words joined by OR in parentheses, in the text; elsewhere it was read as AND.',
    ],
  ])('is mended and says so: %s', (typed, shown) => {
    expect(read(typed)).toBe(shown);
  });

  it('names what keeps it from being searched', () => {
    const problems = (typed: string): string => parseQuery(typed).problems.join(' ');
    expect(problems('x'.repeat(MOST_QUERY_CHARACTERS))).toBe('');
    expect(problems('x'.repeat(MOST_QUERY_CHARACTERS + 1))).toContain('2001 characters; at most 2000');
    expect(problems('x '.repeat(MOST_TERMS))).toBe('');
    expect(problems('x '.repeat(MOST_TERMS + 1))).toContain('49 words and filters; at most 48');
    expect(problems('area:mali '.repeat(MOST_TERMS + 1))).toContain('49 words and filters; at most 48');
    expect(problems(`${'('.repeat(30)}a${')'.repeat(30)}`)).toBe('');
    expect(problems(`${'('.repeat(31)}a`)).toContain('more than 30 deep');
    expect(problems('a*')).toContain('“a*” is too short');
    expect(problems('b* c*')).toMatch(/b\*.*c\*/);
  });

  it.each(['"', '(((', '%', '😀', '*', 'NOT', 'heading:', 'area:', '- -- ---'])(
    'without a word or filter is refused and not taken for all passages: %s',
    (typed) => {
      expect(parseQuery(typed).problems.join(' ')).toContain('No word that can be looked for');
    },
  );

  it('never throws, whatever is typed', () => {
    for (const typed of makeHostileQueries(5_000, 1)) expect(() => parseQuery(typed)).not.toThrow();
  });
});
