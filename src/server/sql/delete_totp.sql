DELETE FROM totp WHERE person = ?
