-- The ledger: append-only, positions without gaps from 1; many facts to a row, in a few bytes each.
-- `last` is the position of the last of them. The facts of the former table move here.
CREATE TABLE segment (
  last        INTEGER PRIMARY KEY,
  recorded_at INTEGER NOT NULL,
  import      INTEGER REFERENCES import (id),
  facts       BLOB NOT NULL
) STRICT;

-- Where the facts of each subject are, and which are known; all of it follows from the segments.
-- The newest facts, by subject and key.
CREATE TABLE recent (
  subject  INTEGER NOT NULL,
  key      INTEGER NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (subject, key)
) STRICT, WITHOUT ROWID;

-- A range of positions before them, with the least and the greatest subject.
CREATE TABLE run (
  last  INTEGER PRIMARY KEY,
  first INTEGER NOT NULL,
  low   INTEGER NOT NULL,
  high  INTEGER NOT NULL
) STRICT;

-- Where the facts of the subjects from this one on are, in order of subject.
CREATE TABLE run_block (
  run     INTEGER NOT NULL,
  subject INTEGER NOT NULL,
  number  INTEGER NOT NULL,
  places  BLOB NOT NULL,
  PRIMARY KEY (run, subject, number)
) STRICT, WITHOUT ROWID;

-- Which facts may be in a run.
CREATE TABLE run_filter (
  run  INTEGER NOT NULL,
  part INTEGER NOT NULL,
  bits BLOB NOT NULL,
  PRIMARY KEY (run, part)
) STRICT;
