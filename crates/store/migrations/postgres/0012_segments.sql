-- The ledger: append-only, positions without gaps from 1: no sequence, whose numbers would come
-- out of order and with gaps, but the next number for whoever holds the lock of writers. Many
-- facts to a row, in a few bytes each. `last` is the position of the last of them. The facts of the
-- former table move here.
CREATE TABLE segment (
  last        BIGINT PRIMARY KEY,
  recorded_at BIGINT NOT NULL,
  import      BIGINT REFERENCES import (id),
  facts       BYTEA NOT NULL
);
-- Two rows to a page, and nothing beside them.
ALTER TABLE segment ALTER COLUMN facts SET STORAGE PLAIN;

-- Where the facts of each subject are, and which are known; all of it follows from the segments.
-- The newest facts, by subject and key.
CREATE TABLE recent (
  subject  BIGINT NOT NULL,
  key      BIGINT NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (subject, key)
);

-- A range of positions before them, with the least and the greatest subject.
CREATE TABLE run (
  last  BIGINT PRIMARY KEY,
  first BIGINT NOT NULL,
  low   BIGINT NOT NULL,
  high  BIGINT NOT NULL
);

-- Where the facts of the subjects from this one on are, in order of subject.
CREATE TABLE run_block (
  run     BIGINT NOT NULL,
  subject BIGINT NOT NULL,
  number  BIGINT NOT NULL,
  places  BYTEA NOT NULL,
  PRIMARY KEY (run, subject, number)
);

-- Which facts may be in a run.
CREATE TABLE run_filter (
  run  BIGINT NOT NULL,
  part BIGINT NOT NULL,
  bits BYTEA NOT NULL,
  PRIMARY KEY (run, part)
);
ALTER TABLE run_filter ALTER COLUMN bits SET STORAGE EXTERNAL;
