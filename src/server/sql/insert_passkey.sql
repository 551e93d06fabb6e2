INSERT INTO passkey (credential, person, name, site, algorithm, public_key, uses, made)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
