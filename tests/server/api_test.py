#!/usr/bin/env python3
"""The API of `digue serve`, driven as a browser would; every answer is checked against openapi.yaml."""
import http.client
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import threading
import time

from program import API, BASE, PASSWORD, PROGRAM, Server, run


def first_start_and_sessions():
    with Server() as server:
        client = server.client()
        assert client.get("/health").json["status"] == "ok"
        session = client.get("/session").json
        assert session["person"] is None and session["first_start"] is True
        wrong = client.post("/first-start", {"code": "0000-0000-0000-0000", "name": "eve",
                                             "display_name": "Eve", "password": PASSWORD})
        assert wrong.status == 403 and wrong.json["where"] == "/code"
        lead = server.lead()
        assert lead.get("/session").json["person"]["role"] == "lead"
        assert lead.get("/session").json["first_start"] is False
        again = client.post("/first-start", {"code": server.code, "name": "eve", "display_name": "Eve",
                                             "password": PASSWORD})
        assert again.status == 409
        # The token changes at each sign-in, and the one before ends.
        before = lead.cookie
        lead.sign_in("marie")
        assert lead.cookie != before
        lead.cookie, now = before, lead.cookie
        assert lead.get("/sheets").status == 401
        lead.cookie = now
        assert lead.request("DELETE", "/session").status == 204
        lead.cookie = now
        assert lead.get("/sheets").status == 401


def login_matrix():
    with Server() as server:
        lead = server.lead()
        client = server.client()
        answers = []
        for name, password in (("marie", "wrong password"), ("nobody", PASSWORD), ("MARIE", PASSWORD),
                               ("marie", PASSWORD + " "), ("marie' OR 1=1", "x")):
            answer = client.post("/session", {"name": name, "password": password})
            assert answer.status == 401, (name, answer.body)
            answers.append(answer.json)
        assert all(one == answers[0] for one in answers)
        for body in ({"name": "marie", "password": ""}, {"name": "marie"}, {"name": "", "password": "x"},
                     {"name": "marie", "password": None}, {"name": "marie", "password": ["x"]},
                     {"name": "marie", "password": True}):
            assert client.post("/session", body).status == 422, body
        for _ in range(6):
            last = client.post("/session", {"name": "paul", "password": "x"})
        assert last.status == 429 and any(name == "Retry-After" for name, _ in last.fields)
        assert client.get("/sheets").status == 401
        for cookie in ("digue-session=", "digue-session=0", "digue-session=" + "0" * 64):
            client.cookie = cookie
            assert client.get("/sheets").status == 401
        assert lead.get("/sheets").status == 200
        short = lead.post("/people", {"name": "paul", "display_name": "Paul", "password": "short",
                                      "role": "scribe"})
        assert short.status == 422


def library():
    with Server() as server:
        lead = server.lead()
        sheets = lead.get("/sheets?lang=fr").json
        assert sheets["total"] == len(sheets["items"]) > 3
        for sheet in sheets["items"]:
            assert lead.get(f"/sheets/{sheet['id']}").json["steps"]
        assert lead.get("/sheets/none").status == 404
        assert lead.get("/sheets?per_page=2&page=2").json["items"] == lead.get("/sheets").json["items"][2:4]
        assert lead.get("/sheets?per_page=0").json["where"] == "per_page"
        for path in ("/contacts", "/glossary", "/entry"):
            french, english = lead.get(path + "?lang=fr").json, lead.get(path + "?lang=en").json
            assert french != english, path
        accepted = lead.get("/entry", fields={"Accept-Language": "fr-FR,fr;q=0.9,en;q=0.8"}).json
        assert accepted == lead.get("/entry?lang=fr").json


def one_incident_from_start_to_paper():
    with Server() as server:
        lead = server.lead()
        incident = "/incidents/" + lead.incident(subject={"account": "compta@chu.example"})
        first = lead.get(incident)
        tag = dict(first.fields)["ETag"]
        assert first.json["accounts"][0]["name"] == "compta@chu.example"
        assert lead.get(incident, fields={"If-None-Match": tag}).status == 304
        plan = lead.get(incident + "/plan?lang=fr").json
        assert plan["items"] and plan["next"]
        blocked = next(one for one in plan["items"] if any(b["kind"] == "impact" for b in one["blockers"]))
        act = {"item": blocked["item"], "account": blocked["account"], "state": "done"}
        refused = lead.post(incident + "/actions", act)
        assert refused.status == 409, refused.body
        done = lead.post(incident + "/actions",
                         dict(act, accept_impact="M. Durand", waived_by="M. Durand", why="urgent", despite=True))
        assert done.status == 201, done.body
        assert lead.get(incident, fields={"If-None-Match": tag}).status == 200
        assert any(one["state"] == "done" for one in lead.get(incident).json["actions"])
        assert blocked["item"] not in [one["item"] for one in lead.get(incident + "/plan").json["items"]]
        assert blocked["item"] in [one["item"] for one in lead.get(incident + "/plan?all=1").json["items"]]
        assert lead.get(incident + "/plan?by=person").json["items"]
        typed = lead.post(incident + "/log/recognise",
                          {"text": "compta@chu.example a reçu hxxp://mal[.]example/a depuis 203.0.113.9"}).json
        assert [(one["kind"], one["value"]) for one in typed["items"]] == [
            ("mail", "compta@chu.example"), ("url", "http://mal.example/a"), ("address", "203.0.113.9")], typed
        assert lead.get(incident + "/plan?by=colour").json["where"] == "by"

        note = lead.post(incident + "/log", {"text": "déjà vu sur srv-1", "hosts": ["SRV-1"],
                                             "occurred": "2026-03-08T03:11:00+01:00", "precision": "minute"})
        assert note.status == 201, note.body
        found = lead.get(incident + "/log?text=DEJA%20VU").json
        assert found["total"] == 1 and found["items"][0]["leaf"] == note.json["leaf"]
        assert found["items"][0]["author"] == "Marie Petit" and found["items"][0]["hosts"] == ["srv-1"]
        corrected = lead.post(incident + "/log", {"text": "vu sur srv-2", "corrects": note.json["entry"]})
        assert corrected.status == 201
        lines = lead.get(incident + f"/log?from={note.json['entry']}&limit=1").json
        assert lines["items"][0]["corrected_by"] == corrected.json["entry"]
        assert lines["next"] == corrected.json["entry"]
        assert lead.post(incident + "/log", {"text": "x", "corrects": 10_000}).status in (404, 422)

        clock = next(one for one in lead.get(incident + "/clocks").json["items"] if one["due"] is None)["clock"]
        started = lead.post(f"{incident}/clocks/{clock}", {"step": "start", "why": "fuite confirmée"})
        assert started.status == 201, started.body
        assert lead.post(f"{incident}/clocks/none", {"step": "start"}).status == 404
        assert lead.post(incident + "/rounds", {"time_box": 30}).status == 201
        assert lead.post(incident + "/rounds", {}).status == 409
        severity = lead.get(incident + "/severity").json
        assert 0 <= severity["minutes_left"] <= 30
        decided = lead.post(incident + "/severity/decision",
                            {"degree": severity["ceiling"], "by": "M. Durand", "why": "doute"})
        assert decided.status == 201, decided.body
        assert lead.post(incident + "/rounds/end", {}).status == 201
        for part in ("accounts", "hosts", "indicators", "findings", "evidence"):
            assert lead.get(f"{incident}/{part}").status == 200, part
        verdict = lead.get(incident + "/verify").json["verdict"]
        assert verdict["intact"] and verdict["entries"] == lead.get(incident).json["entries"]
        assert lead.get(incident + "/papers/report.pdf").body.startswith(b"%PDF-")
        assert lead.get(incident + "/papers/kit.pdf").body.startswith(b"%PDF-")
        assert lead.get(incident + "/papers/calendar.ics").body.startswith(b"BEGIN:VCALENDAR")
        assert lead.get(incident + "/papers/..%2f..%2fpasswd").status in (400, 404)
        assert lead.get(incident + "/papers/other.pdf").status == 404


def who_does_what_and_who_takes_over():
    with Server() as server:
        lead = server.lead()
        paul = server.person(lead, "paul", "responder")
        incident = "/incidents/" + lead.incident(subject={"account": "compta@chu.example"})
        assert lead.get(incident + "/scripts").json["items"] == []  # nobody is held compromised yet
        step = lead.get(incident + "/plan").json["next"]
        item = {"item": step["item"], "account": step["account"]}
        paul_is = paul.get("/session").json["person"]["display_name"]
        given = lead.post(incident + "/assignments", dict(item, to=paul_is, due="2026-03-08T05:00:00+01:00"))
        assert given.status == 201, given.body
        line = next(one for one in lead.get(incident + "/plan?all=1").json["items"] if one["item"] == step["item"])
        assert line["owner"] == paul_is and line["state"] == "to-do", line
        assert lead.post(incident + "/assignments", item).status == 201  # nobody any more
        assert lead.post(incident + "/assignments", {"item": "mail-account/none", "to": "x"}).status in (404, 422)

        assert lead.post(incident + "/handover/acceptance", {}).status == 409  # nothing waits
        proposed = lead.post(incident + "/handover", {"to": paul_is, "text": "rien de neuf", "move": True})
        assert proposed.status == 201, proposed.body
        seen = paul.get(incident + "/handover").json
        assert seen["parts"] and seen["handovers"][-1]["text"] == "rien de neuf"
        assert not seen["handovers"][-1]["accepted"]
        assert lead.post(incident + "/handover/acceptance", {}).status == 409  # it is for Paul
        assert paul.post(incident + "/handover/acceptance", {}).status == 201
        assert paul.get(incident + "/handover").json["handovers"][-1]["accepted"]

        answered = lead.get(incident).json["answers"]
        assert lead.post(incident + "/sheet", {"sheet": "none", "why": "x"}).json["where"] == "/sheet"
        assert lead.post(incident + "/sheet", {"sheet": "phishing", "why": "un clic"}).status == 201
        after = lead.get(incident).json
        assert after["sheet"] == "phishing" and after["answers"] == answered


def bodies_are_strict():
    with Server() as server:
        lead = server.lead()
        log = f"/incidents/{lead.incident()}/log"
        for body, status, where in (
                ({"text": "a", "colour": "red"}, 400, "/colour"), ({"text": 1}, 422, "/text"),
                ({"text": " "}, 422, "/text"), ({}, 422, "/text"), ({"text": "a\u0000b"}, 422, "/text"),
                ({"text": "a", "hosts": "b"}, 422, "/hosts"), ({"text": "a", "hosts": [1]}, 422, "/hosts"),
                ({"text": "a", "corrects": -1}, 422, "/corrects"), ({"text": "a", "corrects": 1.5}, 422, "/corrects"),
                ({"text": "a", "occurred": "yesterday"}, 422, "/occurred"),
                ({"text": "a", "precision": "year"}, 422, "/precision"), ({"text": "a" * 20_001}, 422, "/text"),
                ({"text": "a", "x/y~z": 1}, 400, "/x~1y~0z")):
            answer = lead.post(log, body)
            assert (answer.status, answer.json.get("where")) == (status, where), (body, answer.body)
        for raw, status in ((b"", 400), (b"[]", 400), (b"{", 400), (b'{"text":"a","text":"b"}', 400),
                            (b"\xff\xfe", 400), (b'{"text":' + b"[" * 50 + b"]" * 50 + b"}", 400),
                            (b'{"text":"' + b"a" * 300_000 + b'"}', 413)):
            assert lead.post(log, raw).status == status, raw[:40]
        other = lead.request("POST", log, b"text=a", fields={"Content-Type": "application/x-www-form-urlencoded"})
        assert other.status == 415
        assert lead.request("POST", log, {"text": "a"}, fields={"X-Digue": "0"}).status == 403
        french = lead.post(log + "?lang=fr", {"text": ""})
        assert "nécessaire" in french.json["detail"]
        assert lead.get(log).json["total"] == 3  # nothing of it was written


def a_write_sent_twice_is_written_once():
    with Server() as server:
        lead = server.lead()
        log = f"/incidents/{lead.incident()}/log"
        key = {"Idempotency-Key": "draft-1"}
        first = lead.request("POST", log, {"text": "une fois"}, fields=key)
        again = lead.request("POST", log, {"text": "une fois"}, fields=key)
        assert first.status == again.status == 201 and first.json == again.json
        assert lead.request("POST", log, {"text": "autre"}, fields=key).status == 422
        server.stop()
        server.start()
        assert lead.request("POST", log, {"text": "une fois"}, fields=key).json == first.json
        assert lead.get(log + "?text=fois").json["total"] == 1
        assert lead.request("POST", log, {"text": "x"}, fields={"Idempotency-Key": "a b"}).status == 400


def two_writers_and_a_program_beside():
    with Server() as server:
        lead = server.lead()
        other = server.person(lead, "paul", "responder")
        name = lead.incident()
        log, wrong = f"/incidents/{name}/log", []

        def write(client, who):
            for number in range(25):
                if client.post(log, {"text": f"{who} {number}"}).status != 201:
                    wrong.append((who, number))

        writers = [threading.Thread(target=write, args=one) for one in ((lead, "marie"), (other, "paul"))]
        for one in writers:
            one.start()
        file = server.folder / "data" / "incidents" / f"{name}.digue"
        done = subprocess.run([PROGRAM, "log", "add", "par le terminal", "--incident", str(file), "--author", "Anne"],
                              env=dict(os.environ, DIGUE_STATE=str(server.folder / "state")),
                              capture_output=True, text=True, check=False)
        assert done.returncode == 0 and "abruptly" not in done.stderr, done.stderr
        for one in writers:
            one.join()
        assert not wrong, wrong
        lines = lead.get(log + "?limit=500").json
        texts = [one["text"] for one in lines["items"]]
        assert sum(text.startswith("marie ") for text in texts) == 25
        assert sum(text.startswith("paul ") for text in texts) == 25
        assert any("terminal" in text for text in texts)
        assert [one["entry"] for one in lines["items"]] == list(range(lines["total"]))
        assert lead.get(f"/incidents/{name}/verify").json["verdict"]["intact"]


def nothing_acknowledged_is_lost_when_the_server_is_killed():
    with Server() as server:
        lead = server.lead()
        name = lead.incident()
        log, told = f"/incidents/{name}/log", []

        def write():
            try:
                while True:
                    answer = lead.post(log, {"text": f"ligne {len(told)}"})
                    if answer.status == 201:
                        told.append(answer.json["leaf"])
            except (OSError, http.client.HTTPException):
                pass

        writer = threading.Thread(target=write)
        writer.start()
        while len(told) < 15:
            time.sleep(0.01)
        server.stop(signal.SIGKILL)
        writer.join()
        server.start()
        kept = {one["leaf"] for one in lead.get(log + "?limit=500").json["items"]}
        assert set(told) <= kept, "an acknowledged entry was lost"
        assert lead.get(f"/incidents/{name}/verify").json["verdict"]["intact"]


class Stream:
    """The events of an incident, as they come."""

    def __init__(self, client, name, after=None):
        self.connection = http.client.HTTPConnection("127.0.0.1", client.server.port, timeout=20)
        fields = {"Cookie": client.cookie}
        if after is not None:
            fields["Last-Event-ID"] = str(after)
        self.connection.request("GET", f"{BASE}/incidents/{name}/stream?lang=fr", headers=fields)
        self.response = self.connection.getresponse()
        assert self.response.status == 200
        assert self.response.getheader("Content-Type") == "text/event-stream"

    def next(self):
        event = {}
        while True:
            line = self.response.readline().decode().rstrip("\n")
            if line.startswith(":"):
                continue
            if not line:
                if event:
                    return event
                continue
            name, value = line.split(": ", 1)
            event[name] = value


def events_come_in_order_and_resume():
    with Server() as server:
        lead = server.lead()
        name = lead.incident()
        log = f"/incidents/{name}/log"
        stream = Stream(lead, name)
        time.sleep(0.3)
        began = time.monotonic()
        written = [lead.post(log, {"text": f"ligne {number}"}).json for number in range(5)]
        for one in written:
            event = stream.next()
            assert event["event"] == "entry" and int(event["id"]) == one["entry"], (event, one)
            assert json.loads(event["data"])["leaf"] == one["leaf"]
        assert time.monotonic() - began < 5
        resumed = Stream(lead, name, after=written[2]["entry"])
        assert [int(resumed.next()["id"]) for _ in range(2)] == [written[3]["entry"], written[4]["entry"]]
        # What another program adds comes too.
        file = server.folder / "data" / "incidents" / f"{name}.digue"
        subprocess.run([PROGRAM, "log", "add", "par le terminal", "--incident", str(file), "--author", "Anne"],
                       env=dict(os.environ, DIGUE_STATE=str(server.folder / "state")), capture_output=True, check=True)
        assert "terminal" in stream.next()["data"]
        server.stop()  # with streams open
        server.start()
        assert int(Stream(lead, name, after=written[4]["entry"]).next()["id"]) == written[4]["entry"] + 1


def a_stream_ends_with_its_session():
    with Server() as server:
        lead = server.lead()
        name = lead.incident()
        stream = Stream(lead, name)
        lead.request("DELETE", "/session")
        began = time.monotonic()
        while stream.response.readline():
            pass
        assert time.monotonic() - began < 20


def own_style(server):
    """What /theme.css answers: status, type, body."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request("GET", "/theme.css")
    response = connection.getresponse()
    answer = response.status, response.getheader("Content-Type"), response.read()
    connection.close()
    return answer


def an_organisation_has_its_own_look():
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder) / "data"
        with Server(folder) as server:
            ours = own_style(server)
        if ours[0] == 404:
            print("SKIPPED: the look of an organisation (this program holds no interface)")
            return
        (data / "theme.css").write_text(":root { --accent: #123456 }", encoding="utf-8")
        with Server(folder) as server:
            assert own_style(server) == (200, "text/css; charset=utf-8", b":root { --accent: #123456 }")
        (data / "theme.css").write_bytes(b"\xff\xfe")
        done = subprocess.run([PROGRAM, "serve", "--data", str(data), "--listen", "127.0.0.1:0", "--lang", "en"],
                              capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode != 0 and "theme.css is no theme" in done.stderr, done.stderr


if __name__ == "__main__":
    assert API["openapi"] == "3.1.0"
    run(first_start_and_sessions, login_matrix, library, one_incident_from_start_to_paper,
        who_does_what_and_who_takes_over, bodies_are_strict,
        a_write_sent_twice_is_written_once, two_writers_and_a_program_beside,
        nothing_acknowledged_is_lost_when_the_server_is_killed, events_come_in_order_and_resume,
        a_stream_ends_with_its_session, an_organisation_has_its_own_look)
