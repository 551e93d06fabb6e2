#!/usr/bin/env python3
"""Tokens of `digue serve`: told once, kept hashed, scoped, expiring, revoked, worth no more than their person.
What none of them may do is generated from openapi.yaml."""
from access_test import LEFT_OUT, ask, is_open, path_of
from program import OPERATIONS, Server, run


def token(client, **more):
    made = client.post("/tokens", {"name": "journal", "scope": "read", "days": 1, **more})
    assert made.status == 201, made.body
    return made.json, {"Authorization": "Bearer " + made.json["secret"]}


def a_token_is_told_once_and_kept_hashed():
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        made, bearer = token(lead)
        program = server.client()
        assert program.get(f"/incidents/{incident}", fields=bearer).status == 200
        listed = lead.get("/tokens").json["items"]
        assert [one["name"] for one in listed] == ["journal"] and "secret" not in listed[0]
        again = lead.post("/tokens", {"name": "b", "scope": "read", "days": 1}, fields={"Idempotency-Key": "k"}).json
        server.stop()
        for file in (server.folder / "data").glob("people.sqlite*"):
            for secret in (made["secret"], again["secret"]):
                assert secret.encode() not in file.read_bytes(), file
        server.start()
        assert program.get(f"/incidents/{incident}", fields=bearer).status == 200
        paul = server.person(lead, "paul", "lead")
        assert paul.get("/tokens").json["total"] == 0
        assert paul.request("DELETE", f"/tokens/{made['token']}").status == 404
        assert lead.request("DELETE", f"/tokens/{made['token']}").status == 204
        assert program.get(f"/incidents/{incident}", fields=bearer).status == 401
        for wrong in ("Bearer", "Bearer x", "Bearer digue_" + "0" * 64, "Basic bWFyaWU6eA==", "bearer"):
            assert program.get("/sheets", fields={"Authorization": wrong}).status == 401, wrong
        # A token that is wrong is not made good by a session.
        assert lead.get("/sheets", fields={"Authorization": "Bearer x"}).status == 401
        for body in ({"days": 0}, {"days": 366}, {"scope": "all"}, {"incident": "none"}, {"name": " "}):
            assert lead.post("/tokens", {"name": "a", "scope": "read", "days": 1, **body}).status == 422, body


def a_token_may_less_than_its_person():
    with Server() as server:
        lead = server.lead()
        incident, other = lead.incident(), lead.incident()
        program = server.client()
        _, reads = token(lead)
        _, writes = token(lead, name="w", scope="write")
        _, one = token(lead, name="o", scope="write", incident=incident)
        checked = 0
        for operation in OPERATIONS:
            if is_open(operation) or (operation.method, operation.path) in LEFT_OUT:
                continue
            account = operation.path.startswith(("/people/", "/session", "/tokens")) or \
                operation.body.get("x-right") == "manages_people" or "/webhooks" in operation.path
            path = path_of(operation, incident)
            read = ask(program, operation, path, fields=reads)
            assert (read.status == 403) == (account or operation.method != "GET"), (path, read.status)
            written = ask(program, operation, path, fields=writes)
            assert (written.status == 403) == account, (path, written.status)
            if "{incident}" in operation.path:
                assert ask(program, operation, path_of(operation, other), fields=one).status == 404, path
            checked += 1
        assert checked > 50, checked
        assert program.post(f"/incidents/{incident}/log", {"text": "par un programme"}, fields=one).status == 201
        assert program.post("/incidents", {"title": "x", "sheet": "mail-account"}, fields=one).status == 403
        assert [line["id"] for line in program.get("/incidents", fields=one).json["items"]] == [incident]
        assert program.post(f"/incidents/{incident}/log", {"text": "x"}, fields={**writes, "X-Digue": ""}).status == 403


def a_token_ends_with_its_person():
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        paul = server.person(lead, "paul", "scribe")
        _, bearer = token(paul, scope="write")
        program = server.client()
        assert program.post(f"/incidents/{incident}/log", {"text": "x"}, fields=bearer).status == 201
        assert lead.post(f"/incidents/{incident}/people", {"person": "paul", "role": "none"}).status == 201
        assert program.get(f"/incidents/{incident}", fields=bearer).status == 404
        assert lead.post("/people/paul", {"disabled": True}).status == 200
        assert program.get("/sheets", fields=bearer).status == 401


if __name__ == "__main__":
    run(a_token_is_told_once_and_kept_hashed, a_token_may_less_than_its_person, a_token_ends_with_its_person)
