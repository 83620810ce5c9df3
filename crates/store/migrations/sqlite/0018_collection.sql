-- Who may send events, by the hash of a key that is shown once. `origins` are the sites from which
-- browsers may send with it, one to a line; `*` is any.
CREATE TABLE write_key (
  id         INTEGER PRIMARY KEY,
  digest     BLOB NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  origins    TEXT NOT NULL,
  made_at    INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;

-- What events mean beyond their standard names; the last one holds.
CREATE TABLE event_mapping (
  id   INTEGER PRIMARY KEY,
  at   INTEGER NOT NULL,
  who  TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- Ranges of positions whose leads are not marked as unsettled yet: what comes in as a stream is
-- marked together, each lead once.
CREATE TABLE arrived (
  last  INTEGER PRIMARY KEY,
  first INTEGER NOT NULL
) STRICT;
