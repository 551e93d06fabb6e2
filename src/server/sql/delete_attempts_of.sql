DELETE FROM attempt WHERE webhook = ?
