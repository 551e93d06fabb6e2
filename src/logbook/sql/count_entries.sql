-- Positions follow one another from 0: the last one tells, without reading them all.
SELECT coalesce(max(position), -1) + 1 FROM entry
