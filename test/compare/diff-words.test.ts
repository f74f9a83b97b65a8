import { describe, expect, it } from 'vitest';
import { diffWords } from '../../src/compare/diff-words.ts';
import { listPieceTexts } from '../../src/domain/word-difference.ts';
import { makeRandom } from '../random.ts';
import { rewordText } from './rework-report.ts';

/** “a [-gone-]{+come+} b” */
function draw(left: string, right: string): string {
  return listPieceTexts(diffWords(left, right).pieces, left, right)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

describe('what differs between two texts', () => {
  it.each([
    [
      'a number is one word',
      'They held 1,200 prisoners.',
      'They held 1,350 prisoners.',
      'They held[- 1,200-]{+ 1,350+} prisoners.',
    ],
    [
      'a comma more is no other word',
      'Guards beat him and fled.',
      'Guards beat him, and fled.',
      'Guards beat him{+,+} and fled.',
    ],
    [
      'a sum keeps its sign',
      'A fine of $77 was due.',
      'A fine of $79 was due.',
      'A fine of $[-77-]{+79+} was due.',
    ],
    [
      'an owner is another word',
      'The minister’s aide spoke.',
      'The minister spoke.',
      'The[- minister’s aide-]{+ minister+} spoke.',
    ],
    [
      'an abbreviation is one word',
      'The U.S. envoy left.',
      'The UN envoy left.',
      'The[- U.S.-]{+ UN+} envoy left.',
    ],
    [
      'a compound is one word',
      'A long-term plan failed.',
      'A short-term plan failed.',
      'A[- long-term-]{+ short-term+} plan failed.',
    ],
    [
      'a name changes as a whole',
      'Police arrested Oren Talbeck in Marsh.',
      'Police arrested Ida Vell in Marsh.',
      'Police arrested[- Oren Talbeck-]{+ Ida Vell+} in Marsh.',
    ],
    [
      'a sentence that is gone goes as a whole',
      'It rained. It was cold. It was dark.',
      'It rained. It was dark.',
      'It rained.[- It was cold.-] It was dark.',
    ],
    [
      'a sentence that came, comes as a whole',
      'The law bans it. The court acts.',
      'The law bans it. The police act. The court acts.',
      'The law bans it.{+ The police act.+} The court acts.',
    ],
    ['nothing in common', 'Alpha beta.', 'Gamma delta', '[-Alpha beta.-]{+Gamma delta+}'],
    ['all is new', '', 'New words', '{+New words+}'],
    ['all is gone', 'Old words', '', '[-Old words-]'],
  ])('%s', (_, left, right, drawn) => {
    expect(draw(left, right)).toBe(drawn);
  });

  it('is shown in phrases: a lone “the” or “of” between changes is no word that was kept', () => {
    const left = 'Inspectors of the northern harbour closed the fish market without notice.';
    const right = 'Judges from the capital reopened the grain exchange after appeal.';
    expect(draw(left, right)).toBe(
      '[-Inspectors of the northern harbour closed the fish market without notice-]{+Judges from the capital reopened the grain exchange after appeal+}.',
    );
  });

  it('is nothing where only white space, quotes and dashes have another form', () => {
    const { pieces, score } = diffWords(
      'He said “no” – twice, in the year’s end.',
      'He  said "no" — twice, in the year\'s end.',
    );
    expect(pieces.map(({ kind }) => kind)).toEqual(['same']);
    expect(score).toBe(1);
  });

  it('tells words in another case apart, for a quotation must be exact', () => {
    expect(draw('The Government agreed.', 'The government agreed.')).toBe(
      'The[- Government-]{+ government+} agreed.',
    );
  });

  it('counts words and not punctuation', () => {
    expect(diffWords('One, two three.', 'One two four five')).toMatchObject({
      kept: 2,
      removed: 1,
      added: 2,
      score: 4 / 7,
    });
    expect(diffWords('', '').score).toBe(1);
    expect(diffWords('a', '').score).toBe(0);
  });

  it('of long texts has the whole of both, and says the same as it would piece by piece', () => {
    const random = makeRandom(7);
    const words = Array.from({ length: 400 }, (_, i) => `${'bcdfg'[i % 5]}a${i}`);
    const left = Array.from({ length: 6000 }, () => words[Math.floor(random() * 400)]).join(' ');
    const right = rewordText(left, words, 0.1, random);
    const { pieces, score } = diffWords(left, right);
    const texts = listPieceTexts(pieces, left, right);
    expect(
      texts
        .flatMap(({ kind, text }) => (kind === 'added' ? [] : [text]))
        .join('')
        .split(' '),
    ).toHaveLength(6000);
    expect(texts.flatMap(({ kind, text }) => (kind === 'removed' ? [] : [text])).join('')).toBe(right);
    expect(score).toBeGreaterThan(0.9);
  });

  it('stays small in time and memory where two long texts have nothing to hold on to', () => {
    const left = 'ta '.repeat(9000);
    const right = `${'ta to '.repeat(4500)}`;
    expect(diffWords(left, right).pieces.length).toBeGreaterThan(0);
  });
});
