-- When the file of an import was exported, for files whose values are dated so.
ALTER TABLE import ADD COLUMN as_of BIGINT;
