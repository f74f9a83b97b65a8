/**
 * The full text anew, by words as written: word forms are gathered by the search, which can then also look for a
 * word exactly. Older versions stay out of it, as before.
 *
 * Reports are saved some at a time, so that few segments arise; merging eagerly would take time from an import and
 * give nothing back.
 */
export const CREATE_EXACT_WORDS = `
DROP TABLE full_text;

CREATE VIRTUAL TABLE full_text USING fts5 (
  text,
  content = 'passage',
  content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO full_text (full_text, rank) VALUES ('automerge', 16);
INSERT INTO full_text (full_text, rank) VALUES ('crisismerge', 32);

INSERT INTO full_text (rowid, text)
SELECT passage.id, passage.text
FROM report_version JOIN passage ON passage.id BETWEEN report_version.id * 16777216 + 1
  AND report_version.id * 16777216 + 16777215
WHERE report_version.newest = 1;
`;
