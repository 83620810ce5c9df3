-- With which accounts of sign-in providers users come in: the provider's address, and what it calls
-- them.
CREATE TABLE user_identity (
  issuer   TEXT COLLATE "C" NOT NULL,
  subject  TEXT COLLATE "C" NOT NULL,
  member   BIGINT NOT NULL REFERENCES app_user (id),
  bound_at BIGINT NOT NULL,
  PRIMARY KEY (issuer, subject)
);

CREATE UNIQUE INDEX user_identity_by_member ON user_identity (member, issuer);
