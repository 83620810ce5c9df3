-- Whose identifying values were removed, by random ids alone: derived from erasure facts, and kept
-- beside the backups too, so that a restore of an older one removes them again.
CREATE TABLE erasure (
  subject     BIGINT PRIMARY KEY,
  recorded_at BIGINT NOT NULL,
  -- Whether they are gone from everywhere that we keep, and not from the tables alone.
  cleaned     SMALLINT NOT NULL CHECK (cleaned IN (0, 1))
);

-- The server samples the values of columns to plan by; no sample of these is taken.
ALTER TABLE identifier ALTER COLUMN value SET STATISTICS 0;
ALTER TABLE personal ALTER COLUMN value SET STATISTICS 0;
