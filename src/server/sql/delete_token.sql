DELETE FROM token WHERE hash = ?
