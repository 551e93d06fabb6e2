SELECT at, person, token, token_name, address, exported, incident, object FROM access
WHERE (incident = ? OR ? = '') AND (person = ? OR ? = '') AND exported >= ?
ORDER BY id DESC LIMIT ? OFFSET ?
