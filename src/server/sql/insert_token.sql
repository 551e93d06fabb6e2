INSERT INTO token (hash, id, person, name, writes, incident, made, expires) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
