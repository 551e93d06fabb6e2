INSERT INTO person (name, display_name, role, password, made, everywhere, opens_incidents, manages_people)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
