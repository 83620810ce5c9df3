-- Settings as they were applied, append-only: of those in force at an instant the last one holds.
CREATE TABLE roster (
  sequence       BIGINT PRIMARY KEY,
  text           TEXT NOT NULL,
  in_force_from  BIGINT NOT NULL,
  known_position BIGINT NOT NULL,
  recorded_at    BIGINT NOT NULL,
  who            TEXT NOT NULL
);

-- What the router chose from. The choice itself is a fact: the assignment of this key.
CREATE TABLE routing (
  sequence   BIGINT PRIMARY KEY,
  lead       BIGINT NOT NULL,
  fact_key   BIGINT NOT NULL,
  handoff    BIGINT NOT NULL,
  wanted_at  BIGINT NOT NULL,
  routed_at  BIGINT NOT NULL,
  clause     TEXT NOT NULL,
  target     TEXT NOT NULL,
  chosen     BIGINT NOT NULL,
  considered TEXT NOT NULL,
  UNIQUE (lead, fact_key)
);
CREATE INDEX routing_target ON routing (target, sequence);
