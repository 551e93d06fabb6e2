INSERT INTO entry (position, header, signature) VALUES (?, ?, ?)
