-- Whom and what facts are about. Ids are random and say nothing about who it is.
CREATE TABLE subject (
  id   INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2)
) STRICT;

-- The only two tables that hold what identifies somebody; an erasure empties them.
CREATE TABLE identifier (
  namespace TEXT NOT NULL,
  value     TEXT NOT NULL,
  subject   INTEGER NOT NULL REFERENCES subject (id),
  PRIMARY KEY (namespace, value)
) STRICT, WITHOUT ROWID;

CREATE INDEX identifier_by_subject ON identifier (subject);

CREATE TABLE personal (
  subject INTEGER NOT NULL REFERENCES subject (id),
  field   TEXT NOT NULL,
  value   TEXT NOT NULL,
  PRIMARY KEY (subject, field)
) STRICT, WITHOUT ROWID;

-- Which subjects' facts are gathered for which lead's story: everything ever linked, so that
-- unlinking and looking back find it. Derived from link facts; a subject is not its own member.
CREATE TABLE member (
  lead    INTEGER NOT NULL,
  subject INTEGER NOT NULL,
  PRIMARY KEY (lead, subject)
) STRICT, WITHOUT ROWID;

CREATE INDEX member_by_subject ON member (subject, lead);
