SELECT request, status, body FROM kept_answer WHERE person = ? AND idempotency_key = ? AND made >= ?
