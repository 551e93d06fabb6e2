SELECT entry.position, entry.header, entry.signature, body.salt, body.content
FROM entry LEFT JOIN body ON body.position = entry.position
WHERE entry.position >= ? ORDER BY entry.position
