INSERT INTO logbook (id, incident) VALUES (1, ?)
