-- Who works with Tandem. Secrets are kept as hashes only: passwords as argon2id, random ones as
-- BLAKE3.
CREATE TABLE app_user (
  id             BIGINT PRIMARY KEY,
  handle         TEXT COLLATE "C" NOT NULL UNIQUE,
  email          TEXT COLLATE "C" NOT NULL UNIQUE,
  name           TEXT COLLATE "C" NOT NULL,
  role           TEXT COLLATE "C" NOT NULL,
  password       TEXT COLLATE "C",
  created_at     BIGINT NOT NULL,
  deactivated_at BIGINT
);

CREATE TABLE team (
  id         BIGINT PRIMARY KEY,
  word       TEXT COLLATE "C" NOT NULL UNIQUE,
  name       TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE team_member (
  team   BIGINT NOT NULL REFERENCES team (id),
  member BIGINT NOT NULL REFERENCES app_user (id),
  PRIMARY KEY (team, member)
);

CREATE INDEX team_member_by_member ON team_member (member, team);

-- The queues (kind 0) and business units (kind 1) that a team serves, by their words.
CREATE TABLE team_serves (
  team BIGINT NOT NULL REFERENCES team (id),
  kind SMALLINT NOT NULL CHECK (kind IN (0, 1)),
  word TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (team, kind, word)
);

CREATE TABLE session (
  secret     BYTEA PRIMARY KEY,
  member     BIGINT NOT NULL REFERENCES app_user (id),
  way        TEXT COLLATE "C" NOT NULL,
  started_at BIGINT NOT NULL,
  seen_at    BIGINT NOT NULL,
  ends_at    BIGINT NOT NULL
);

CREATE INDEX session_by_member ON session (member);
CREATE INDEX session_by_end ON session (ends_at);

CREATE TABLE api_token (
  id         BIGINT PRIMARY KEY,
  secret     BYTEA NOT NULL UNIQUE,
  owner      BIGINT NOT NULL REFERENCES app_user (id),
  name       TEXT COLLATE "C" NOT NULL,
  scope      TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL,
  used_at    BIGINT,
  ends_at    BIGINT,
  revoked_at BIGINT
);

CREATE INDEX api_token_by_owner ON api_token (owner, id);

-- Links that work once: the first setup, invitations, new passwords. `member` is whose password.
CREATE TABLE one_time_link (
  id         BIGINT PRIMARY KEY,
  secret     BYTEA NOT NULL UNIQUE,
  kind       TEXT COLLATE "C" NOT NULL,
  email      TEXT COLLATE "C" NOT NULL,
  name       TEXT COLLATE "C" NOT NULL,
  role       TEXT COLLATE "C" NOT NULL,
  member     BIGINT REFERENCES app_user (id),
  made_by    TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL,
  ends_at    BIGINT NOT NULL,
  used_at    BIGINT
);

-- Failed sign-ins of an account or an address within a window; the bucket is a hash of which.
CREATE TABLE failed_sign_in (
  bucket   BYTEA PRIMARY KEY,
  began_at BIGINT NOT NULL,
  failures BIGINT NOT NULL
);

CREATE INDEX failed_sign_in_by_begin ON failed_sign_in (began_at);

-- What is set for Tandem as a whole, by name.
CREATE TABLE workspace (
  name  TEXT COLLATE "C" PRIMARY KEY,
  value TEXT COLLATE "C" NOT NULL
);
