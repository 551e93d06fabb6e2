DELETE FROM session WHERE seen < ? OR made < ?
