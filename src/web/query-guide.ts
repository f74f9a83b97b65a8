/** One thing that can be typed into a search. */
export interface GuideEntry {
  /** As it is written. */
  readonly sign: string;
  readonly means: string;
  /** A search that finds something, in the real pages and in the samples. */
  readonly example: string;
  /** The same for the samples, where the example speaks of a real country. */
  readonly sampleExample?: string;
}

/** The query language, an entry for everything that can be typed: for the pages, and for docs/guide/searching.md. */
export const QUERY_GUIDE: readonly GuideEntry[] = [
  {
    sign: 'words',
    means:
      'Passages in which all of the words stand, in any order. English forms count as one word: “arrest” finds “arrested” and “arrests” too.',
    example: 'prison doctors',
  },
  {
    sign: '"exact words"',
    means: 'These words in this order, exactly as written; other forms do not count.',
    example: '"pretrial detention"',
  },
  {
    sign: '"word"',
    means: 'In quotation marks a single word is exact too: neither its other forms nor related spellings.',
    example: '"beaten"',
  },
  {
    sign: 'OR',
    means: 'One of the two, or both. In capital letters.',
    example: 'bribery OR corruption',
  },
  {
    sign: 'AND',
    means: 'Both; the same as nothing between them, but binds tighter than OR.',
    example: 'beatings AND prosecutors',
  },
  {
    sign: 'NOT, -word',
    means: 'Passages without it. A minus sign stands right before a word, phrase or parenthesis.',
    example: 'prison -women',
  },
  {
    sign: '( )',
    means: 'What stands inside is read first.',
    example: '(police OR wardens) complaints',
  },
  {
    sign: 'NEAR/5',
    means:
      'Both, in any order, with at most so many words between them; NEAR alone means 10. Between words, phrases, or words joined by OR in parentheses.',
    example: 'complaints NEAR/5 prosecutors',
  },
  {
    sign: 'begin*',
    means: 'Words that begin so; at least two letters before the asterisk.',
    example: 'detain*',
  },
  {
    sign: 'heading:',
    means: 'Passages under a heading or run-in label with the word or phrase.',
    example: 'heading:prison doctors',
  },
  {
    sign: 'year:',
    means: 'Only in these editions: one, several, or from one to another.',
    example: 'torture year:2022-2023',
  },
  {
    sign: 'area:',
    means:
      'Only on this country, area or region: its name, an older name, or its code. In quotation marks if it has several words.',
    example: 'prison area:mali',
    sampleExample: 'prison area:velmora',
  },
  {
    sign: 'topic:',
    means: 'Only where the reports speak of this topic, under whatever heading.',
    example: 'doctors topic:prison-conditions',
  },
  {
    sign: 'section:',
    means: 'Only in the section with this number, as each edition numbers them.',
    example: 'prosecutors section:1.c',
  },
];

/** What the search does by itself, without a sign. */
export const SEARCH_MANNERS: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: 'Word forms',
    text: 'A word is looked for in all its English forms, found by their stem. A stem may join more than is wanted: “execution” counts “executive” too, “minor” counts “minority”. The page lists the forms it counted. Quotation marks switch that off.',
  },
  {
    title: 'Related spellings',
    text: 'Some things have two names or spellings: labor and labour, Turkey and Türkiye, FGM and female genital mutilation. Who searches for one finds the other; the page shows what was added, and one press leaves it out.',
  },
  {
    title: 'Capitals and accents',
    text: 'They never matter: “turkiye” finds “Türkiye”. Only the operators OR, AND, NOT and NEAR are written in capital letters.',
  },
  {
    title: 'Slips',
    text: 'A quotation mark or parenthesis left open is closed at the end. A query without any word or filter is refused, and not taken for all passages. Whatever was read otherwise than typed is said above the results, with what was searched, every operator written out.',
  },
  {
    title: 'Counts',
    text: 'A number of hits stands beside what was searched, how much was searched, and the version of the library: with the same three anybody finds the same number. Counted are passages, not occurrences. What filters leave out, -area:mali too, is not among what was searched.',
  },
  {
    title: 'Limits',
    text: 'A query may have 2,000 characters and 48 words and filters. One that would keep others waiting, such as the most frequent words near each other, is refused with the reason and what to leave out; it never gives fewer hits instead.',
  },
];

/** The part of docs/guide/searching.md that repeats what stands here. */
export function writeGuideTable(): string {
  const rows = QUERY_GUIDE.map(({ sign, means, example }) => `| \`${sign}\` | ${means} | \`${example}\` |`);
  return ['| written | finds | example |', '|---|---|---|', ...rows].join('\n');
}

/** The same of what the search does by itself. */
export function writeGuideManners(): string {
  return SEARCH_MANNERS.map(({ title, text }) => `- **${title}.** ${text}`).join('\n');
}
