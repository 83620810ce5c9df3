-- Messages that leave once what they tell of is committed: about what, to whom, and how far they
-- are. They hold nothing that says who somebody is; names and addresses are looked up at sending.
-- `acts_at` is when to do something about one next: when it may leave, or when the claim of a node
-- that may have died ends; none when it is done with.
CREATE TABLE outbox (
  id         INTEGER PRIMARY KEY,
  key        TEXT NOT NULL UNIQUE,
  about      TEXT NOT NULL,
  kind       TEXT NOT NULL,
  subject    INTEGER,
  channel    TEXT NOT NULL,
  recipient  TEXT NOT NULL,
  payload    TEXT NOT NULL,
  digest     TEXT NOT NULL,
  not_before INTEGER NOT NULL,
  state      INTEGER NOT NULL,
  acts_at    INTEGER,
  attempts   INTEGER NOT NULL,
  may_be_out INTEGER NOT NULL,
  last_error TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  ended_at   INTEGER
) STRICT;
CREATE INDEX outbox_by_time ON outbox (acts_at) WHERE acts_at IS NOT NULL;
CREATE INDEX outbox_by_end ON outbox (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX outbox_by_about ON outbox (about);
CREATE INDEX outbox_by_digest ON outbox (digest) WHERE digest <> '';
CREATE INDEX outbox_by_state ON outbox (state, id);
CREATE INDEX outbox_by_recipient ON outbox (recipient, id);

-- How somebody wants to be told: one row for each kind and channel that differs from the usual.
CREATE TABLE notice_preference (
  person  TEXT NOT NULL,
  kind    TEXT NOT NULL,
  channel TEXT NOT NULL,
  rhythm  INTEGER NOT NULL,
  weekday INTEGER NOT NULL,
  hour    INTEGER NOT NULL,
  PRIMARY KEY (person, kind, channel)
) STRICT, WITHOUT ROWID;

-- Where messages go that are for programs and chat rooms. The secret signs what is sent; after a
-- change the one before signs too, until `former_until`.
CREATE TABLE webhook (
  id            TEXT PRIMARY KEY,
  format        INTEGER NOT NULL,
  url           TEXT NOT NULL,
  kinds         TEXT NOT NULL,
  audience      TEXT NOT NULL,
  secret        BLOB NOT NULL,
  former_secret BLOB NOT NULL,
  former_until  INTEGER NOT NULL,
  disabled      INTEGER NOT NULL,
  created_at    INTEGER NOT NULL,
  created_by    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
