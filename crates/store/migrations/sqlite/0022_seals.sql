-- Periods whose figures were reported: an edition is never changed, and each hash is over its
-- content and the hash of the seal before.
CREATE TABLE seal (
  id         INTEGER PRIMARY KEY,
  from_at    INTEGER NOT NULL,
  until_at   INTEGER NOT NULL,
  position   INTEGER NOT NULL,
  version    INTEGER NOT NULL,
  sealed_at  INTEGER NOT NULL,
  who        TEXT NOT NULL,
  edition    TEXT NOT NULL,
  hash       BLOB NOT NULL,
  UNIQUE (from_at, until_at)
) STRICT;
