"""The peer: operations by user and address, with Python's csv and json."""
import collections
import csv
import json
import sys

csv.field_size_limit(1 << 30)
counts = collections.Counter()
with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    for row in csv.DictReader(file):
        record = json.loads(row["AuditData"])
        address = record.get("ClientIP") or record.get("ClientIPAddress") or record.get("ActorIpAddress")
        counts[record.get("Operation"), record.get("UserId"), address] += 1
print(len(counts))
