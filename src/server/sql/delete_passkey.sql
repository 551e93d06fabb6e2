DELETE FROM passkey WHERE credential = ?
