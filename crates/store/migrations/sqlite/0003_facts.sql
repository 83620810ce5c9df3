-- One file brought in, with how its columns were read and what became of its rows.
CREATE TABLE import (
  id            INTEGER PRIMARY KEY,
  file          TEXT NOT NULL,
  mapping       TEXT NOT NULL,
  started_at    INTEGER NOT NULL,
  finished_at   INTEGER,
  rows_read     INTEGER NOT NULL DEFAULT 0,
  rows_rejected INTEGER NOT NULL DEFAULT 0,
  facts_new     INTEGER NOT NULL DEFAULT 0,
  facts_known   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The ledger: append-only, positions without gaps from 1.
-- The store checks that a subject is known, once for each subject of a batch; a foreign key would
-- look it up for every row.
CREATE TABLE fact (
  position    INTEGER PRIMARY KEY,
  subject     INTEGER NOT NULL,
  key         INTEGER NOT NULL,
  occurred_at INTEGER NOT NULL,
  precision   INTEGER NOT NULL,
  code        INTEGER NOT NULL,
  tag         INTEGER NOT NULL,
  bits        INTEGER NOT NULL,
  actor       INTEGER NOT NULL,
  origin      INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  import      INTEGER REFERENCES import (id)
) STRICT;

CREATE UNIQUE INDEX fact_by_subject ON fact (subject, key);
