-- The roles of which a second factor is demanded.

CREATE TABLE factor_demand (
  role TEXT NOT NULL PRIMARY KEY
) STRICT;
