-- Periods whose figures were reported: an edition is never changed, and each hash is over its
-- content and the hash of the seal before.
CREATE TABLE seal (
  id         BIGINT PRIMARY KEY,
  from_at    BIGINT NOT NULL,
  until_at   BIGINT NOT NULL,
  position   BIGINT NOT NULL,
  version    BIGINT NOT NULL,
  sealed_at  BIGINT NOT NULL,
  who        TEXT COLLATE "C" NOT NULL,
  edition    TEXT COLLATE "C" NOT NULL,
  hash       BYTEA NOT NULL,
  UNIQUE (from_at, until_at)
);
