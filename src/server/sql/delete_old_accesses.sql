DELETE FROM access WHERE at < ? OR id <= (SELECT MAX(id) FROM access) - ?
