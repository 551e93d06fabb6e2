DELETE FROM token WHERE person = ?
