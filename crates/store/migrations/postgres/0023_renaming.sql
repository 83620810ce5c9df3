-- Whose names changed, for whoever keeps all names in memory: the subjects of each change, eight
-- bytes each, or none where there were too many to say. The newest changes only.
CREATE TABLE renaming (
  sequence BIGINT PRIMARY KEY,
  subjects BYTEA NOT NULL
);
