-- Who changed what apart from facts; append-only.
CREATE TABLE audit (
  id         INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL,
  who        TEXT NOT NULL,
  what       TEXT NOT NULL,
  before     TEXT NOT NULL,
  after      TEXT NOT NULL
) STRICT;
