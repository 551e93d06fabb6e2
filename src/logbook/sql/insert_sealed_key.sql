INSERT INTO sealed_key (author, salt, operations, memory, nonce, box)
VALUES (?, ?, ?, ?, ?, ?)
