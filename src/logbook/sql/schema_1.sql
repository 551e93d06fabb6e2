-- One incident's logbook.  Rows are only ever added: what was said stays said.  The only thing that
-- may go is the content of an entry that a later entry redacts; its header stays, with the hash.
-- docs/logbook.md says what the bytes mean.

CREATE TABLE logbook (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  incident TEXT NOT NULL
) STRICT;

CREATE TABLE entry (
  position INTEGER NOT NULL PRIMARY KEY CHECK (position >= 0),
  header BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;

CREATE TABLE body (
  position INTEGER NOT NULL PRIMARY KEY REFERENCES entry (position),
  salt BLOB NOT NULL,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE redaction (
  position INTEGER NOT NULL PRIMARY KEY REFERENCES entry (position),
  by_position INTEGER NOT NULL REFERENCES entry (position)
) STRICT;

-- A person's signing key, sealed by their password; the last row of an author holds.
CREATE TABLE sealed_key (
  number INTEGER NOT NULL PRIMARY KEY,
  author TEXT NOT NULL,
  salt BLOB NOT NULL,
  operations INTEGER NOT NULL,
  memory INTEGER NOT NULL,
  nonce BLOB NOT NULL,
  box BLOB NOT NULL
) STRICT;

-- The last checkpoint, written with the entries that it covers.
CREATE TABLE head (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  note TEXT NOT NULL
) STRICT;

CREATE TRIGGER logbook_kept BEFORE UPDATE ON logbook
BEGIN SELECT RAISE(ABORT, 'a logbook is never changed'); END;
CREATE TRIGGER logbook_not_removed BEFORE DELETE ON logbook
BEGIN SELECT RAISE(ABORT, 'a logbook is never removed'); END;
CREATE TRIGGER entry_kept BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never changed: add a correction'); END;
CREATE TRIGGER entry_not_removed BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never removed'); END;
CREATE TRIGGER body_kept BEFORE UPDATE ON body
BEGIN SELECT RAISE(ABORT, 'a body is never changed: add a correction'); END;
CREATE TRIGGER body_not_removed BEFORE DELETE ON body
WHEN NOT EXISTS (SELECT 1 FROM redaction WHERE redaction.position = OLD.position)
BEGIN SELECT RAISE(ABORT, 'a body goes only by a redaction'); END;
CREATE TRIGGER redaction_kept BEFORE UPDATE ON redaction
BEGIN SELECT RAISE(ABORT, 'a redaction is never changed'); END;
CREATE TRIGGER redaction_not_removed BEFORE DELETE ON redaction
BEGIN SELECT RAISE(ABORT, 'a redaction is never removed'); END;
CREATE TRIGGER sealed_key_kept BEFORE UPDATE ON sealed_key
BEGIN SELECT RAISE(ABORT, 'a sealed key is never changed: add another'); END;
CREATE TRIGGER sealed_key_not_removed BEFORE DELETE ON sealed_key
BEGIN SELECT RAISE(ABORT, 'a sealed key is never removed'); END;
