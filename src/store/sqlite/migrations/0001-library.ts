/** The one row that counts the changes made to the library by any process. */
export const CREATE_LIBRARY = `
CREATE TABLE library (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL
) STRICT;

INSERT INTO library (id, revision) VALUES (1, 0);
`;
