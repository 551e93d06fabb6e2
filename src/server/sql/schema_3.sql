-- Tokens by which programs speak for a person.  Of the secret only the SHA-256 is kept.

CREATE TABLE token (
  hash TEXT NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL REFERENCES person (name),
  name TEXT NOT NULL,
  writes INTEGER NOT NULL,
  incident TEXT NOT NULL,    -- '' when it is for all of them
  made INTEGER NOT NULL,     -- milliseconds since 1970
  expires INTEGER NOT NULL
) STRICT;
