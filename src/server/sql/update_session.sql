UPDATE session SET seen = ? WHERE token = ?
