-- Versions of the charter as they were adopted; each hash covers the one before.
CREATE TABLE version (
  number         INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 65535),
  text           TEXT NOT NULL,
  in_force_from  BIGINT NOT NULL,
  known_position BIGINT NOT NULL,
  recorded_at    BIGINT NOT NULL,
  who            TEXT NOT NULL,
  trial          SMALLINT NOT NULL CHECK (trial IN (0, 1)),
  hash           BYTEA NOT NULL
);

-- Holidays, append-only: the last row of a date says whether it is one.
CREATE TABLE holiday (
  sequence       BIGINT PRIMARY KEY,
  date           TEXT NOT NULL,
  name           TEXT NOT NULL,
  closed         SMALLINT NOT NULL CHECK (closed IN (0, 1)),
  known_position BIGINT NOT NULL,
  recorded_at    BIGINT NOT NULL
);
