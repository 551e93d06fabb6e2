SELECT webhook, entry, state, reason, status, tries, at, again FROM attempt
WHERE webhook = ? ORDER BY entry DESC LIMIT ? OFFSET ?
