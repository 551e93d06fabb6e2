#!/usr/bin/env python3
"""Who read what of `digue serve`, and who took it out. What is kept of each route is generated from
openapi.yaml, so that a new one can't escape it."""
from access_test import LEFT_OUT, is_open, path_of
from program import OPERATIONS, Server, run
from token_test import token


def seen(client, path="/accesses"):
    answer = client.get(path)
    assert answer.status == 200, answer.body
    return answer.json["items"]


def object_of(path):
    pieces = path.strip("/").split("/")
    return "/".join(pieces[2:] if pieces[0] == "incidents" and len(pieces) > 1 else pieces)


def every_read_is_kept_and_every_export_each_time():
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        lead.post(f"/incidents/{incident}/uploads", {"name": "x"})
        checked = 0
        for operation in OPERATIONS:
            if operation.method != "GET" or is_open(operation) or ("GET", operation.path) in LEFT_OUT:
                continue
            kind = operation.body.get("x-access", "read")
            path = path_of(operation, incident)
            answers = [lead.get(path) for _ in range(3)]
            if answers[0].status >= 400:  # of a thing that is not there
                assert "{" in operation.path.replace("{incident}", ""), path
                expected = 0
            else:
                # The first list of accesses is read before it is written of.
                expected = {"none": 0, "read": 1, "export": 3}[kind]
            lines = [one for one in seen(lead) if one["object"] == object_of(path)
                     and (one["incident"] == incident) == ("{incident}" in operation.path)]
            if operation.path != "/accesses":
                assert len(lines) == expected, (path, lines)
            for line in lines:
                assert (line["person"], line["address"], line["token"]) == ("marie", "127.0.0.1", ""), line
                assert line["kind"] == kind, line
            checked += 1
        assert checked > 25, checked
        exports = seen(lead, f"/incidents/{incident}/accesses?kind=export")
        assert {one["object"] for one in exports} == {"papers/calendar.ics"}, exports
        assert lead.get("/accesses?kind=all").status == 422


def a_stream_that_is_read_is_kept():
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        server.raw(f"GET /api/v1/incidents/{incident}/stream HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
                   f"Cookie: {lead.cookie}\r\nConnection: close\r\n\r\n".encode(), wait=1)
        assert "stream" in [one["object"] for one in seen(lead)]


def who_reads_is_told_to_who_leads_and_to_nobody_else():
    with Server() as server:
        lead = server.lead()
        mine, other = lead.incident(), lead.incident(title="L’autre")
        paul = server.person(lead, "paul", "observer", everywhere=False)
        anne = server.person(lead, "anne", "observer", everywhere=False)
        for name, role in (("paul", "lead"), ("anne", "responder")):
            assert lead.post(f"/incidents/{mine}/people", {"person": name, "role": role}).status == 201
        made, bearer = token(anne, name="journal")
        program = server.client()
        assert program.get(f"/incidents/{mine}/papers/kit.pdf?lang=fr", fields=bearer).status == 200
        assert lead.get(f"/incidents/{other}/papers/calendar.ics").status == 200
        # What was refused was not read.
        assert anne.get(f"/incidents/{mine}/accesses").status == 403
        assert anne.get(f"/incidents/{other}/plan").status == 404
        assert paul.get("/accesses").status == 403
        assert paul.get(f"/incidents/{other}/accesses").status == 404
        lines = seen(paul, f"/incidents/{mine}/accesses")
        assert {one["incident"] for one in lines} == {mine}, lines
        (kit,) = [one for one in lines if one["kind"] == "export"]
        assert (kit["person"], kit["object"], kit["token"], kit["token_name"]) == \
            ("anne", "papers/kit.pdf", made["token"], "journal"), kit
        assert not [one for one in seen(lead, "/accesses?person=anne") if one["object"] in ("accesses", "plan")]
        assert [one["object"] for one in seen(lead, f"/accesses?incident={other}&kind=export")] == \
            ["papers/calendar.ics"]
        # The log stays, page by page, when the server ends.
        server.stop()
        server.start()
        again = server.client()
        again.sign_in("marie")
        whole = again.get(f"/accesses?incident={mine}&per_page=1").json
        assert whole["total"] >= 1 and len(whole["items"]) == 1
        assert (server.folder / "data" / "accesses.sqlite").stat().st_mode & 0o077 == 0


if __name__ == "__main__":
    run(every_read_is_kept_and_every_export_each_time, a_stream_that_is_read_is_kept,
        who_reads_is_told_to_who_leads_and_to_nobody_else)
