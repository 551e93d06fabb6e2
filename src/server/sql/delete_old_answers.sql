DELETE FROM kept_answer WHERE made < ?
