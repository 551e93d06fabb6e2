SELECT note FROM head WHERE id = 1
