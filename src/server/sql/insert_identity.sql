INSERT INTO identity (issuer, subject, person, proven, made) VALUES (?, ?, ?, ?, ?)
