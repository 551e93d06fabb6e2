INSERT INTO attempt (webhook, entry, state, reason, status, tries, at, again) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (webhook, entry) DO UPDATE
SET state = excluded.state, reason = excluded.reason, status = excluded.status, tries = excluded.tries,
  at = excluded.at, again = excluded.again
