-- What the engine decided and how it corrected itself, append-only: the changes of one lead that
-- were recorded together, in a few bytes each. `sequence` is that of the first of them and counts
-- over all leads. The changes of the former table move here.
CREATE TABLE change_set (
  lead           INTEGER NOT NULL,
  sequence       INTEGER NOT NULL,
  known_position INTEGER NOT NULL,
  recorded_at    INTEGER NOT NULL,
  changes        BLOB NOT NULL,
  PRIMARY KEY (lead, sequence)
) STRICT, WITHOUT ROWID;

-- The last sequence that was given.
CREATE TABLE decided (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  last     INTEGER NOT NULL
) STRICT;
