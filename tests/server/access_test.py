#!/usr/bin/env python3
"""Who may do what, generated from openapi.yaml, so that a new route can't escape it: every route with
every role, with no login, without the guard, with an incident that is not there, and with a field that is
not known.  Every route that the server has must be on the page, too."""
import re

from factors_test import code_of
from program import OPERATIONS, PASSWORD, Client, ROOT, Server, resolved, run

ROLES = ("lead", "responder", "scribe", "observer", "counsel")
VALUES = {"{sheet}": "mail-account", "{clock}": "cnil", "{paper}": "calendar.ics",
          "{analysis}": "1", "{script}": "C1-none.ps1", "{person}": "nobody-here",
          "{upload}": "0" * 32, "{token}": "none", "{passkey}": "none",
          "{webhook}": "none"}
# They end the session that asks, or never end.
LEFT_OUT = {("DELETE", "/session"), ("GET", "/incidents/{incident}/stream")}


def path_of(operation, incident):
    path = operation.path.replace("{incident}", incident)
    for name, value in VALUES.items():
        path = path.replace(name, value)
    return path


def is_open(operation):
    return operation.body.get("security") == []


def ask(client, operation, path, body=None, **options):
    if operation.method == "POST":
        return client.post(path, {} if body is None else body, **options)
    return client.request(operation.method, path, **options)


def the_page_has_every_route_and_no_other():
    table = (ROOT / "src" / "server" / "api" / "routes.cpp").read_text(encoding="utf-8")
    methods = {"get": "GET", "post": "POST", "del": "DELETE"}
    served = {(methods[method], "/" + path)
              for method, path in re.findall(r'\{Method::(\w+),\s*"([^"]+)"', table)}
    assert served == {(one.method, one.path) for one in OPERATIONS}, \
        served ^ {(one.method, one.path) for one in OPERATIONS}


def nobody_gets_in_without_signing_in():
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        for operation in OPERATIONS:
            for client in (server.client(), forged(server)):
                answer = ask(client, operation, path_of(operation, incident))
                if is_open(operation):
                    assert answer.status != 401 or operation.path == "/session", operation.path
                else:
                    assert answer.status == 401, (operation.method, operation.path, answer.status)
        # Nor learns which addresses there are.
        assert server.client().get("/incidents/none").status == 401
        assert server.client().get("/none").status == 401


def forged(server):
    client = Client(server)
    client.cookie = "digue-session=" + "a" * 64
    return client


def each_role_may_what_the_page_says():
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        clients = {role: lead if role == "lead" else server.person(lead, role, role) for role in ROLES}
        checked = 0
        for operation in OPERATIONS:
            if is_open(operation) or (operation.method, operation.path) in LEFT_OUT:
                continue
            allowed = operation.body.get("x-may", ROLES)
            for role in ROLES:
                answer = ask(clients[role], operation, path_of(operation, incident))
                refused = answer.status == 403
                assert refused == (role not in allowed), (operation.method, operation.path, role, answer.status)
                checked += 1
        assert checked > 100, checked


def people_of(server, lead, incident):
    """One client a role, which they have in that incident only."""
    clients = {}
    for role in ROLES:
        clients[role] = server.person(lead, role, "observer", everywhere=False)
        given = lead.post(f"/incidents/{incident}/people", {"person": role, "role": role})
        assert given.status == 201, given.body
    return clients


def a_role_holds_in_the_incident_that_gave_it_and_nowhere_else():
    with Server() as server:
        lead = server.lead()
        mine, other = lead.incident(), lead.incident(title="L’autre")
        clients = people_of(server, lead, mine)
        checked = 0
        for operation in OPERATIONS:
            if "{incident}" not in operation.path or (operation.method, operation.path) in LEFT_OUT:
                continue
            allowed = operation.body.get("x-may", ROLES)
            for role, client in clients.items():
                here = ask(client, operation, path_of(operation, mine))
                assert (here.status == 403) == (role not in allowed), \
                    (operation.method, operation.path, role, here.status)
                there = ask(client, operation, path_of(operation, other), good_body(operation))
                none = ask(client, operation, path_of(operation, "none"), good_body(operation))
                assert there.status == none.status == 404, (operation.method, operation.path, role, there.status)
                checked += 1
        assert checked > 100, checked
        stream = server.raw(f"GET /api/v1/incidents/{other}/stream HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
                            f"Cookie: {clients['lead'].cookie}\r\nConnection: close\r\n\r\n".encode())
        assert stream.startswith(b"HTTP/1.1 404 ")
        for client in clients.values():
            assert [one["id"] for one in client.get("/incidents").json["items"]] == [mine]
        assert len(lead.get("/incidents").json["items"]) == 2


def good_body(operation):
    json_body = operation.body.get("requestBody", {}).get("content", {}).get("application/json")
    return minimal(operation) if json_body else None


def rights_of_the_server_are_those_of_the_account():
    with Server() as server:
        lead = server.lead()
        with_right = {"manages_people": server.person(lead, "bob", "scribe", everywhere=False, manages_people=True),
                      "opens_incidents": server.person(lead, "eve", "observer", everywhere=False,
                                                       opens_incidents=True)}
        without = server.person(lead, "zoe", "lead", everywhere=False, manages_people=False, opens_incidents=False)
        checked = 0
        for operation in OPERATIONS:
            right = operation.body.get("x-right")
            if right is None:
                continue
            for name, client in [*with_right.items(), ("", without)]:
                answer = ask(client, operation, path_of(operation, ""))
                assert (answer.status == 403) == (name != right), (operation.path, name, answer.status)
                checked += 1
        assert checked >= 12, checked


def who_lacks_a_demanded_factor_may_only_enrol():
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        clients = {role: server.person(lead, "p-" + role, role) for role in ROLES}
        # A token that was made before is worth no more than its person.
        secret = clients["lead"].post("/tokens", {"name": "x", "scope": "write", "days": 1}).json["secret"]
        clients["token"] = server.client()
        bearer = {"Authorization": "Bearer " + secret}
        app = lead.post("/session/totp", {"password": PASSWORD}).json["secret"]
        assert lead.post("/session/totp/confirmation", {"code": code_of(app)}).status == 201
        assert lead.post("/second-factor", {"roles": list(ROLES)}).status == 200
        enrolling = 0
        for operation in OPERATIONS:
            if is_open(operation) or (operation.method, operation.path) == ("DELETE", "/session"):
                continue
            for role, client in clients.items():
                path = path_of(operation, incident)
                answer = ask(client, operation, path, fields=bearer if role == "token" else None)
                enrols = operation.body.get("x-enrol", False) and role != "token"
                assert (answer.status == 403) == (not enrols), (operation.method, operation.path, role, answer.status)
                enrolling += enrols
                # Nor does anybody learn which incidents there are.
                if "{incident}" in operation.path:
                    other = ask(client, operation, path_of(operation, "none"),
                                fields=bearer if role == "token" else None)
                    assert other.json == answer.json, (operation.path, other.body)
        assert enrolling == 5 * len(ROLES), enrolling
        stream = server.raw(f"GET /api/v1/incidents/{incident}/stream HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
                            f"Cookie: {clients['lead'].cookie}\r\nConnection: close\r\n\r\n".encode())
        assert stream.startswith(b"HTTP/1.1 403 ")
        for role in ROLES:
            assert clients[role].request("DELETE", "/session").status == 204


def another_incidents_id_is_not_found():
    with Server() as server:
        lead = server.lead()
        lead.incident()
        for operation in OPERATIONS:
            if "{incident}" not in operation.path:
                continue
            for other in ("2026-01-01-000000", "none", "%2e%2e", "..%2fpeople.sqlite", "a%00b", "'--"):
                answer = ask(lead, operation, path_of(operation, other))
                assert answer.status in (400, 404), (operation.path, other, answer.status)


def writes_need_the_guard_and_know_every_field():
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        upload = lead.post(f"/incidents/{incident}/uploads", {"name": "x"}).json["upload"]
        before = lead.get(f"/incidents/{incident}").json["entries"]
        for operation in OPERATIONS:
            if "requestBody" not in operation.body or "application/json" not in operation.body["requestBody"]["content"]:
                continue
            path = path_of(operation, incident)
            bare = ask(lead, operation, path, fields={"X-Digue": ""})
            assert bare.status == 403, (path, bare.status)
            if "{person}" in operation.path:
                path = path.replace("nobody-here", "marie")
            path = path.replace("0" * 32, upload)
            unknown = ask(lead, operation, path, {"surely-not-a-field": 1})
            assert unknown.status in (400, 422), (path, unknown.status)
            known = minimal(operation)
            known["surely-not-a-field"] = 1
            answer = ask(lead, operation, path, known)
            assert answer.status in (400, 422) and answer.json["where"] == "/surely-not-a-field", \
                (path, answer.body)
        assert lead.get(f"/incidents/{incident}").json["entries"] == before


def minimal(operation):
    """A body with every required field, of the right type."""
    schema = operation.body["requestBody"]["content"]["application/json"]["schema"]
    return {name: value_of(schema["properties"][name]) for name in schema.get("required", [])}


def value_of(schema):
    schema = resolved(schema)
    if schema.get("type") == "array" and "$ref" in schema["items"]:
        return [value_of(schema["items"])]
    if schema.get("type") == "array":
        return [{"item": "mail-account/1.a.1", "state": "done"}]
    if "oneOf" in schema:
        return schema["oneOf"][0]["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("type") == "integer":
        return 1
    if schema.get("type") == "string":
        return "mail-account" if schema.get("pattern") is None else "anne"
    raise AssertionError(f"no value for {schema}")


if __name__ == "__main__":
    run(the_page_has_every_route_and_no_other, nobody_gets_in_without_signing_in, each_role_may_what_the_page_says,
        a_role_holds_in_the_incident_that_gave_it_and_nowhere_else, rights_of_the_server_are_those_of_the_account,
        who_lacks_a_demanded_factor_may_only_enrol, another_incidents_id_is_not_found, writes_need_the_guard_and_know_every_field)
