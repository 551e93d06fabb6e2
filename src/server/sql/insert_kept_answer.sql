INSERT INTO kept_answer (person, idempotency_key, request, status, body, made) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (person, idempotency_key) DO UPDATE
SET request = excluded.request, status = excluded.status, body = excluded.body, made = excluded.made
