SELECT name, display_name, role, password FROM person ORDER BY name
