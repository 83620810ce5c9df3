-- What the engine decided and how it corrected itself, append-only. Clustered by lead, because a
-- lead's decisions are read together; `sequence` counts over all leads.
CREATE TABLE decision (
  lead           INTEGER NOT NULL,
  sequence       INTEGER NOT NULL,
  change         INTEGER NOT NULL CHECK (change BETWEEN 0 AND 2), -- made, moved, withdrawn
  what           INTEGER NOT NULL,
  clause         INTEGER NOT NULL,
  pass_key       INTEGER NOT NULL,
  nth            INTEGER NOT NULL,
  at             INTEGER NOT NULL,
  order_at       INTEGER NOT NULL, -- how many of the lead's decisions at this instant came before
  precision      INTEGER NOT NULL,
  due            INTEGER,
  cause          INTEGER NOT NULL,
  cause_key      INTEGER,
  version        INTEGER NOT NULL,
  terms          INTEGER NOT NULL,
  pass           INTEGER NOT NULL,
  target         INTEGER NOT NULL,
  known_position INTEGER NOT NULL,
  recorded_at    INTEGER NOT NULL,
  retrospective  INTEGER NOT NULL CHECK (retrospective IN (0, 1)),
  PRIMARY KEY (lead, sequence)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX decision_by_sequence ON decision (sequence);

-- Where each lead rests: derived, and rebuilt from the ledger at any time.
CREATE TABLE lead (
  id               INTEGER PRIMARY KEY,
  version          INTEGER NOT NULL,
  stage            INTEGER NOT NULL, -- word; 0 before the first pass
  place            INTEGER NOT NULL CHECK (place BETWEEN 0 AND 4),
  who              INTEGER NOT NULL, -- word: the person, queue or team of the place
  open             INTEGER NOT NULL CHECK (open IN (0, 1)),
  pass             INTEGER NOT NULL,
  pass_open        INTEGER NOT NULL CHECK (pass_open IN (0, 1)),
  entered_at       INTEGER,
  precision        INTEGER NOT NULL,
  fit_milli        INTEGER NOT NULL,
  engagement       REAL NOT NULL,
  next_due         INTEGER,
  promise          INTEGER NOT NULL, -- word; 0 without a clock
  broken           INTEGER NOT NULL CHECK (broken IN (0, 1)),
  wake_at          INTEGER,
  returns_at       INTEGER,
  first_touch      INTEGER,
  first_outreach   INTEGER,
  settled_position INTEGER NOT NULL,
  settled_until    INTEGER NOT NULL
) STRICT;

CREATE INDEX lead_by_wake ON lead (wake_at) WHERE wake_at IS NOT NULL;
-- As lists are ordered: soonest due first, those without a due last.
CREATE INDEX lead_by_due ON lead (coalesce(next_due, 9223372036854775807), id);

-- Leads whose story changed since they were settled. A new mark for each change, never given
-- twice: whoever settled an earlier mark does not clear a later one.
CREATE TABLE unsettled (
  mark INTEGER PRIMARY KEY AUTOINCREMENT,
  lead INTEGER NOT NULL UNIQUE
) STRICT;

-- The latest instant until which anything was settled, so that a clock set back undoes nothing.
CREATE TABLE settled (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  until    INTEGER NOT NULL
) STRICT;
