-- Who works with Tandem. Secrets are kept as hashes only: passwords as argon2id, random ones as
-- BLAKE3.
CREATE TABLE app_user (
  id             INTEGER PRIMARY KEY,
  handle         TEXT NOT NULL UNIQUE,
  email          TEXT NOT NULL UNIQUE,
  name           TEXT NOT NULL,
  role           TEXT NOT NULL,
  password       TEXT,
  created_at     INTEGER NOT NULL,
  deactivated_at INTEGER
) STRICT;

CREATE TABLE team (
  id         INTEGER PRIMARY KEY,
  word       TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE team_member (
  team   INTEGER NOT NULL REFERENCES team (id),
  member INTEGER NOT NULL REFERENCES app_user (id),
  PRIMARY KEY (team, member)
) STRICT, WITHOUT ROWID;

CREATE INDEX team_member_by_member ON team_member (member, team);

-- The queues (kind 0) and business units (kind 1) that a team serves, by their words.
CREATE TABLE team_serves (
  team INTEGER NOT NULL REFERENCES team (id),
  kind INTEGER NOT NULL CHECK (kind IN (0, 1)),
  word TEXT NOT NULL,
  PRIMARY KEY (team, kind, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  secret     BLOB PRIMARY KEY,
  member     INTEGER NOT NULL REFERENCES app_user (id),
  way        TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  seen_at    INTEGER NOT NULL,
  ends_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_member ON session (member);
CREATE INDEX session_by_end ON session (ends_at);

CREATE TABLE api_token (
  id         INTEGER PRIMARY KEY,
  secret     BLOB NOT NULL UNIQUE,
  owner      INTEGER NOT NULL REFERENCES app_user (id),
  name       TEXT NOT NULL,
  scope      TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at    INTEGER,
  ends_at    INTEGER,
  revoked_at INTEGER
) STRICT;

CREATE INDEX api_token_by_owner ON api_token (owner, id);

-- Links that work once: the first setup, invitations, new passwords. `member` is whose password.
CREATE TABLE one_time_link (
  id         INTEGER PRIMARY KEY,
  secret     BLOB NOT NULL UNIQUE,
  kind       TEXT NOT NULL,
  email      TEXT NOT NULL,
  name       TEXT NOT NULL,
  role       TEXT NOT NULL,
  member     INTEGER REFERENCES app_user (id),
  made_by    TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  ends_at    INTEGER NOT NULL,
  used_at    INTEGER
) STRICT;

-- Failed sign-ins of an account or an address within a window; the bucket is a hash of which.
CREATE TABLE failed_sign_in (
  bucket   BLOB PRIMARY KEY,
  began_at INTEGER NOT NULL,
  failures INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX failed_sign_in_by_begin ON failed_sign_in (began_at);

-- What is set for Tandem as a whole, by name.
CREATE TABLE workspace (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
