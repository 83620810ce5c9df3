-- Whose identifying values were removed, by random ids alone: derived from erasure facts, and kept
-- beside the ledger too, so that a restore of an older backup removes them again.
CREATE TABLE erasure (
  subject     INTEGER PRIMARY KEY,
  recorded_at INTEGER NOT NULL,
  -- Whether they are gone from everywhere that we keep, and not from the tables alone.
  cleaned     INTEGER NOT NULL CHECK (cleaned IN (0, 1))
) STRICT;
