-- Who may sign in, their sessions, and the answers that are kept so that a write sent twice is written
-- once.  Nothing of an incident is here.

CREATE TABLE person (
  name TEXT NOT NULL PRIMARY KEY,
  display_name TEXT NOT NULL,
  role TEXT NOT NULL,
  password TEXT NOT NULL,  -- Argon2id, as libsodium writes it
  made INTEGER NOT NULL    -- milliseconds since 1970
) STRICT;

-- Of a session's token only the SHA-256 is kept.
CREATE TABLE session (
  token TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person (name),
  made INTEGER NOT NULL,
  seen INTEGER NOT NULL
) STRICT;

CREATE TABLE kept_answer (
  person TEXT NOT NULL REFERENCES person (name),
  idempotency_key TEXT NOT NULL,
  request TEXT NOT NULL,  -- SHA-256 of what was asked
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  made INTEGER NOT NULL,
  PRIMARY KEY (person, idempotency_key)
) STRICT;
