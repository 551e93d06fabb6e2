INSERT INTO redaction (position, by_position) VALUES (?, ?)
