UPDATE webhook SET next = ? WHERE id = ?
