DELETE FROM body WHERE position = ?
