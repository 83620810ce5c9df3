-- Whether a version withdrew those that were not in force yet when it was adopted: they stay where
-- they are, and never decide.
ALTER TABLE version ADD COLUMN replaces_pending SMALLINT NOT NULL DEFAULT 0
  CHECK (replaces_pending IN (0, 1));
