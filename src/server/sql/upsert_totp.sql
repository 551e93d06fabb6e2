INSERT INTO totp (person, secret, made, last_step) VALUES (?, ?, ?, ?)
ON CONFLICT (person) DO UPDATE
SET secret = excluded.secret, made = excluded.made, last_step = excluded.last_step
