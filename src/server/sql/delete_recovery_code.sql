DELETE FROM recovery_code WHERE person = ? AND hash = ?
