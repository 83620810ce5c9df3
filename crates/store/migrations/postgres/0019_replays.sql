-- What was answered to writes that carry a key of their own, so that one that is sent again is done
-- once. `status` is null while the first is being answered.
CREATE TABLE replay (
  actor      BIGINT NOT NULL,
  idem_key   TEXT COLLATE "C" NOT NULL,
  request    BYTEA NOT NULL,
  status     INTEGER,
  kind       TEXT COLLATE "C" NOT NULL,
  answer     BYTEA,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (actor, idem_key)
);

CREATE INDEX replay_by_time ON replay (created_at);
CREATE INDEX replay_by_actor ON replay (actor, created_at);
