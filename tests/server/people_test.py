#!/usr/bin/env python3
"""People of `digue serve`: roles that a lead gives and ends, accounts, passwords, sessions."""
import os
import pathlib
import shutil
import socket
import subprocess

from program import PASSWORD, PROGRAM, ROOT, Server, run


def role_of(client, incident):
    answer = client.get(f"/incidents/{incident}/people")
    return next((one["role"] for one in answer.json["items"] if one["me"]), None) if answer.status == 200 else None


def a_lead_gives_changes_and_ends_a_role():
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        paul = server.person(lead, "paul", "scribe", everywhere=False)
        people = f"/incidents/{incident}/people"
        assert paul.get(f"/incidents/{incident}").status == 404
        assert [one["name"] for one in lead.get(people).json["items"]] == ["marie"]
        # Whoever opened it leads it, and the logbook says so.
        assert "entry" in lead.get(people).json["items"][0]

        assert lead.post(people, {"person": "paul", "role": "responder"}).status == 201
        assert role_of(paul, incident) == "responder"
        assert paul.post(f"/incidents/{incident}/log", {"text": "arrivé"}).status == 201
        assert paul.post(people, {"person": "paul", "role": "lead"}).status == 403
        assert lead.post(people, {"person": "paul", "role": "observer"}).status == 201
        assert paul.post(f"/incidents/{incident}/log", {"text": "encore"}).status == 403
        assert lead.post(people, {"person": "paul", "role": "none"}).status == 201
        assert paul.get(f"/incidents/{incident}").status == 404
        assert paul.get("/incidents").json["total"] == 0

        lines = lead.get(f"/incidents/{incident}/log?kind=role-set&lang=en").json["items"]
        assert [line["text"] for line in lines] == [
            "Marie Petit (marie) is now lead in the incident.",
            "Paul (paul) is now responder in the incident.",
            "Paul (paul) is now observer in the incident.",
            "Paul (paul) has no role in the incident any more."], lines
        for wrong in ({"person": "nobody", "role": "lead"}, {"person": "paul", "role": "emperor"},
                      {"person": "paul"}, {"person": "<script>", "role": "lead"}):
            assert lead.post(people, wrong).status == 422, wrong
        # It survives the server.
        server.stop()
        server.start()
        lead.server = paul.server = server
        assert paul.get(f"/incidents/{incident}").status == 404


def a_role_holds_everywhere_only_when_told_so():
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        body = {"display_name": "P", "password": PASSWORD}
        for name, role, more, everywhere in (("paul", "responder", {}, False), ("anne", "lead", {}, True),
                                             ("zoe", "lead", {"manages_people": False}, False),
                                             ("bob", "scribe", {"manages_people": True}, True),
                                             ("eve", "observer", {"everywhere": True}, True),
                                             ("max", "lead", {"everywhere": False}, False)):
            added = lead.post("/people", {"name": name, "role": role, **body, **more})
            assert added.status == 201 and added.json["everywhere"] == everywhere, added.body
            client = server.client()
            client.sign_in(name)
            assert (client.get(f"/incidents/{incident}").status == 200) == everywhere, name


def an_incident_always_has_a_lead():
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        people = f"/incidents/{incident}/people"
        for role in ("none", "scribe"):
            refused = lead.post(people, {"person": "marie", "role": role})
            assert refused.status == 409, (role, refused.body)
        server.person(lead, "anne", "observer", everywhere=False)
        assert lead.post(people, {"person": "anne", "role": "lead"}).status == 201
        assert lead.post(people, {"person": "marie", "role": "none"}).status == 201
        assert lead.get(f"/incidents/{incident}").status == 404  # a lead of the server, and no longer here


def nobody_undoes_a_role_by_correcting_its_line():
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        paul = server.person(lead, "paul", "lead", everywhere=False)
        ended = lead.post(f"/incidents/{incident}/people", {"person": "paul", "role": "scribe"})
        entry = ended.json["entry"]
        assert paul.post(f"/incidents/{incident}/log", {"text": "x", "corrects": entry}).status == 403
        assert lead.post(f"/incidents/{incident}/log", {"text": "x", "corrects": entry}).status == 409
        # A scribe corrects what was written by hand, and no act.
        act = lead.post(f"/incidents/{incident}/answers", {"item": "mail-account/2.a.3", "value": "yes"})
        assert act.status == 201, act.body
        assert paul.post(f"/incidents/{incident}/log", {"text": "x", "corrects": act.json["entry"]}).status == 403
        note = paul.post(f"/incidents/{incident}/log", {"text": "une ligne"})
        assert paul.post(f"/incidents/{incident}/log", {"text": "mieux", "corrects": note.json["entry"]}).status == 201
        assert role_of(paul, incident) == "scribe"
        # Nor from the terminal, on the same file.
        file = server.folder / "data" / "incidents" / f"{incident}.digue"
        for verb in (["add", "x", "--corrects", str(entry)], ["redact", str(entry), "--why", "x"],
                     ["withdraw", str(entry), "--why", "x"]):
            ran = subprocess.run([PROGRAM, "log", *verb, "--incident", str(file), "--lang", "en"], text=True,
                                 capture_output=True, env=dict(os.environ, DIGUE_STATE=str(server.folder / "state")))
            assert ran.returncode != 0 and "who has which role" in ran.stderr, (verb, ran)
        assert role_of(paul, incident) == "scribe"


def a_stream_ends_with_the_role():
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        paul = server.person(lead, "paul", "observer")
        with socket.create_connection(("127.0.0.1", server.port), timeout=12) as connection:
            connection.sendall((f"GET /api/v1/incidents/{incident}/stream HTTP/1.1\r\n"
                                f"Host: 127.0.0.1:{server.port}\r\nCookie: {paul.cookie}\r\n\r\n").encode())
            out = connection.recv(4096)
            assert out.startswith(b"HTTP/1.1 200")
            lead.post(f"/incidents/{incident}/log", {"text": "avant"})
            while b"avant" not in out:
                out += connection.recv(4096)
            lead.post(f"/incidents/{incident}/people", {"person": "paul", "role": "none"})
            lead.post(f"/incidents/{incident}/log", {"text": "après"})
            while piece := connection.recv(4096):  # until the server ends it
                out += piece
        assert "après".encode() not in out


def accounts_change_and_are_disabled():
    with Server() as server:
        lead = server.lead()
        paul = server.person(lead, "paul", "scribe")
        changed = lead.post("/people/paul", {"display_name": "Paul M.", "role": "responder", "opens_incidents": True})
        assert changed.status == 200 and changed.json["display_name"] == "Paul M.", changed.body
        assert paul.incident()
        listed = {one["name"]: one for one in lead.get("/people").json["items"]}
        assert listed["paul"]["role"] == "responder" and listed["marie"]["manages_people"]
        assert lead.post("/people/paul", {"disabled": True}).status == 200
        assert paul.get("/sheets").status == 401
        assert server.client().post("/session", {"name": "paul", "password": PASSWORD}).status == 401
        assert lead.post("/people/paul", {"disabled": False}).status == 200
        server.client().sign_in("paul")
        assert lead.post("/people/marie", {"disabled": True}).status == 409
        assert lead.post("/people/marie", {"manages_people": False}).status == 409
        assert lead.post("/people/nobody", {"role": "lead"}).status == 404
        assert lead.post("/people/..%2f", {"role": "lead"}).status in (400, 404)


def passwords_and_sessions():
    with Server() as server:
        lead = server.lead()
        paul, other = server.person(lead, "paul", "scribe"), server.client()
        other.sign_in("paul")
        assert paul.post("/session/password", {"old": "not it at all", "password": "x" * 12}).json["where"] == "/old"
        assert paul.post("/session/password", {"old": PASSWORD, "password": "short"}).status == 422
        assert paul.post("/session/password", {"old": PASSWORD, "password": "a new long one"}).status == 204
        assert paul.get("/sheets").status == 200 and other.get("/sheets").status == 401
        assert server.client().post("/session", {"name": "paul", "password": PASSWORD}).status == 401
        other.sign_in("paul", "a new long one")
        assert paul.request("DELETE", "/session/others").status == 204
        assert paul.get("/sheets").status == 200 and other.get("/sheets").status == 401
        assert lead.post("/people/paul/password", {"password": "given by a lead"}).status == 204
        assert paul.get("/sheets").status == 401
        paul.sign_in("paul", "given by a lead")
        assert lead.request("DELETE", "/people/paul/sessions").status == 204
        assert paul.get("/sheets").status == 401


def a_database_of_an_earlier_version_opens_and_upgrades():
    """kept/people-1.sqlite: Marie, a lead, Paul, a scribe, Anne, a responder, before roles were by incident;
    people-2: the same, before tokens; 3: before second factors; 4: before identity providers; 5: before a second
    factor could be demanded; 6: as it is now."""
    versions = sorted((ROOT / "src" / "server" / "sql").glob("schema_*.sql"))
    everything = sorted((pathlib.Path(__file__).parent / "kept").glob("people-*.sqlite"))
    assert len(everything) == len(versions), "one of each version must be kept"
    for kept in everything:
        with Server() as server:
            server.stop()
            shutil.copy(kept, server.folder / "data" / "people.sqlite")
            server.start()
            assert server.code == ""
            lead, paul, anne = server.client(), server.client(), server.client()
            for client, name in ((lead, "marie"), (paul, "paul"), (anne, "anne")):
                client.sign_in(name)
            me = lead.get("/session").json["person"]
            assert me["role"] == "lead" and me["everywhere"] and me["manages_people"] and me["opens_incidents"]
            incident = anne.incident()
            assert role_of(lead, incident) == "lead" and role_of(paul, incident) == "scribe"
            assert paul.post("/incidents", {"title": "x", "sheet": "mail-account"}).status == 403
            assert lead.post("/people/paul", {"everywhere": False}).status == 200
            assert paul.get(f"/incidents/{incident}").status == 404


if __name__ == "__main__":
    run(a_role_holds_everywhere_only_when_told_so, a_lead_gives_changes_and_ends_a_role, an_incident_always_has_a_lead,
        nobody_undoes_a_role_by_correcting_its_line, a_stream_ends_with_the_role, accounts_change_and_are_disabled,
        passwords_and_sessions, a_database_of_an_earlier_version_opens_and_upgrades)
