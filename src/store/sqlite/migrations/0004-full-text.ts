/**
 * The full text of the newest versions' passages. Older versions are left out: a search that counted a report
 * twice because it was amended would give numbers nobody can use; an older version is read by its address.
 *
 * The text itself stays in `passage` (external content). Merging less eagerly than by default takes a quarter off
 * an import and leaves some twenty segments, which a search does not feel; a crisis merge, which would hold one
 * save up for long, comes only where the ordinary merging cannot keep step.
 */
export const CREATE_FULL_TEXT = `
CREATE VIRTUAL TABLE full_text USING fts5 (
  text,
  content = 'passage',
  content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2'
);

INSERT INTO full_text (full_text, rank) VALUES ('automerge', 16);
INSERT INTO full_text (full_text, rank) VALUES ('crisismerge', 32);
`;
