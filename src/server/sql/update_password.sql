UPDATE person SET password = ? WHERE name = ?
