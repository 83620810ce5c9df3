-- Whom and what facts are about. Ids are random and say nothing about who it is.
CREATE TABLE subject (
  id   BIGINT PRIMARY KEY,
  kind SMALLINT NOT NULL CHECK (kind BETWEEN 0 AND 2)
);

-- The only two tables that hold what identifies somebody; an erasure empties them.
CREATE TABLE identifier (
  namespace TEXT COLLATE "C" NOT NULL,
  value     TEXT COLLATE "C" NOT NULL,
  subject   BIGINT NOT NULL REFERENCES subject (id),
  PRIMARY KEY (namespace, value)
);

CREATE INDEX identifier_by_subject ON identifier (subject);

CREATE TABLE personal (
  subject BIGINT NOT NULL REFERENCES subject (id),
  field   TEXT COLLATE "C" NOT NULL,
  value   TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (subject, field)
);

-- Which subjects' facts are gathered for which lead's story: everything ever linked, so that
-- unlinking and looking back find it. Derived from link facts; a subject is not its own member.
CREATE TABLE member (
  lead    BIGINT NOT NULL,
  subject BIGINT NOT NULL,
  PRIMARY KEY (lead, subject)
);

CREATE INDEX member_by_subject ON member (subject, lead);
