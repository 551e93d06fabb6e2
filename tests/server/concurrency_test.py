#!/usr/bin/env python3
"""Several people at once: every line reaches all of them; a decision taken on what somebody has changed
meanwhile is refused, with what changed; lists of what is new; several actions in one call."""
import concurrent.futures
import datetime
import socket
import threading
import time

from program import Server, run


def tag_of(client, path):
    return {"If-Match": dict(client.get(path).fields)["ETag"]}


def a_decision_on_what_changed_meanwhile_is_refused():
    with Server() as server:
        lead = server.lead()
        incident = f"/incidents/{lead.incident()}"
        paul = server.person(lead, "paul", "responder")
        ceiling = lead.get(incident + "/severity").json["ceiling"]
        decisions = (("/severity/decision", {"degree": ceiling, "by": "M. Durand", "why": "doute"}),
                     ("/answers", {"item": "mail-account/2.a.3", "value": "no"}),
                     ("/close", {"conclusion": "fini"}))
        for route, body in decisions:
            seen = tag_of(lead, incident)
            said = paul.post(incident + "/answers", {"item": "mail-account/2.a.2", "value": "yes"})
            refused = lead.post(incident + route, body, fields=seen)
            assert refused.status == 412 and refused.json["where"] == "If-Match", (route, refused.body)
            assert [one["entry"] for one in refused.json["changed"]] == [said.json["entry"]], refused.body
            # A line written by hand decides nothing.
            now = {"If-Match": '"' + refused.json["etag"] + '"'}
            assert now == tag_of(lead, incident)
            note = paul.post(incident + "/log", {"text": "je regarde"})
            assert note.status == 201
            done = lead.post(incident + route, body, fields=now)
            assert done.status == 201, (route, done.body)
        # But one that undoes an entry does.
        act = paul.post(incident + "/answers", {"item": "mail-account/2.a.2", "value": "no"})
        seen = tag_of(lead, incident)
        assert paul.post(incident + "/log", {"text": "une erreur", "corrects": act.json["entry"]}).status == 201
        answer = decisions[1]
        assert lead.post(incident + answer[0], answer[1], fields=seen).status == 412
        unknown = lead.post(incident + answer[0], answer[1], fields={"If-Match": '"' + "0" * 64 + '"'})
        assert unknown.status == 412 and unknown.json["changed"] == []
        for wrong in ("*", "x", '"abc"'):
            assert lead.post(incident + answer[0], answer[1], fields={"If-Match": wrong}).status == 400, wrong


def what_changed_is_told_even_after_a_restart():
    with Server() as server:
        lead = server.lead()
        incident = f"/incidents/{lead.incident()}"
        seen = tag_of(lead, incident)
        said = lead.post(incident + "/answers", {"item": "mail-account/2.a.2", "value": "yes"})
        later = tag_of(lead, incident)
        server.stop()
        server.start()
        lead = server.client()
        lead.sign_in("marie")
        answer = {"item": "mail-account/2.a.3", "value": "no"}
        refused = lead.post(incident + "/answers", answer, fields=seen)
        assert refused.status == 412, refused.body
        assert [one["entry"] for one in refused.json["changed"]] == [said.json["entry"]], refused.body
        assert lead.post(incident + "/answers", answer, fields=later).status == 201


def a_line_written_as_a_stream_begins_is_not_lost():
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        for number in range(40):
            with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
                connection.sendall((f"GET /api/v1/incidents/{incident}/stream HTTP/1.1\r\n"
                                    f"Host: 127.0.0.1:{server.port}\r\nCookie: {lead.cookie}\r\n\r\n").encode())
                out = connection.recv(4096)
                lead.post(f"/incidents/{incident}/log", {"text": f"ligne {number}."})
                while f"ligne {number}.".encode() not in out:
                    out += connection.recv(65536)
            # And what was there before it began is not told.
            assert f"ligne {number - 1}.".encode() not in out


def many_writers_and_streams():
    """Every stream has every line once, in order, however they were gathered on the way."""
    streams, writers, lines = 10, 8, 25
    with Server() as server:
        lead = server.lead()
        incident = lead.incident()
        head = f"Host: 127.0.0.1:{server.port}\r\nCookie: {lead.cookie}\r\nX-Digue: 1\r\n"
        path = f"/api/v1/incidents/{incident}"
        seen = [[] for _ in range(streams)]
        begun = threading.Barrier(streams + 1)

        def follow(numbers):
            with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
                connection.sendall(f"GET {path}/stream HTTP/1.1\r\n{head}\r\n".encode())
                reader = connection.makefile("rb")
                while reader.readline().strip():
                    pass
                begun.wait()
                while len(numbers) < writers * lines:
                    line = reader.readline()
                    assert line, numbers
                    if line.startswith(b"id: "):
                        numbers.append(int(line[4:]))

        def write(_):
            client = server.client()
            client.cookie = lead.cookie
            return [client.post(f"/incidents/{incident}/log", {"text": f"ligne {i}"}).json["entry"]
                    for i in range(lines)]

        readers = [threading.Thread(target=follow, args=(numbers,)) for numbers in seen]
        for reader in readers:
            reader.start()
        begun.wait()
        with concurrent.futures.ThreadPoolExecutor(writers) as pool:
            written = sorted(sum(pool.map(write, range(writers)), []))
        for reader in readers:
            reader.join()
        assert all(numbers == written for numbers in seen), (written, seen)


def lists_of_what_is_new():
    with Server() as server:
        lead = server.lead()
        name = lead.incident(subject={"account": "compta@chu.example"})
        old = lead.incident()
        incident = f"/incidents/{name}"
        time.sleep(1.1)
        moment = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S") + "%2B00:00"
        since = f"updated_since={moment}"
        for part in ("accounts", "hosts", "indicators", "findings", "evidence", "log"):
            assert lead.get(f"{incident}/{part}?{since}").json["total"] == 0, part
        note = lead.post(incident + "/log", {"text": "du neuf"})
        assert [one["entry"] for one in lead.get(f"{incident}/log?{since}").json["items"]] == [note.json["entry"]]
        assert [one["id"] for one in lead.get(f"/incidents?{since}").json["items"]] == [name] != [old]
        assert lead.get(incident + "/accounts").json["total"] == 1
        assert lead.get(f"{incident}/accounts?updated_since=yesterday").json["where"] == "updated_since"
        assert lead.get(f"{incident}/log?updated_since=2026-01-01").status == 422


def several_actions_in_one_call():
    with Server() as server:
        lead = server.lead()
        incident = f"/incidents/{lead.incident(subject={'account': 'compta@chu.example'})}"
        plan = lead.get(incident + "/plan").json["items"]
        todo = [one for one in plan if not one["blockers"]][:3]
        actions = [{"item": one["item"], "account": one["account"], "state": "in-progress"} for one in todo]
        actions.insert(1, {"item": "mail-account/none", "state": "done"})
        seen = tag_of(lead, incident)
        answer = lead.post(incident + "/actions/bulk", {"actions": actions}, fields={"Idempotency-Key": "b"} | seen)
        assert answer.status == 200, answer.body
        outcomes = answer.json["items"]
        assert ["receipt" in one for one in outcomes] == [True, False, True, True], outcomes
        assert outcomes[1]["problem"]["detail"]
        again = lead.post(incident + "/actions/bulk", {"actions": actions}, fields={"Idempotency-Key": "b"} | seen)
        assert again.json == answer.json
        late = lead.post(incident + "/actions/bulk", {"actions": actions}, fields=seen)
        assert late.status == 412 and len(late.json["changed"]) == 3, late.body
        now = lead.post(incident + "/actions/bulk", {"actions": actions[:1]}, fields=tag_of(lead, incident))
        assert now.status == 200, now.body
        states = {one["item"]: one["state"] for one in lead.get(incident + "/plan?all=1").json["items"]}
        assert all(states[one["item"]] == "in-progress" for one in todo)
        before = lead.get(incident).json["entries"]
        for wrong, where in (({"actions": [{"item": "x"}]}, "/actions/0/state"),
                             ({"actions": [actions[0], {"item": "x", "state": "done", "colour": 1}]},
                              "/actions/1/colour"),
                             ({"actions": [1]}, "/actions"), ({"actions": {}}, "/actions"),
                             ({"actions": [actions[0], 1]}, "/actions"), ({"actions": [actions[0]] * 101}, "/actions")):
            refused = lead.post(incident + "/actions/bulk", wrong)
            assert refused.status in (400, 422) and refused.json["where"] == where, (wrong, refused.body)
        assert lead.get(incident).json["entries"] == before


if __name__ == "__main__":
    run(a_decision_on_what_changed_meanwhile_is_refused, what_changed_is_told_even_after_a_restart,
        a_line_written_as_a_stream_begins_is_not_lost, many_writers_and_streams, lists_of_what_is_new,
        several_actions_in_one_call)
