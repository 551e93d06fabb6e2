SELECT salt, operations, memory, nonce, box FROM sealed_key
WHERE author = ? ORDER BY number DESC LIMIT 1
