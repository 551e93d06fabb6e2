#!/usr/bin/env python3
"""Evidence sent to the server, analysed in the background: the same findings as `digue analyze` gives."""
import hashlib
import json
import pathlib
import subprocess
import tempfile
import time
import urllib.parse

from api_test import Stream
from program import PROGRAM, ROOT, Server, run


def send(client, incident, name, data, **fields):
    return client.request("POST", f"/incidents/{incident}/evidence", data,
                          fields={"Content-Type": "application/octet-stream",
                                  "Digue-Name": urllib.parse.quote(name), **fields})


def vault_of(server, incident):
    return server.folder / "data" / "incidents" / f"{incident}.digue.evidence"


def a_piece_is_kept_under_its_hash():
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        data = bytes(range(256)) * 20_000  # 5 MB, over several pieces
        sent = send(lead, incident, "relevé d'été.csv", data)
        assert sent.status == 201 and sent.json["sha256"] == hashlib.sha256(data).hexdigest(), sent.body
        assert sent.json["bytes"] == len(data)
        piece = lead.get(f"/incidents/{incident}/evidence").json["items"][0]
        assert piece["name"] == "relevé d'été.csv" and piece["who"] == "Marie Petit"
        again = send(lead, incident, "other name", data)
        assert again.json["entry"] == sent.json["entry"]
        assert lead.get(f"/incidents/{incident}/evidence").json["total"] == 1
        kept = list((vault_of(server, incident) / "objects").rglob(sent.json["sha256"]))
        assert len(kept) == 1 and kept[0].read_bytes() == data
        for name in ("../../people.sqlite", "a/b", "", "a\x00b", "a\\b"):
            assert send(lead, incident, name, b"x").status == 422, name
        assert send(lead, incident, "a", b"x", **{"Content-Type": "application/json"}).status == 415
        # Cut in the middle: nothing stays.
        server.raw((f"POST /api/v1/incidents/{incident}/evidence HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
                    f"Cookie: {lead.cookie}\r\nX-Digue: 1\r\nDigue-Name: cut\r\nContent-Length: 1000000\r\n"
                    "Content-Type: application/octet-stream\r\n\r\n").encode() + b"a" * 400_000, wait=1)
        time.sleep(0.5)
        assert lead.get(f"/incidents/{incident}/evidence").json["total"] == 1
        assert not list(vault_of(server, incident).glob("incoming-*"))


def exercise(folder):
    done = subprocess.run([PROGRAM, "exercise", "make", "mailbox-takeover", "--seed", "7", "--out", folder],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return sorted(one for one in (pathlib.Path(folder) / "evidence").rglob("*") if one.is_file())


def wait_for(client, path):
    for _ in range(600):
        view = client.get(path).json
        if view["state"] not in ("waiting", "running"):
            return view
        time.sleep(0.2)
    raise AssertionError(f"the analysis does not end: {view}")


def findings_of_the_terminal(files, *options):
    done = subprocess.run([PROGRAM, "analyze", *map(str, files), *options, "--json"], capture_output=True, text=True,
                          check=False)
    return {item["id"] for item in map(json.loads, done.stdout.splitlines()) if item["type"] == "finding"}


def the_scripts_rest_on_what_was_found(lead, incident, files):
    sources = lead.get(f"/incidents/{incident}/sources?per_page=500").json
    assert {one["file"] for one in sources["items"]} == {file.name for file in files}
    assert any(one["first"] for one in sources["items"])
    scripts = lead.get(f"/incidents/{incident}/scripts").json
    assert {one["measure"] for one in scripts["items"]} >= {"C1", "C5"}, scripts
    for one in scripts["items"]:
        got = lead.get(f"/incidents/{incident}/scripts/{one['file']}")
        assert hashlib.sha256(got.body).hexdigest() == one["sha256"] and b"Apply" in got.body, one
        assert dict(got.fields)["Content-Disposition"] == f'attachment; filename="{one["file"]}"'
        if one["reverse_file"]:
            assert lead.get(f"/incidents/{incident}/scripts/{one['reverse_file']}").status == 200
    assert lead.get(f"/incidents/{incident}/scripts/none.ps1").status == 404


def the_sign_ins_are_counted(lead, incident):
    counts = lead.get(f"/incidents/{incident}/sign-ins").json
    assert counts["zone"] == "Europe/Paris"
    for sum_of in ("successes", "failures", "intruder"):
        assert sum(hour[sum_of] for hour in counts["hours"]) == counts[sum_of] > 0, sum_of
    assert any(place["intruder"] for place in counts["places"]) and counts["streaks"]


def an_analysis_finds_what_the_terminal_finds():
    with Server() as server, tempfile.TemporaryDirectory() as folder:
        lead = server.lead()
        incident = lead.incident()
        analyses = f"/incidents/{incident}/analyses"
        assert lead.post(analyses, {"evidence": "all"}).status == 422  # nothing yet
        files = exercise(folder)
        for file in files:
            assert send(lead, incident, file.name, file.read_bytes()).status == 201
        assert lead.post(analyses, {"evidence": ["0" * 64]}).json["where"] == "/evidence"
        stream = Stream(lead, incident)
        started = lead.post(analyses, {"evidence": "all"})
        assert started.status == 202, started.body
        view = wait_for(lead, f"{analyses}/{started.json['id']}")
        assert view["state"] == "done" and view["read"] == view["files"] == lead.get(f"/incidents/{incident}/evidence").json["total"], view
        found = lead.get(f"/incidents/{incident}/findings?per_page=500").json
        assert found["total"] == view["findings"] > 5, (found["total"], view)
        assert {one["id"] for one in found["items"]} == findings_of_the_terminal(files)
        kinds = set()
        while "analysis" not in kinds or "entry" not in kinds:
            kinds.add(stream.next()["event"])
        assert any(one["evidence"] == "yes" for one in lead.get(f"/incidents/{incident}/plan?all=1").json["items"])
        the_scripts_rest_on_what_was_found(lead, incident, files)
        the_sign_ins_are_counted(lead, incident)
        # Again: nothing new is said.
        again = lead.post(analyses, {"evidence": "all"}).json["id"]
        assert wait_for(lead, f"{analyses}/{again}")["findings"] == 0
        other = lead.incident()
        assert lead.get(f"/incidents/{other}/sign-ins").json["hours"] == []
        assert lead.get(f"/incidents/{other}/analyses/{again}").status == 404
        assert lead.request("DELETE", f"/incidents/{other}/analyses/{again}").status == 404
        # One that waits behind another can be called off.
        lead.post(analyses, {"evidence": "all"})
        waiting = lead.post(analyses, {"evidence": "all"}).json["id"]
        assert lead.request("DELETE", f"{analyses}/{waiting}").status == 204
        assert wait_for(lead, f"{analyses}/{waiting}")["state"] == "cancelled"
        assert lead.get(f"/incidents/{incident}/verify").json["verdict"]["intact"]


RULE = """title: Somebody was added to a group
id: 11111111-2222-4333-8444-555555555555
level: low
logsource: {product: windows, service: security}
detection: {a: {EventID: [4728, 4732, 4756]}, condition: a}
---
title: On Linux
id: 21111111-2222-4333-8444-555555555555
logsource: {product: linux, service: auth}
detection: {a: {b: c}, condition: a}
---
title: Broken
id: 31111111-2222-4333-8444-555555555555
logsource: {product: windows, service: security}
detection: {a: {b|x: c}, condition: a}
"""


def rules_of_who_runs_the_server_are_asked():
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "mine.yml").write_text(RULE, encoding="utf-8")
        (pathlib.Path(folder) / "twice.yml").write_text(RULE.split("---")[0], encoding="utf-8")
        log = ROOT / "tests" / "golden" / "evtx" / "security.evtx"
        with Server(more=["--rules", folder]) as server:
            lead = server.lead()
            assert server.client().get("/rules").status == 401
            rules = lead.get("/rules").json
            assert rules["given"] and rules["applied"] > 40 and rules["not_applied"] == 1, rules
            assert rules["reasons"] == [{"reason": "Digue applies no rules to linux/auth", "rules": 1}], rules
            twice, refusal = rules["refusals"]
            assert refusal["file"] == "mine.yml" and refusal["title"] == "Broken" and rules["not_loaded"] == 2, rules
            assert twice["file"] == "twice.yml" and folder not in json.dumps(rules), rules
            assert "linux/auth" in lead.get("/rules?lang=fr").json["reasons"][0]["reason"]
            incident = lead.incident()
            assert send(lead, incident, log.name, log.read_bytes()).status == 201
            started = lead.post(f"/incidents/{incident}/analyses", {"evidence": "all"}).json["id"]
            assert wait_for(lead, f"/incidents/{incident}/analyses/{started}")["state"] == "done"
            found = lead.get(f"/incidents/{incident}/findings?per_page=500").json["items"]
            assert any(one["rule"] == "sigma/11111111-2222-4333-8444-555555555555" for one in found), found
        assert {one["id"] for one in found} == findings_of_the_terminal([log], "--rules", folder)
        with Server() as server:
            rules = server.lead().get("/rules").json
            assert not rules["given"] and rules["applied"] > 40 and rules["not_loaded"] == 0, rules


if __name__ == "__main__":
    run(a_piece_is_kept_under_its_hash, an_analysis_finds_what_the_terminal_finds,
        rules_of_who_runs_the_server_are_asked)
