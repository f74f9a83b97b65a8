/**
 * The captures behind the versions. Ids grow in the order of saving, and a capture keeps its id when another
 * reader reads it again. The bytes have a table of their own, so that lists of captures do not wade through them.
 */
export const CREATE_CAPTURES = `
CREATE TABLE capture (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_version INTEGER NOT NULL REFERENCES report_version (id),
  sha256 TEXT NOT NULL UNIQUE,
  address TEXT NOT NULL,
  host TEXT NOT NULL,
  captured_address TEXT,
  captured_at TEXT,
  captured_at_source TEXT,
  bytes INTEGER NOT NULL,
  imported_from TEXT NOT NULL,
  reader_version TEXT NOT NULL
) STRICT;

CREATE INDEX capture_version ON capture (report_version);

CREATE TABLE capture_bytes (
  capture INTEGER PRIMARY KEY REFERENCES capture (id) ON DELETE CASCADE,
  encoding TEXT NOT NULL,
  data BLOB NOT NULL
) STRICT;
`;
