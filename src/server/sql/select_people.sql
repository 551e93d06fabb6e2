SELECT name, display_name, role, password, everywhere, opens_incidents, manages_people, disabled
FROM person ORDER BY name
