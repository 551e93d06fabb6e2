-- Who signs in by an identity provider: the provider's name for them, and whether it said, the last time,
-- that they showed a second factor.

CREATE TABLE identity (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  person TEXT NOT NULL UNIQUE REFERENCES person (name),
  proven INTEGER NOT NULL,
  made INTEGER NOT NULL,  -- milliseconds since 1970
  PRIMARY KEY (issuer, subject)
) STRICT;
