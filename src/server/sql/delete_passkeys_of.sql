DELETE FROM passkey WHERE person = ?
