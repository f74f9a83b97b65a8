/** Letters that fonts draw as one, as they come out of a PDF. */
const LIGATURES: ReadonlyMap<string, string> = new Map([
  ['ﬀ', 'ff'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
]);

/** Soft hyphens and marks of direction, which stand inside words and are seen by nobody. */
const UNSEEN = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;

/** A word cut at the end of a line: "govern-", then "ment". Some viewers paste the line's end as a space. */
const CUT_WORD = /(\p{L}+)[-\u2010]\s+(\p{L}+)/gu;

/** `³`, `[12]`, and digits that stand right behind the mark at a clause's end. */
const FOOTNOTE = /[⁰¹²³⁴-⁹]+|\[\d{1,3}\]|(?<=[\p{L})\]][.,;:!?”"’']{1,2})\d{1,3}(?=[\s.,;:)]|$)/gu;

/** Digits behind the sentence's last full stop, whatever stands before it: "in 2015.13". */
const LAST_FOOTNOTE = /(?<=[.!?][)\]’'”"]{0,2})\d{1,3}$/;

/** Digits that stand right behind a word: "killed12". */
const WORD_WITH_DIGITS = /(\p{L}{2,})(\d{1,3})(?![\p{L}\d])/gu;

/** What a quoting hand adds: "[sic]", "(emphasis added)". */
const REMARK = /[[(](?:sic|emphasis (?:added|in original|supplied)|citations? omitted)[\])]/gi;

/**
 * Takes out of a pasted sentence what its way here put in: hyphens at line ends, ligatures, footnote marks, remarks
 * of who quotes, and the brackets of changed letters ("[T]he", "report[ed]").
 * @param isWord whether the reports have this word (lower case); a hyphen between two words stays, "well-known"
 */
export function mendPaste(text: string, isWord: (word: string) => boolean): string {
  return text
    .replace(UNSEEN, '')
    .replace(/[ﬀ-ﬄ]/g, (letter) => LIGATURES.get(letter) ?? letter)
    .replace(CUT_WORD, (cut: string, start: string, end: string) =>
      isWord(`${start}${end}`.toLowerCase()) ? start + end : cut,
    )
    .replace(FOOTNOTE, '')
    .replace(LAST_FOOTNOTE, '')
    .replace(WORD_WITH_DIGITS, (both: string, word: string) =>
      !isWord(both.toLowerCase()) && isWord(word.toLowerCase()) ? word : both,
    )
    .replace(REMARK, '')
    .replace(/\[(\p{L})\]|(?<=\p{L})\[(\p{L}+)\]|\[(\p{L}+)\](?=\p{L})/gu, '$1$2$3');
}
