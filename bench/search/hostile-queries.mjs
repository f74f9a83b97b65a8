const BROAD =
  'the of and to in a for or by on that were with not as from was government law is at an be which persons it had are their rights women police authorities did report have this other human there national during country who its children reports but'.split(
    ' ',
  );
const WORDS = [
  ...BROAD,
  'torture',
  'prison',
  'anti-Semitism',
  'Türkiye',
  'labor',
  'FGM/C',
  'co-operate',
  'ſtraße',
  'x',
];
const OPERATORS = [
  'AND',
  'OR',
  'NOT',
  'NEAR',
  'NEAR/1',
  'NEAR/200',
  'NEAR/999999',
  '-',
  '(',
  ')',
  '"',
  '“',
  '*',
  'heading:',
];
const FIELDS = ['year:', 'area:', 'topic:', 'section:', 'heading:', 'text:', 'YEAR:', 'region:'];
const VALUES = [
  '2021',
  '2016-2024',
  '9999',
  'mali',
  'all',
  'torture',
  '1.c',
  '',
  '"',
  '-',
  '2024-2016',
  '"south asia"',
  '%',
  '*',
];
const CODE = [
  "'; DROP TABLE passage; --",
  'full_text MATCH "a"',
  'NEAR("a" "b", 5)',
  'text : {a b} + c ^d',
  '" OR 1=1 --',
  '{text}: x',
  'a AND (b',
  '\\" \\\\ \\x00',
  '%00%ff',
  '<script>alert(1)</script>',
  '${7*7}',
];
const STRANGE = [
  '\u0000',
  '\u0007',
  '\u200B',
  '\u200D',
  '\uFEFF',
  '\u202E',
  '\u2066',
  '\u00AD',
  '\u0301',
  '\uD800',
  '\uDFFF',
  '\uFFFF',
  '😀',
  '👩‍👩‍👧',
  'العربية',
  'עברית',
  '中文',
  '한국어',
  'हिन्दी',
  'ﬁ',
  'ß',
  'İ',
  '…',
  '—',
  '’',
  '\u2028',
  '\t',
  '\n',
];

/** Soup of operators, code, strange characters and storms of words that cost much. */
export function makeHostileQueries(count, seed) {
  const random = makeRandom(seed);
  const upTo = (most) => Math.floor(random() * most);
  const pick = (list) => list[upTo(list.length)];
  const many = (length, make) => Array.from({ length }, make);
  const letters = () => String.fromCharCode(97 + upTo(26)) + String.fromCharCode(97 + upTo(26));
  const phrase = () => `"${many(1 + upTo(5), () => pick(BROAD)).join(' ')}"`;
  const kinds = [
    () =>
      many(1 + upTo(30), () => pick([pick(WORDS), pick(OPERATORS), pick(FIELDS) + pick(VALUES)])).join(
        pick([' ', ' ', '']),
      ),
    () => many(1 + upTo(12), () => pick(OPERATORS)).join(pick([' ', ''])),
    () => many(1 + upTo(4), () => pick(CODE)).join(' '),
    () =>
      many(1 + upTo(20), () => pick(STRANGE) + pick([...STRANGE, ...WORDS])).join(pick(['', ' ', ' OR '])),
    () => many(1 + upTo(400), () => String.fromCodePoint(upTo(0x3000))).join(''),
    () => many(20 + upTo(40), () => pick(BROAD)).join(' OR '),
    () => many(5 + upTo(40), () => `${letters()}*`).join(pick([' OR ', ' ', ' NOT '])),
    () => many(2 + upTo(20), () => pick(BROAD)).join(` NEAR/${pick([1, 5, 200])} `),
    () =>
      `(${many(1 + upTo(20), () => pick(BROAD)).join(' OR ')}) NEAR/200 (${many(1 + upTo(20), () => pick(WORDS)).join(' OR ')})`,
    () => many(1 + upTo(20), () => `${pick(BROAD)} NEAR/${1 + upTo(200)} ${pick(BROAD)}`).join(' OR '),
    () => many(1 + upTo(12), () => `${phrase()}${pick(['', '', '*'])}`).join(pick([' OR ', ' NEAR ', ' '])),
    () => many(2 + upTo(12), () => pick(WORDS)).join('-'),
    () => many(2 + upTo(22), () => `(${pick(BROAD)} OR ${pick(BROAD)})`).join(' ') + pick(['', ' zzzz']),
    () => `${'('.repeat(upTo(60))}${pick(WORDS)}${')'.repeat(upTo(60))}`,
    () => many(1 + upTo(40), () => pick(['NOT', '-', 'NOT -', ''])).join(' ') + pick(WORDS),
    () => pick([pick(WORDS), pick(OPERATORS), pick(CODE), pick(STRANGE)]).repeat(1 + upTo(3_000)),
  ];
  return many(count, () => pick(kinds)());
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function makeRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
