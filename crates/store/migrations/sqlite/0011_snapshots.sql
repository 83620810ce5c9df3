-- Which ledger this is, by a random number that says nothing else, and how often stories became
-- others otherwise than by facts that were recorded: then what was made of them before is void.
CREATE TABLE ledger (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  id       TEXT NOT NULL,
  epoch    INTEGER NOT NULL
) STRICT;

INSERT INTO ledger (only_row, id, epoch) VALUES (1, lower(hex(randomblob(16))), 0);

-- The snapshots that were made of this ledger, by what is in their files: any other file is none
-- of its snapshots.
CREATE TABLE snapshot (
  hash     TEXT PRIMARY KEY,
  epoch    INTEGER NOT NULL,
  position INTEGER NOT NULL,
  format   INTEGER NOT NULL,
  made_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
