INSERT INTO session (token, person, made, seen) VALUES (?, ?, ?, ?)
