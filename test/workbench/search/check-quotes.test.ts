import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CheckedSentence } from '../../../src/domain/quote-check.ts';
import { openSampleLibrary } from '../../store/sample-library.ts';

let library: Awaited<ReturnType<typeof openSampleLibrary>>;
beforeAll(async () => {
  library = await openSampleLibrary();
});
afterAll(() => library.remove());

/** Stands in the report of 2024 on Velmora. */
const SENTENCE =
  'In March an appeal court confirmed the acquittal of the patrol that shot two wool traders dead near the Grest pass in 2022.';

async function checkOne(text: string): Promise<CheckedSentence> {
  const { sentences } = await library.workbench.checkQuotes(text);
  const [longest] = [...sentences].sort((a, b) => b.sentence.text.length - a.sentence.text.length);
  if (longest === undefined) throw new Error('There is no sentence.');
  return longest;
}

describe('a pasted sentence', () => {
  test('stands word for word in the passages that have it', async () => {
    const { verdict, places, editions } = await checkOne(SENTENCE);
    expect(verdict).toBe('verbatim');
    expect(editions).toEqual([2024]);
    expect(places.map(({ report }) => `${report.edition}/${report.area}`)).toEqual(['2024/zza']);
  });

  test('all editions are named, oldest first', async () => {
    const { editions, placeCount } = await checkOne('This is an invented report about an invented country.');
    expect(editions).toEqual([2022, 2023, 2024]);
    expect(placeCount).toBe(9);
  });

  test.each([
    ['other punctuation and capitals', SENTENCE.replace('confirmed', 'CONFIRMED').replace(' near', ', near')],
    ['quotation marks around it and a footnote', `The report says: “${SENTENCE}”12 We agree.`],
    ['a mark of omission', SENTENCE.replace('the acquittal of ', '. . . ')],
    ['a mark of omission in brackets', SENTENCE.replace('the acquittal of ', '[…] ')],
    ['a changed first letter', `We know that “[i]${SENTENCE.slice(1)}”`],
    ['line ends and cut words', SENTENCE.replace('acquittal', 'acquit-\ntal').replace('near ', 'near\r\n')],
    ['the number of a footnote', `It was said before.7 ${SENTENCE}8 And then more.`],
  ])('is found word for word with %s', async (_, text) => {
    expect(await checkOne(text)).toMatchObject({ verdict: 'verbatim', editions: [2024] });
  });

  test('parts around a mark of omission must stand in their order', async () => {
    const { verdict } = await checkOne(
      'shot two wool traders dead near the Grest pass … an appeal court confirmed the acquittal',
    );
    expect(verdict).not.toBe('verbatim');
  });

  test('of which some words were changed is nearly there, and the words are told', async () => {
    const { verdict, nearest, editions } = await checkOne(
      SENTENCE.replace('confirmed', 'upheld').replace('wool traders', 'merchants'),
    );
    expect(verdict).toBe('near');
    expect(editions).toEqual([2024]);
    expect(nearest?.score).toBeGreaterThan(0.75);
    expect(nearest?.score).toBeLessThan(1);
    expect(nearest?.pieces.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'pasted', text: 'upheld' },
      { kind: 'report', text: 'confirmed' },
      { kind: 'pasted', text: 'merchants' },
      { kind: 'report', text: 'wool traders' },
    ]);
  });

  test('of which half the words differ is not found here', async () => {
    const { verdict, nearest, places } = await checkOne(
      'In April a famous painter praised the colours of a boat that carried nine musicians across the quiet bay.',
    );
    expect({ verdict, nearest, places }).toEqual({ verdict: 'not-found', nearest: null, places: [] });
  });

  test('of fewer than five words proves nothing', async () => {
    expect((await checkOne('The appeal court confirmed.')).verdict).toBe('too-short');
  });
});

describe('a pasted text', () => {
  test('counts its sentences by what was found', async () => {
    const {
      counts,
      sentences,
      library: stamp,
    } = await library.workbench.checkQuotes(
      `Our brief says little. “${SENTENCE}” Nobody painted the quiet boat in the bay that summer.`,
    );
    expect(counts).toEqual({ verbatim: 1, near: 0, 'not-found': 1, 'too-short': 1 });
    expect(sentences.map(({ sentence }) => sentence.quoted)).toEqual([false, true, false]);
    expect(stamp.reports).toBe(9);
  });

  test.each([
    ['nothing', '  \n ', 'There is nothing to check.'],
    ['too much', 'word '.repeat(10_001), 'The text is too long to be checked at once.'],
  ])('%s is refused in words', async (_, text, message) => {
    await expect(library.workbench.checkQuotes(text)).rejects.toMatchObject({
      kind: 'invalid-input',
      message,
    });
  });
});
