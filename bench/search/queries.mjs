/**
 * Thirty fixed queries, from one hit to a hundred thousand. `typed` is asked of us with related spellings off, `fts` of
 * bare FTS5 (with stems, or on the table of words as written where `exact`), and `words` of the peers, which know
 * neither phrases nor NEAR: they look for all words, with `any` for one of them.
 */
export const QUERIES = [
  stems('government'),
  stems('the government'),
  stems('law'),
  stems('police'),
  stems('women'),
  stems('authorities reported'),
  stems('prison conditions'),
  stems('torture'),
  stems('press freedom'),
  stems('trafficking persons'),
  stems('journalists arrested'),
  stems('child marriage'),
  stems('domestic violence shelters'),
  stems('judiciary corruption'),
  stems('internet shutdown'),
  stems('collective bargaining strike'),
  stems('stateless'),
  stems('apostasy'),
  stems('bride kidnapping'),
  stems('celestial'),
  // A sentence typed without quotation marks.
  stems('the government did not give the people of the north a right to their land'),
  { typed: 'torture OR beating OR rape', fts: 'torture OR beating OR rape', any: true },
  { typed: '(prison OR detention) overcrowding', fts: '(prison OR detention) AND overcrowding' },
  { typed: 'prison -women', fts: 'prison NOT women' },
  { typed: 'prison NEAR/5 food', fts: 'NEAR(prison food, 5)' },
  exact('"the government"'),
  exact('"solitary confinement"'),
  exact('"rule of law"'),
  exact('"human rights defenders"'),
  { typed: 'journalis*', fts: 'journalis*', exact: true, prefix: true },
].map((query) => ({
  ...query,
  words: query.typed.match(/\p{L}+/gu).filter((word) => !/^(OR|NEAR)$/.test(word)),
}));

/** Those that every passage of the state's own prose has. */
export const BROADEST = ['government', 'the government'];

function stems(typed) {
  return { typed, fts: typed };
}

function exact(typed) {
  return { typed, fts: typed, exact: true };
}
