UPDATE totp SET last_step = ? WHERE person = ?
