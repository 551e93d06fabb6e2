#!/usr/bin/env python3
"""Evidence that comes in pieces: resumed after a cut, a server killed, a wrong offset; looked at before it
counts; counted once its hash is the one told."""
import hashlib
import os
import pathlib
import signal
import socket
import tempfile
import time

from evidence_test import exercise, vault_of, wait_for
from program import Server, run

PIECE = {"Content-Type": "application/octet-stream"}


def begin(client, incident, name="journal.csv"):
    begun = client.post(f"/incidents/{incident}/uploads", {"name": name})
    assert begun.status == 201 and begun.json["offset"] == 0, begun.body
    return f"/incidents/{incident}/uploads/{begun.json['upload']}"


def piece(client, upload, offset, data):
    return client.post(f"{upload}?offset={offset}", data, fields=PIECE)


def count(client, incident):
    return client.get(f"/incidents/{incident}/evidence").json["total"]


def a_piece_comes_in_pieces_and_survives_a_kill():
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        data = os.urandom(3_000_000)
        upload = begin(lead, incident)
        assert piece(lead, upload, 0, data[:1_000_000]).json["offset"] == 1_000_000
        for offset in (0, 999_999, 1_000_001):
            assert piece(lead, upload, offset, b"x").status == 409, offset
        assert lead.post(upload, b"x", fields=PIECE).status == 422  # no offset
        # Cut in the middle: what came stays.
        head = (f"POST /api/v1{upload}?offset=1000000 HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
                f"Cookie: {lead.cookie}\r\nX-Digue: 1\r\nContent-Length: 2000000\r\n"
                "Content-Type: application/octet-stream\r\n\r\n").encode()
        with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
            connection.sendall(head + data[1_000_000:1_500_000])
            offset = wait_beyond(lead, upload, 1_000_000)
            assert piece(lead, upload, offset, b"x").status == 409  # one at a time
            server.stop(signal.SIGKILL)
        server.start()
        offset = lead.get(upload).json["offset"]
        assert 1_000_000 < offset <= 1_500_000, offset
        assert [one["name"] for one in lead.get(f"/incidents/{incident}/uploads").json["items"]] == ["journal.csv"]
        assert piece(lead, upload, offset, data[offset:]).json["offset"] == len(data)
        digest = hashlib.sha256(data).hexdigest()
        assert lead.post(upload + "/end", {"sha256": "0" * 64}).json["where"] == "/sha256"
        assert count(lead, incident) == 0
        ended = lead.post(upload + "/end", {"sha256": digest.upper()}, fields={"Idempotency-Key": "e"})
        assert ended.status == 201 and ended.json["sha256"] == digest and ended.json["bytes"] == len(data), ended.body
        again = lead.post(upload + "/end", {"sha256": digest.upper()}, fields={"Idempotency-Key": "e"})
        assert again.json == ended.json
        assert lead.get(upload).status == 404 and count(lead, incident) == 1
        assert not list((vault_of(server, incident) / "uploads").iterdir())
        kept = list((vault_of(server, incident) / "objects").rglob(digest))
        assert len(kept) == 1 and kept[0].read_bytes() == data


def wait_beyond(client, upload, offset):
    for _ in range(100):
        now = client.get(upload).json["offset"]
        if now > offset:
            return now
        time.sleep(0.1)
    raise AssertionError("no byte comes")


def an_upload_is_its_persons_and_of_its_incident():
    with Server() as server:
        lead = server.lead()
        incident, other = lead.incident(), lead.incident()
        paul = server.person(lead, "paul", "responder")
        upload = begin(lead, incident)
        for client, path in ((paul, upload), (lead, upload.replace(incident, other))):
            assert client.get(path).status == 404
            assert piece(client, path, 0, b"x").status == 404
            assert client.get(path + "/preview").status == 404
            assert client.post(path + "/end", {"sha256": "0" * 64}).status == 404
            assert client.request("DELETE", path).status == 404
        for wrong in ("..%2f..%2fpeople.sqlite", "0" * 31, "0" * 33, "g" * 32):
            assert lead.get(f"/incidents/{incident}/uploads/{wrong}").status in (400, 404), wrong
        for name in ("../x", "a/b", "a\\b", "", "a\x00b", "x" * 256):
            assert lead.post(f"/incidents/{incident}/uploads", {"name": name}).status == 422, name
        assert lead.request("DELETE", upload).status == 204
        assert lead.get(upload).status == 404
        assert not list((vault_of(server, incident) / "uploads").iterdir())


def a_preview_says_what_it_would_say_and_nothing_counts():
    with Server() as server, tempfile.TemporaryDirectory() as folder:
        lead = server.lead()
        incident = lead.incident()
        audit = next(file for file in exercise(folder) if "AuditLog" in file.name)
        rows = audit.read_bytes().splitlines(keepends=True)
        broken = b"".join(rows[:40]) + b"\"not,a,row\x1b[31m\n" + b"".join(rows[40:60])
        entries = lead.get(f"/incidents/{incident}").json["entries"]
        upload = begin(lead, incident, "<script>.csv")
        piece(lead, upload, 0, broken)
        told = lead.get(upload + "/preview?lang=fr").json
        assert told["name"] == "<script>.csv" and told["bytes"] == len(broken) and told["whole"], told
        assert told["zone"] == "Europe/Paris"
        (source,) = told["sources"]
        assert source["format"] == "m365-audit-csv" and source["rows"] > 0, source
        assert told["rejected"] == len(told["rejects"]) > 0 and told["rejects"][0]["reason"]
        assert len(told["rows"]) == 20
        assert told["rows"][0].lstrip("\ufeff").startswith(rows[0].decode("utf-8-sig")[:20])
        assert all(len(row.encode()) <= 500 and not any(ord(c) < 32 for c in row) for row in told["rows"])
        # Bytes that are no text have no rows, and what is not known says so.
        other = begin(lead, incident, "x.bin")
        piece(lead, other, 0, bytes(range(256)) * 100)
        told = lead.get(other + "/preview").json
        assert told["rows"] == [] and told["sources"][0]["format"] == "", told
        empty = lead.get(begin(lead, incident, "vide.csv") + "/preview").json
        assert empty["rows"] == [], empty
        assert count(lead, incident) == 0 and lead.get(f"/incidents/{incident}").json["entries"] == entries


MAPPING = """\
format: digue-mapping
version: 1
files:
- name: badges
  shape: csv
  recognise: [Porte, Badge]
  parts: {day: Jour, clock: Heure, account: Porteur, device: Porte}
  actions:
  - {when: {Résultat: Refusé}, is: logon, verdict: failure}
"""
BADGES = "Jour;Heure;Porte;Badge;Porteur;Résultat\n2026-03-08;02:11:07;Serveurs;77;karim;Refusé\n"


def dates_without_a_zone_take_the_organisations():
    """In the preview, which says so, and in the analysis; a zone that is told wins."""
    with tempfile.TemporaryDirectory() as name:
        settings = pathlib.Path(name) / "organisation.yaml"
        settings.write_text('name: "Saint-Denis"\nzone: Indian/Reunion\n', "utf-8")
        with Server(organisation=settings) as server:
            lead = server.lead()
            incident = lead.incident(zone="Europe/Paris")
            upload = begin(lead, incident, "badges.csv")
            piece(lead, upload, 0, BADGES.encode())
            assumed = {"dates": 1, "zone": "Indian/Reunion", "from": "organisation"}
            looked = lead.post(upload + "/preview", {"mapping": MAPPING}).json["sources"][0]
            assert looked["zoneless"] == assumed and looked["first"] == "2026-03-07T22:11:07Z", looked
            told = lead.post(upload + "/preview", {"mapping": MAPPING, "zone": "UTC"}).json["sources"][0]
            assert told["zoneless"]["from"] == "told" and told["first"] == "2026-03-08T02:11:07Z", told
            lead.post(upload + "/end", {"sha256": hashlib.sha256(BADGES.encode()).hexdigest()})
            analyses = f"/incidents/{incident}/analyses"
            started = lead.post(analyses, {"evidence": "all", "mapping": MAPPING})
            assert wait_for(lead, f"{analyses}/{started.json['id']}")["state"] == "done"
            (source,) = lead.get(f"/incidents/{incident}/sources").json["items"]
            assert source["zoneless"] == assumed and source["first"] == "2026-03-07T22:11:07Z", source


def what_a_file_does_not_say_is_told():
    """The zone of its dates, and what its fields mean: in the preview and in the analysis."""
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        upload = begin(lead, incident, "badges.csv")
        piece(lead, upload, 0, BADGES.encode())
        assert lead.get(upload + "/preview").json["sources"][0]["format"] == ""
        told = {"zone": "Europe/Paris", "mapping": MAPPING}
        looked = lead.post(upload + "/preview", told)
        assert looked.status == 200, looked.body
        assert looked.json["sources"][0]["format"] == "badges", looked.body
        assert looked.json["sources"][0]["first"] == "2026-03-08T01:11:07Z", looked.body
        assert looked.json["sources"][0]["zoneless"] == {"dates": 1, "zone": "Europe/Paris", "from": "told"}
        alone = lead.post(upload + "/preview", {"mapping": MAPPING}).json["sources"][0]
        assert alone["zoneless"] == {"dates": 1, "zone": None, "from": None}, alone
        there = lead.post(upload + "/preview", {**told, "zone": "Indian/Reunion"}).json["sources"][0]
        assert there["first"] == "2026-03-07T22:11:07Z", there
        analyses = f"/incidents/{incident}/analyses"
        lead.post(upload + "/end", {"sha256": hashlib.sha256(BADGES.encode()).hexdigest()})
        for path, more in ((upload + "/preview", {}), (analyses, {"evidence": "all"})):
            for wrong, where, said in (({"zone": "Europe/Pariss"}, "/zone", "Europe/Pariss"),
                                       ({"mapping": MAPPING.replace("csv", "excel")}, "/mapping", "csv, json, w3c"),
                                       ({"mapping": "a: ["}, "/mapping", "mapping.yaml"),
                                       ({"mapping": "#" * 70_000}, "/mapping", ""), ({"zones": ""}, "/zones", "")):
                refused = lead.post(path, {**more, **wrong})
                assert refused.status in (400, 422) and refused.json["where"] == where, (path, wrong, refused.body)
                assert said in refused.json["detail"] and str(server.folder) not in refused.body.decode(), refused.body
        started = lead.post(analyses, {"evidence": "all", **told})
        assert started.status == 202, started.body
        view = wait_for(lead, f"{analyses}/{started.json['id']}")
        assert view["state"] == "done", view
        (source,) = lead.get(f"/incidents/{incident}/sources").json["items"]
        assert source["format"] == "badges" and source["first"] == "2026-03-08T01:11:07Z", source
        # What was told is in the logbook, and the mapping is kept under its hash.
        digest = hashlib.sha256(MAPPING.encode()).hexdigest()
        said = lead.get(f"/incidents/{incident}/log?kind=decision&lang=fr").json["items"][-1]["text"]
        assert "Europe/Paris" in said and digest in said, said
        assert (vault_of(server, incident) / "mappings" / f"{digest}.yaml").read_text() == MAPPING


if __name__ == "__main__":
    run(a_piece_comes_in_pieces_and_survives_a_kill, an_upload_is_its_persons_and_of_its_incident,
        a_preview_says_what_it_would_say_and_nothing_counts, what_a_file_does_not_say_is_told,
        dates_without_a_zone_take_the_organisations)
