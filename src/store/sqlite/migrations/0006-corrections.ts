/**
 * What readers said against the automatic alignment. Rows are never removed, and nothing of them changes but who
 * withdrew the correction and when. A correction speaks of texts, so that no row points at a version: the texts may
 * come, go and come again.
 */
export const CREATE_CORRECTIONS = `
CREATE TABLE correction (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('pair', 'part')),
  area TEXT NOT NULL,
  left_edition INTEGER NOT NULL,
  left_version TEXT NOT NULL,
  left_section TEXT NOT NULL,
  left_passage INTEGER NOT NULL,
  left_digest TEXT NOT NULL,
  left_copy INTEGER NOT NULL,
  right_edition INTEGER NOT NULL,
  right_version TEXT NOT NULL,
  right_section TEXT NOT NULL,
  right_passage INTEGER NOT NULL,
  right_digest TEXT NOT NULL,
  right_copy INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  note TEXT,
  withdrawn_by TEXT,
  withdrawn_at TEXT,
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
) STRICT;

CREATE INDEX correction_reports ON correction (area, left_edition, right_edition);
`;
