SELECT count(*), coalesce(max(position), -1) FROM entry
