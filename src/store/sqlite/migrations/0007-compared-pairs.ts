/**
 * What was derived from two versions beside each other: it can be made again at any time, is no part of what the
 * library holds, and raises no revision. A row goes with either of its versions.
 *
 * `basis` names all that a row depends on besides the versions' words: how they were read, and how compared. A row of
 * another basis is as good as none.
 */
export const CREATE_COMPARED_PAIRS = `
CREATE TABLE compared_pair (
  id INTEGER PRIMARY KEY,
  left_version INTEGER NOT NULL REFERENCES report_version (id) ON DELETE CASCADE,
  right_version INTEGER NOT NULL REFERENCES report_version (id) ON DELETE CASCADE,
  basis TEXT NOT NULL,
  counts TEXT NOT NULL,
  links TEXT NOT NULL,
  UNIQUE (left_version, right_version)
) STRICT;

CREATE INDEX compared_pair_right ON compared_pair (right_version);
`;
