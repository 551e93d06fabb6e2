SELECT incident FROM logbook WHERE id = 1
