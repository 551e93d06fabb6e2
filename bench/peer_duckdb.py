"""The peer: operations by user and address, in DuckDB on one thread."""
import sys

import duckdb

database = duckdb.connect()
database.execute("SET threads = 1")
print(len(database.execute(
    """SELECT json_extract_string(AuditData, '$.Operation') AS operation,
              json_extract_string(AuditData, '$.UserId') AS user,
              coalesce(json_extract_string(AuditData, '$.ClientIP'),
                       json_extract_string(AuditData, '$.ClientIPAddress'),
                       json_extract_string(AuditData, '$.ActorIpAddress')) AS address, count(*)
       FROM read_csv(?, header = true, all_varchar = true, max_line_size = 4194304)
       GROUP BY ALL""", [sys.argv[1]]).fetchall()))
