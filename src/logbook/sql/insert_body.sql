INSERT INTO body (position, salt, content) VALUES (?, ?, ?)
