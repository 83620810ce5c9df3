-- Changes to the charter that are being agreed on.
CREATE TABLE proposal (
  id          INTEGER PRIMARY KEY,
  title       TEXT NOT NULL,
  text        TEXT NOT NULL,
  -- From when it is to decide; null: as soon as it is signed.
  takes_force INTEGER,
  who         TEXT NOT NULL,
  opened_at   INTEGER NOT NULL,
  changed_at  INTEGER NOT NULL,
  state       INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2), -- open, withdrawn, adopted
  -- The version that it became.
  version     INTEGER
) STRICT;

-- What people said of them; append-only.
CREATE TABLE proposal_comment (
  id       INTEGER PRIMARY KEY,
  proposal INTEGER NOT NULL REFERENCES proposal (id),
  clause   TEXT NOT NULL, -- the clause that it is about; empty for the whole
  who      TEXT NOT NULL,
  at       INTEGER NOT NULL,
  said     TEXT NOT NULL
) STRICT;
CREATE INDEX proposal_comment_by_proposal ON proposal_comment (proposal, id);

-- Signatures, append-only; each hash covers the one before, whatever it signed. A signature holds
-- for the text that was signed, as a change of the version that was in force then.
CREATE TABLE signature (
  id        INTEGER PRIMARY KEY,
  proposal  INTEGER NOT NULL REFERENCES proposal (id),
  text_hash BLOB NOT NULL,
  base      INTEGER NOT NULL, -- the number of that version; 0 before the first
  role      TEXT NOT NULL,
  who       TEXT NOT NULL,
  at        INTEGER NOT NULL,
  hash      BLOB NOT NULL
) STRICT;
CREATE INDEX signature_by_proposal ON signature (proposal, id);
