INSERT INTO access (at, person, token, token_name, address, exported, incident, object)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
