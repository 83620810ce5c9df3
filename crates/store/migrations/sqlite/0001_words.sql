-- "TAND": tells a Tandem ledger from any other SQLite file.
PRAGMA application_id = 1413566020;

-- Words and codes by their numbers; append-only, a number keeps its meaning.
-- The empty word has the number 0 and is not stored.
CREATE TABLE word (
  id   INTEGER PRIMARY KEY CHECK (id > 0),
  text TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE code (
  id   INTEGER PRIMARY KEY CHECK (id >= 0),
  kind INTEGER NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;
