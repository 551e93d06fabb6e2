-- Second factors: the secret of an authenticator app, passkeys, and codes for who has lost them.

CREATE TABLE totp (
  person TEXT NOT NULL PRIMARY KEY REFERENCES person (name),
  secret TEXT NOT NULL,       -- hex; it makes the codes, so it can't be kept hashed
  made INTEGER NOT NULL,      -- milliseconds since 1970
  last_step INTEGER NOT NULL  -- of the last code that was taken: none is taken twice
) STRICT;

CREATE TABLE passkey (
  credential TEXT NOT NULL PRIMARY KEY,  -- its id, base64url
  person TEXT NOT NULL REFERENCES person (name),
  name TEXT NOT NULL,
  site TEXT NOT NULL,           -- the name of the server that it is for
  algorithm INTEGER NOT NULL,   -- COSE: -7, -8, -257
  public_key TEXT NOT NULL,     -- hex
  uses INTEGER NOT NULL,        -- its own count of signatures
  made INTEGER NOT NULL
) STRICT;

CREATE TABLE recovery_code (
  person TEXT NOT NULL REFERENCES person (name),
  hash TEXT NOT NULL,  -- SHA-256 of the code
  PRIMARY KEY (person, hash)
) STRICT;
