-- Settings as they were applied, append-only: of those in force at an instant the last one holds.
CREATE TABLE roster (
  sequence       INTEGER PRIMARY KEY,
  text           TEXT NOT NULL,
  in_force_from  INTEGER NOT NULL,
  known_position INTEGER NOT NULL,
  recorded_at    INTEGER NOT NULL,
  who            TEXT NOT NULL
) STRICT;

-- What the router chose from. The choice itself is a fact: the assignment of this key.
CREATE TABLE routing (
  sequence   INTEGER PRIMARY KEY,
  lead       INTEGER NOT NULL,
  fact_key   INTEGER NOT NULL,
  handoff    INTEGER NOT NULL,
  wanted_at  INTEGER NOT NULL,
  routed_at  INTEGER NOT NULL,
  clause     TEXT NOT NULL,
  target     TEXT NOT NULL,
  chosen     INTEGER NOT NULL,
  considered TEXT NOT NULL,
  UNIQUE (lead, fact_key)
) STRICT;
CREATE INDEX routing_target ON routing (target, sequence);
