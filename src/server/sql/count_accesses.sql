SELECT COUNT(*) FROM access
WHERE (incident = ? OR ? = '') AND (person = ? OR ? = '') AND exported >= ?
