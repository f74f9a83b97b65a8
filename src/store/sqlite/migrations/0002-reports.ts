/**
 * Reports by version, with everything that is read of them but the bytes.
 *
 * A passage's id is its version's id times 2^24 plus its order in the report: the passages of a version lie side
 * by side, so that a report is one range of the table, and `id >> 24` names the version without a column of its
 * own. That is why removing a version removes its passages by range and not by a foreign key.
 *
 * `written` is the revision at which the rows were written: what was read of a version stays true while it stays.
 * Topics are ids with a space between them, in `section` with their relation: `torture:exact`. The text stands
 * last in its row, so that what is asked without it need not read past it.
 */
export const CREATE_REPORTS = `
CREATE TABLE report_version (
  id INTEGER PRIMARY KEY,
  edition INTEGER NOT NULL,
  area TEXT NOT NULL,
  version TEXT NOT NULL,
  newest INTEGER NOT NULL DEFAULT 0 CHECK (newest IN (0, 1)),
  written INTEGER NOT NULL,
  title TEXT NOT NULL,
  area_name TEXT NOT NULL,
  section_count INTEGER NOT NULL,
  passage_count INTEGER NOT NULL,
  passage_words INTEGER NOT NULL,
  heading_words INTEGER NOT NULL,
  finding_count INTEGER NOT NULL,
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  UNIQUE (edition, area, version)
) STRICT;

CREATE UNIQUE INDEX newest_version ON report_version (edition, area) WHERE newest = 1;

CREATE TABLE section (
  report_version INTEGER NOT NULL REFERENCES report_version (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL,
  parent INTEGER,
  depth INTEGER NOT NULL,
  label TEXT,
  heading TEXT NOT NULL,
  printed TEXT NOT NULL,
  topics TEXT NOT NULL,
  first_passage INTEGER NOT NULL,
  passage_count INTEGER NOT NULL,
  end_passage INTEGER NOT NULL,
  PRIMARY KEY (report_version, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  section INTEGER NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  words INTEGER NOT NULL,
  digest TEXT NOT NULL,
  topics TEXT NOT NULL,
  label TEXT,
  under_label TEXT,
  marks TEXT,
  text TEXT NOT NULL
) STRICT;

CREATE INDEX passage_label ON passage (label, section, kind, topics) WHERE label IS NOT NULL;

CREATE TABLE stretch (
  report_version INTEGER NOT NULL REFERENCES report_version (id) ON DELETE CASCADE,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  section INTEGER NOT NULL,
  words INTEGER NOT NULL,
  topics TEXT NOT NULL,
  PRIMARY KEY (report_version, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
  report_version INTEGER NOT NULL REFERENCES report_version (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  section TEXT,
  detail TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (report_version, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE boilerplate (
  report_version INTEGER NOT NULL REFERENCES report_version (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  rule TEXT NOT NULL,
  words INTEGER NOT NULL,
  PRIMARY KEY (report_version, ordinal)
) STRICT, WITHOUT ROWID;
`;
