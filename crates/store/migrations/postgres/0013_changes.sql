-- What the engine decided and how it corrected itself, append-only: the changes of one lead that
-- were recorded together, in a few bytes each. `sequence` is that of the first of them and counts
-- over all leads. The changes of the former table move here.
CREATE TABLE change_set (
  lead           BIGINT NOT NULL,
  sequence       BIGINT NOT NULL,
  known_position BIGINT NOT NULL,
  recorded_at    BIGINT NOT NULL,
  changes        BYTEA NOT NULL,
  PRIMARY KEY (lead, sequence)
);

-- The last sequence that was given.
CREATE TABLE decided (
  only_row SMALLINT PRIMARY KEY CHECK (only_row = 1),
  last     BIGINT NOT NULL
);
