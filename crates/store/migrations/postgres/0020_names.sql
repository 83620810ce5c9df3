-- The two tables that hold what identifies somebody, without foreign keys: the store adds subjects
-- before their names, and a foreign key would look each of them up for every name.
ALTER TABLE identifier DROP CONSTRAINT identifier_subject_fkey;
ALTER TABLE personal DROP CONSTRAINT personal_subject_fkey;
