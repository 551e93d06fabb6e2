UPDATE identity SET proven = ? WHERE person = ?
