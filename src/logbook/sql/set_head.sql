INSERT INTO head (id, note) VALUES (1, ?)
ON CONFLICT (id) DO UPDATE SET note = excluded.note
