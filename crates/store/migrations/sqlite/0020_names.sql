-- The two tables that hold what identifies somebody, without foreign keys: the store adds subjects
-- before their names, and a foreign key would look each of them up for every name.
CREATE TABLE identifier_anew (
  namespace TEXT NOT NULL,
  value     TEXT NOT NULL,
  subject   INTEGER NOT NULL,
  PRIMARY KEY (namespace, value)
) STRICT, WITHOUT ROWID;

INSERT INTO identifier_anew (namespace, value, subject)
  SELECT namespace, value, subject FROM identifier ORDER BY namespace, value;
DROP TABLE identifier;
ALTER TABLE identifier_anew RENAME TO identifier;
CREATE INDEX identifier_by_subject ON identifier (subject);

CREATE TABLE personal_anew (
  subject INTEGER NOT NULL,
  field   TEXT NOT NULL,
  value   TEXT NOT NULL,
  PRIMARY KEY (subject, field)
) STRICT, WITHOUT ROWID;

INSERT INTO personal_anew (subject, field, value)
  SELECT subject, field, value FROM personal ORDER BY subject, field;
DROP TABLE personal;
ALTER TABLE personal_anew RENAME TO personal;
