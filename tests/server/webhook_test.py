#!/usr/bin/env python3
"""Webhooks of `digue serve`: off by default, signed, in order, tried again, and nothing of an incident's content in
band. The receiver is here, and verifies by its own means."""
import base64
import contextlib
import hashlib
import hmac
import http.server
import json
import ssl
import threading
import time

from program import Server, run
from tls_test import LOOPBACK, authority


class Receiver:
    """Keeps what it is sent; answers with the statuses of `answers`, then with 204."""

    def __init__(self, tls=None):
        self.got, self.answers = [], []
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.got.append((self.path, dict((k.lower(), v) for k, v in self.headers.items()), body))
                self.send_response(receiver.answers.pop(0) if receiver.answers else 204)
                self.send_header("Location", "/elsewhere")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if tls:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_port
        self.to = ["--webhook-to", f"127.0.0.1:{self.port}"]
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}/hook?x=1"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def bodies(self):
        return [json.loads(body) for _, _, body in list(self.got)]

    def wait_for(self, count):
        until(lambda: len(self.got) >= count)
        return self.bodies()


def until(what, seconds=60):
    end = time.monotonic() + seconds
    while not (got := what()):
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.05)
    return got


@contextlib.contextmanager
def receiving(tls=None):
    receiver = Receiver(tls)
    try:
        yield receiver
    finally:
        receiver.server.shutdown()
        receiver.server.server_close()


def made(client, incident, receiver, channel="in-band", **more):
    answer = client.post(f"/incidents/{incident}/webhooks",
                         {"name": "veille", "url": receiver.url, "channel": channel, **more})
    assert answer.status == 201, answer.body
    return answer.json


def is_signed(secret, fields, body):
    """Standard Webhooks, computed anew."""
    text = f"{fields['webhook-id']}.{fields['webhook-timestamp']}.".encode() + body
    key = base64.b64decode(secret.removeprefix("whsec_"))
    expected = "v1," + base64.b64encode(hmac.new(key, text, hashlib.sha256).digest()).decode()
    return hmac.compare_digest(expected, fields["webhook-signature"]) and \
        abs(int(fields["webhook-timestamp"]) - time.time()) < 300


def they_are_off_until_a_host_is_named():
    with receiving() as receiver:
        with Server() as server:
            lead = server.lead()
            incident = lead.incident()
            body = {"name": "x", "url": receiver.url, "channel": "in-band"}
            assert lead.post(f"/incidents/{incident}/webhooks", body).status == 409
            assert lead.get(f"/incidents/{incident}/webhooks").json["hosts"] == []
        with Server(more=receiver.to) as server:
            lead = server.lead()
            incident = lead.incident()
            entries = lead.get(f"/incidents/{incident}").json["entries"]
            for url in (f"http://127.0.0.1:{receiver.port + 1}/", f"http://localhost:{receiver.port}/",
                        f"http://hooks.example:{receiver.port}/", f"https://u@127.0.0.1:{receiver.port}/",
                        f"http://127.0.0.1:{receiver.port}/#x", "file:///etc/passwd", "x"):
                refused = lead.post(f"/incidents/{incident}/webhooks", {**body, "url": url})
                assert refused.status == 422 and refused.json["where"] == "/url", (url, refused.body)
            assert lead.get(f"/incidents/{incident}").json["entries"] == entries
            listed = lead.get(f"/incidents/{incident}/webhooks").json
            assert listed["total"] == 0 and listed["hosts"] == receiver.to[1:], listed
        assert receiver.got == []


def in_band_nothing_of_the_content_goes_out():
    with receiving() as receiver, Server(more=receiver.to) as server:
        lead = server.lead()
        incident = lead.incident(title="Boîte de la comptable")
        before = lead.post(f"/incidents/{incident}/log", {"text": "avant"})
        webhook = made(lead, incident, receiver)
        said = lead.post(f"/incidents/{incident}/log", {"text": "virement suspect"}).json
        (body,) = receiver.wait_for(1)
        assert body == {"type": "entry", "incident": incident, "entry": said["entry"]}, body
        path, fields, raw = receiver.got[0]
        assert path == "/hook?x=1" and fields["host"] == f"127.0.0.1:{receiver.port}"
        assert is_signed(webhook["secret"], fields, raw) and not is_signed(webhook["secret"], fields, raw + b" ")
        assert before.json["entry"] < webhook["next"]
        # Who made it, and where it goes, is written; its secret is told once.
        (line,) = [one for one in lead.get(f"/incidents/{incident}/log").json["items"] if "veille" in one["text"]]
        assert "127.0.0.1" in line["text"] and line["kind"] == "decision", line
        (listed,) = lead.get(f"/incidents/{incident}/webhooks").json["items"]
        assert "secret" not in listed
        deliveries = f"/incidents/{incident}/webhooks/{webhook['webhook']}/deliveries"
        until(lambda: lead.get(deliveries).json["total"])
        (told,) = lead.get(deliveries).json["items"]
        assert (told["entry"], told["state"], told["status"], told["tries"]) == (said["entry"], "delivered", 204, 1)


def out_of_band_each_line_comes_once_and_in_order():
    with receiving() as receiver, Server(more=receiver.to) as server:
        lead = server.lead()
        incident = lead.incident()
        webhook = made(lead, incident, receiver, "out-of-band")
        # The first try is refused, the second led elsewhere, which is not followed.
        receiver.answers = [500]
        entries = [lead.post(f"/incidents/{incident}/log", {"text": f"ligne {n}"}).json["entry"] for n in range(5)]
        bodies = receiver.wait_for(6)
        assert [one["entry"] for one in bodies] == [entries[0], *entries], bodies
        assert [one["line"]["text"] for one in bodies[1:]] == [f"ligne {n}" for n in range(5)]
        assert receiver.got[0][1]["webhook-id"] == receiver.got[1][1]["webhook-id"]
        assert len({fields["webhook-id"] for _, fields, _ in receiver.got}) == 5
        assert all(is_signed(webhook["secret"], fields, raw) for _, fields, raw in receiver.got)
        deliveries = f"/incidents/{incident}/webhooks/{webhook['webhook']}/deliveries"
        until(lambda: lead.get(deliveries).json["total"] == 5)
        assert [one["tries"] for one in lead.get(deliveries).json["items"]] == [1, 1, 1, 1, 2]
        receiver.answers = [302]
        lead.post(f"/incidents/{incident}/log", {"text": "ailleurs"})
        waits = until(lambda: [one for one in lead.get(deliveries).json["items"] if one["state"] == "waiting"])
        assert (waits[0]["reason"], waits[0]["status"]) == ("status", 302) and waits[0]["again"], waits
        assert all(path == "/hook?x=1" for path, _, _ in receiver.got)


def what_came_while_nobody_told_is_told_after():
    with receiving() as receiver, Server(more=receiver.to) as server:
        lead = server.lead()
        incident = lead.incident()
        made(lead, incident, receiver, "out-of-band")
        server.stop()
        # Without the right to go there, it stays silent.
        server.more = []
        server.start()
        lead = server.client()
        lead.sign_in("marie")
        assert lead.post(f"/incidents/{incident}/log", {"text": "pendant"}).status == 201
        server.stop()
        assert receiver.got == []
        server.more = receiver.to
        server.start()
        assert [one["line"]["text"] for one in receiver.wait_for(1)] == ["pendant"]
        lead = server.client()
        lead.sign_in("marie")
        (webhook,) = lead.get(f"/incidents/{incident}/webhooks").json["items"]
        other = lead.incident(title="L’autre")
        path = f"/webhooks/{webhook['webhook']}"
        assert lead.request("DELETE", f"/incidents/{other}{path}").status == 404
        assert lead.get(f"/incidents/{other}{path}/deliveries").status == 404
        assert lead.request("DELETE", f"/incidents/{incident}{path}").status == 204
        assert lead.get(f"/incidents/{incident}/webhooks").json["total"] == 0


def a_certificate_that_does_not_hold_is_not_told():
    with authority() as ours:
        certificate, key = ours.write("receiver", names=(LOOPBACK,))
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(certificate, key)
        with receiving(tls) as receiver, Server(more=receiver.to) as server:
            lead = server.lead()
            incident = lead.incident()
            webhook = made(lead, incident, receiver)
            lead.post(f"/incidents/{incident}/log", {"text": "x"})
            deliveries = f"/incidents/{incident}/webhooks/{webhook['webhook']}/deliveries"
            (first,) = until(lambda: lead.get(deliveries).json["items"])
            assert (first["state"], first["reason"]) == ("waiting", "untrusted") and receiver.got == []
            # Of an authority that the machine knows, it is.
            server.stop()
            server.environment = {"SSL_CERT_FILE": str(ours.pem("ca.pem", ours.certificate))}
            server.start()
            receiver.wait_for(1)


if __name__ == "__main__":
    run(they_are_off_until_a_host_is_named, in_band_nothing_of_the_content_goes_out,
        out_of_band_each_line_comes_once_and_in_order, what_came_while_nobody_told_is_told_after,
        a_certificate_that_does_not_hold_is_not_told)
