INSERT INTO person (name, display_name, role, password, made) VALUES (?, ?, ?, ?, ?)
