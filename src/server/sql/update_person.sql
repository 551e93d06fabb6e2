UPDATE person
SET display_name = ?, role = ?, everywhere = ?, opens_incidents = ?, manages_people = ?, disabled = ?
WHERE name = ?
