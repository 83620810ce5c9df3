-- What was answered to writes that carry a key of their own, so that one that is sent again is done
-- once. `status` is null while the first is being answered.
CREATE TABLE replay (
  actor      INTEGER NOT NULL,
  idem_key   TEXT NOT NULL,
  request    BLOB NOT NULL,
  status     INTEGER,
  kind       TEXT NOT NULL,
  answer     BLOB,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (actor, idem_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX replay_by_time ON replay (created_at);
CREATE INDEX replay_by_actor ON replay (actor, created_at);
