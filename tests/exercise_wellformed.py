#!/usr/bin/env python3
"""Makes the exercise and reads it back with the standard library only.

An independent judge: no reader of ours.  It checks that every family is there, that every CSV and
JSON is well-formed, that ids are unique, that every address is a documentation address, that the
truth is about records that exist, and that one sign-in has one id in every export.

usage: exercise_wellformed.py DIGUE [SEED...]
"""
import csv
import hashlib
import ipaddress
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

csv.field_size_limit(1 << 30)

FAMILIES = ["audit-log", "sign-ins", "directory-audit", "inbox-rules", "permissions", "forwarding",
            "transport-rules", "consents", "authentication-methods", "devices", "message-trace"]
DOCUMENTATION = [ipaddress.ip_network(n) for n in
                 ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")]
RULES = {"R1", "R2", "R3", "R4", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13", "R14", "R15", "R16",
         "R17", "R18", "R19", "R20"}
SEVERITIES = {"info", "low", "medium", "high", "critical"}


def text_of(path):
    raw = path.read_bytes()
    if raw.startswith(b"\xff\xfe"):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def rows_of(path):
    text = text_of(path)
    head = text.split("\r\n", 1)[0]
    separator = ";" if head.count(";") > head.count(",") else ","
    rows = list(csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True))
    for row in rows:
        assert len(row) == len(rows[0]), f"{path}: a row of {len(row)} cells, not {len(rows[0])}"
    return rows[0], rows[1:]


def values_of(path):
    """Every JSON value of a file: one, one a line, or several in a row."""
    text, at, decoder = text_of(path), 0, json.JSONDecoder()
    while True:
        while at < len(text) and text[at].isspace():
            at += 1
        if at == len(text):
            return
        value, at = decoder.raw_decode(text, at)
        yield from value if isinstance(value, list) else [value]


def audit_of(value):
    data = value.get("AuditData", value.get("auditData", value))
    return json.loads(data) if isinstance(data, str) else data


def check_addresses(data, where):
    for name in ("ClientIP", "ClientIPAddress", "ActorIpAddress", "ipAddress"):
        text = data.get(name)
        if not text:
            continue
        if text.startswith("["):
            text = text[1:text.index("]")]
        elif text.count(":") == 1:
            text = text.split(":")[0]
        address = ipaddress.ip_address(text)
        address = getattr(address, "ipv4_mapped", None) or address
        assert address.is_loopback or any(address in n for n in DOCUMENTATION), f"{where}: {address}"


def check_mail_addresses(text, where):
    for address in re.findall(r"[\w.+-]+@[\w.-]+\.\w+", text):
        domain = address.split("@")[1].lower()
        assert domain.endswith((".example", ".prod.outlook.com")), f"{where}: {address}"


def gist(data):
    """Enough to know a record again, and what its sign-in says; the records themselves are many."""
    data.pop("@odata.type", None)
    whole = hashlib.sha256(json.dumps(data, sort_keys=True).encode()).digest()
    return whole, data.get("ErrorNumber"), data.get("ClientIP")


def check_audit(folder):
    records = {}
    header, rows = rows_of(folder / "AuditLog_Purview.csv")
    for row in rows:
        row = dict(zip(header, row))
        data = json.loads(row["AuditData"])
        assert data["Id"] == row["RecordId"] and data["Id"] not in records
        assert data["CreationTime"] + "Z" == row["CreationDate"]
        check_addresses(data, row["RecordId"])
        records[data["Id"]] = gist(data)
    header, rows = rows_of(folder / "UAL-Combined.csv")
    assert header[:5] == ["RecordType", "CreationDate", "UserIds", "Operations", "AuditData"]
    empty = 0
    for row in rows:
        row = dict(zip(header, row))
        assert row["Identity"] in records
        if row["AuditData"]:
            assert gist(json.loads(row["AuditData"])) == records[row["Identity"]]
        else:
            empty += 1
    assert 0 < empty < 100
    shapes = 0
    for path in sorted(folder.glob("*.json")):
        shapes += 1
        for value in values_of(path):
            data = audit_of(value)
            assert gist(data) == records[data["Id"]], f"{path}: {data['Id']}"
    assert shapes == 5
    return records


def check_sign_ins(folder, audit):
    graph = {}
    for value in values_of(folder / "SignInLogs.json"):
        graph[value["id"]] = (value["isInteractive"], value["createdDateTime"])
        check_addresses(value, value["id"])
        _, error, address = audit[value["id"]]  # one sign-in, one id
        assert int(error) == value["status"]["errorCode"] and address == value["ipAddress"]
    seen = set()
    for path in sorted(folder.rglob("*.csv")):
        header, rows = rows_of(path)
        french = "Adresse IP" in header
        interactive = not path.name.startswith("Non")
        assert header.index("ID de la demande" if french else "Request ID") == 1
        for row in rows:
            assert graph[row[1]] == (interactive, row[0])
            seen.add(row[1])
    assert seen == set(graph)
    return graph


def planted_in(path, text, truth):
    """Which entries of the truth, by position, stand in the file."""
    for i, must in enumerate(truth["must"]):
        for k, planted in enumerate(must["planted"]):
            if planted["file"] in ("", path) and all(t in text for t in planted["texts"]):
                yield i, k


def check_truth(folder, truth, found):
    assert {m["rule"] for m in truth["must"]} >= RULES
    for i, must in enumerate(truth["must"]):
        assert must["at_least"] in SEVERITIES and set(must["families"]) <= set(FAMILIES)
        assert must["planted"] and must["items"] and must["families"]
        assert must["accounts"] or must["subject"]
        for family in must["families"]:
            assert any(f == family for f, n, _ in found if n == i), (must["rule"], family)
        for k, planted in enumerate(must["planted"]):
            assert any((n, m) == (i, k) for _, n, m in found), (must["rule"], planted)
    for must_not in truth["must_not"]:
        assert must_not["at_or_above"] in SEVERITIES and must_not["why"]
        assert must_not["accounts"] or must_not["subject"]
    refuted = any(m["rule"] == "containment" for m in truth["must"])
    assert refuted == (truth["containment"] == "refuted")
    assert truth["answers"]["mail-account/end"] == ("yes" if refuted else "no")
    assert {p.name for p in (folder / "evidence").iterdir()} == set(FAMILIES)


def check(digue, seed):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "exercise"
        subprocess.run([digue, "exercise", "make", "mailbox-takeover", "--seed", str(seed),
                        "--out", str(folder)], check=True, capture_output=True)
        evidence = folder / "evidence"
        truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        found = set()  # family, fact, entry
        for path in sorted(evidence.rglob("*.*")):
            name, text = path.relative_to(evidence).as_posix(), text_of(path)
            check_mail_addresses(text, path)
            found |= {(name.split("/")[0], i, k) for i, k in planted_in(name, text, truth)}
            if path.suffix == ".csv":
                rows_of(path)
            else:
                for _ in values_of(path):
                    pass
        audit = check_audit(evidence / "audit-log")
        sign_ins = check_sign_ins(evidence / "sign-ins", audit)
        check_truth(folder, truth, found)
        header, rows = rows_of(folder / "networks.csv")
        assert header[0] == "network" and all(ipaddress.ip_network(r[0]) for r in rows)
        print(f"seed {seed}: {len(audit)} audit rows, {len(sign_ins)} sign-ins, "
              f"{len(truth['must'])} facts, containment {truth['containment']}")
        return truth["containment"]


if __name__ == "__main__":
    program, seeds = sys.argv[1], [int(s) for s in sys.argv[2:]] or [1]
    outcomes = {check(program, seed) for seed in seeds}
    if len(seeds) > 8:
        assert outcomes == {"holds", "refuted"}, outcomes
