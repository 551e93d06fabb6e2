INSERT INTO factor_demand (role) VALUES (?)
