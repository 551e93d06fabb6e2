SELECT COUNT(*) FROM attempt WHERE webhook = ?
