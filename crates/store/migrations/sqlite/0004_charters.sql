-- Versions of the charter as they were adopted; each hash covers the one before.
CREATE TABLE version (
  number         INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 65535),
  text           TEXT NOT NULL,
  in_force_from  INTEGER NOT NULL,
  known_position INTEGER NOT NULL,
  recorded_at    INTEGER NOT NULL,
  who            TEXT NOT NULL,
  trial          INTEGER NOT NULL CHECK (trial IN (0, 1)),
  hash           BLOB NOT NULL
) STRICT;

-- Holidays, append-only: the last row of a date says whether it is one.
CREATE TABLE holiday (
  sequence       INTEGER PRIMARY KEY,
  date           TEXT NOT NULL,
  name           TEXT NOT NULL,
  closed         INTEGER NOT NULL CHECK (closed IN (0, 1)),
  known_position INTEGER NOT NULL,
  recorded_at    INTEGER NOT NULL
) STRICT;
