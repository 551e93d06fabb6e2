-- Webhooks of the incidents, and the last deliveries of each.  No line of an incident is here.

CREATE TABLE webhook (
  id TEXT NOT NULL PRIMARY KEY,
  incident TEXT NOT NULL,
  name TEXT NOT NULL,
  url TEXT NOT NULL,
  secret TEXT NOT NULL,    -- it signs, so it can't be kept hashed
  channel TEXT NOT NULL,   -- 'in-band', 'out-of-band'
  language TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made INTEGER NOT NULL,   -- milliseconds since 1970
  next INTEGER NOT NULL    -- position of the first entry that was not told yet
) STRICT;

CREATE TABLE attempt (
  webhook TEXT NOT NULL REFERENCES webhook (id),
  entry INTEGER NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  status INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  at INTEGER NOT NULL,     -- of the last try
  again INTEGER NOT NULL,  -- of the next
  PRIMARY KEY (webhook, entry)
) STRICT;
