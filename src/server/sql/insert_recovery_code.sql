INSERT INTO recovery_code (person, hash) VALUES (?, ?)
