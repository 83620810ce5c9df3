-- Changes to the charter that are being agreed on.
CREATE TABLE proposal (
  id          bigint PRIMARY KEY,
  title       text NOT NULL,
  text        text NOT NULL,
  -- From when it is to decide; null: as soon as it is signed.
  takes_force bigint,
  who         text NOT NULL,
  opened_at   bigint NOT NULL,
  changed_at  bigint NOT NULL,
  state       bigint NOT NULL CHECK (state BETWEEN 0 AND 2), -- open, withdrawn, adopted
  -- The version that it became.
  version     bigint
);

-- What people said of them; append-only.
CREATE TABLE proposal_comment (
  id       bigint PRIMARY KEY,
  proposal bigint NOT NULL REFERENCES proposal (id),
  clause   text NOT NULL, -- the clause that it is about; empty for the whole
  who      text NOT NULL,
  at       bigint NOT NULL,
  said     text NOT NULL
);
CREATE INDEX proposal_comment_by_proposal ON proposal_comment (proposal, id);

-- Signatures, append-only; each hash covers the one before, whatever it signed. A signature holds
-- for the text that was signed, as a change of the version that was in force then.
CREATE TABLE signature (
  id        bigint PRIMARY KEY,
  proposal  bigint NOT NULL REFERENCES proposal (id),
  text_hash bytea NOT NULL,
  base      bigint NOT NULL, -- the number of that version; 0 before the first
  role      text NOT NULL,
  who       text NOT NULL,
  at        bigint NOT NULL,
  hash      bytea NOT NULL
);
CREATE INDEX signature_by_proposal ON signature (proposal, id);
