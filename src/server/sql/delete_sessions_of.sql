DELETE FROM session WHERE person = ? AND token <> ?
