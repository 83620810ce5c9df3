-- With which accounts of sign-in providers users come in: the provider's address, and what it calls
-- them.
CREATE TABLE user_identity (
  issuer   TEXT NOT NULL,
  subject  TEXT NOT NULL,
  member   INTEGER NOT NULL REFERENCES app_user (id),
  bound_at INTEGER NOT NULL,
  PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX user_identity_by_member ON user_identity (member, issuer);
