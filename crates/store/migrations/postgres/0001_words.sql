-- Words and codes by their numbers; append-only, a number keeps its meaning.
-- The empty word has the number 0 and is not stored.
-- A word may be longer than an ordered index takes, so its uniqueness rests on a hash.
CREATE TABLE word (
  id   BIGINT PRIMARY KEY CHECK (id > 0),
  text TEXT COLLATE "C" NOT NULL,
  EXCLUDE USING hash (text WITH =)
);

CREATE TABLE code (
  id   INTEGER PRIMARY KEY CHECK (id >= 0),
  kind SMALLINT NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  UNIQUE (kind, name)
);
