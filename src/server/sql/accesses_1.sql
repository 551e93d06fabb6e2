-- Who read what, and who took it out: a file of its own, so that what is in it can be given or
-- deleted without the people.

CREATE TABLE access (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,       -- milliseconds since 1970
  person TEXT NOT NULL,
  token TEXT NOT NULL,       -- '' for a session
  token_name TEXT NOT NULL,
  address TEXT NOT NULL,
  exported INTEGER NOT NULL,
  incident TEXT NOT NULL,    -- '' outside of incidents
  object TEXT NOT NULL
) STRICT;
CREATE INDEX access_of_incident ON access (incident);
