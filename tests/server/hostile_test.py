#!/usr/bin/env python3
"""What nobody well-meaning sends, as raw bytes: requests that two programs would read differently, slow
ones, big ones.  The server refuses each by its name, and goes on serving."""
import socket
import time

from program import PASSWORD, Server, run


def head(server, first="GET /api/v1/health HTTP/1.1", *fields):
    lines = [first, f"Host: 127.0.0.1:{server.port}", "Connection: close", *fields]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def status_of(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else None


def still_serves(server):
    assert server.client().get("/health").status == 200


def ambiguous_requests_are_refused():
    with Server() as server:
        post = "POST /api/v1/session HTTP/1.1"
        chunks = b"5\r\nhello\r\n0\r\n\r\n"
        smuggled = b"GET /api/v1/people HTTP/1.1\r\nHost: a\r\n\r\n"
        for request, wanted in (
                (head(server, post, "Content-Length: 5", "Transfer-Encoding: chunked") + chunks, 400),
                (head(server, post, "Transfer-Encoding: chunked", "Content-Length: 5") + chunks, 400),
                (head(server, post, "Content-Length: 5", "Content-Length: 6") + b"hello", 400),
                (head(server, post, "Content-Length: 5, 5") + b"hello", 400),
                (head(server, post, "Content-Length: -5") + b"hello", 400),
                (head(server, post, "Content-Length: 0x5") + b"hello", 400),
                (head(server, post, "Transfer-Encoding: gzip") + b"hello", 501),
                (head(server, post, "Transfer-Encoding: chunked, gzip") + chunks, 501),
                (head(server, post, "Transfer-Encoding: gzip, chunked") + chunks, 501),
                (head(server, post, "Transfer-Encoding:\x0bchunked") + chunks, 400),
                (head(server, post, "Transfer-Encoding : chunked") + chunks, 400),
                (head(server, post, "X: a", " folded: b"), 400),
                (head(server, "POST /api/v1/session HTTP/1.0", "Transfer-Encoding: chunked") + chunks, 400),
                (head(server, "GET /api/v1/health HTTP/1.1", "Content-Length: 40") + smuggled, 400),
                (b"GET /api/v1/health HTTP/1.1\nHost: 127.0.0.1:%d\n\n" % server.port, None),
                (head(server, "GET /api/v1/health HTTP/1.1\r\nHost: evil.example"), 400),
                (head(server, "GET /api/v1/health HTTP/3.0"), 505),
                (head(server, "BREW /api/v1/health HTTP/1.1"), 501),
                (head(server, "CONNECT /api/v1/health HTTP/1.1"), 501),
                (head(server, "OPTIONS /api/v1/session HTTP/1.1", "Origin: http://evil.example"), 501),
                (head(server, "GET http://127.0.0.1/ HTTP/1.1"), 400),
                (head(server, "GET /api/v1/../../etc/passwd HTTP/1.1"), 400),
                (head(server, "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1"), 400),
                (head(server, "GET /api/v1/health\x00 HTTP/1.1"), 400),
                (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\r\n\r\n", 400),
                (b"\r\n\r\n" + head(server), 400),
        ):
            answer = server.raw(request, wait=1.5)
            assert status_of(answer) == wanted, (request[:120], answer[:200])
            assert answer.count(b"HTTP/1.1 ") <= 1, request  # nothing was smuggled past
        still_serves(server)


def only_the_names_served_are_answered():
    with Server() as server:
        for host in ("evil.example", f"evil.example:{server.port}", "127.0.0.1", f"127.0.0.1:{server.port + 1}",
                     f"127.0.0.1.evil.example:{server.port}", ""):
            request = f"GET /api/v1/health HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
            assert status_of(server.raw(request)) in (400, 421), host
        for host in (f"localhost:{server.port}", f"LOCALHOST:{server.port}", f"[::1]:{server.port}"):
            request = f"GET /api/v1/health HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
            assert status_of(server.raw(request)) == 200, host


def what_is_too_big_is_refused():
    with Server() as server:
        lead = server.lead()
        log = f"/api/v1/incidents/{lead.incident()}/log"
        cookie = f"Cookie: {lead.cookie}"
        write = (f"POST {log} HTTP/1.1", cookie, "X-Digue: 1", "Content-Type: application/json")
        assert status_of(server.raw(head(server, "GET /" + "a" * 9000 + " HTTP/1.1"))) == 431
        assert status_of(server.raw(head(server, "GET / HTTP/1.1", "X: " + "a" * 9000))) == 431
        assert status_of(server.raw(head(server, "GET / HTTP/1.1", *["X: a"] * 100))) == 431
        assert status_of(server.raw(head(server, *write, "Content-Length: 999999999999") + b"{")) == 413
        assert status_of(server.raw(head(server, *write, "Content-Length: 18446744073709551616") + b"{")) == 400
        chunked = head(server, *write, "Transfer-Encoding: chunked")
        assert status_of(server.raw(chunked + b"10000\r\n" + b"a" * 65536 + b"\r\n" + b"f0000\r\n" + b"a" * 983040)) == 413
        assert status_of(server.raw(chunked + b"5;" + b"x" * 200_000 + b"\r\nhello\r\n0\r\n\r\n")) == 400
        assert status_of(server.raw(chunked + b"2\r\n{}\r\n0\r\nX: " + b"y" * 200_000 + b"\r\n\r\n")) == 400
        assert status_of(server.raw(chunked + b"ffffffffffffffffffff\r\nhello")) == 400
        # Unread when it is not allowed.
        stranger = head(server, write[0], "X-Digue: 1", "Content-Type: application/json", "Content-Length: 200000")
        assert status_of(server.raw(stranger)) == 401
        assert lead.get(log.removeprefix("/api/v1")).json["total"] == 3
        still_serves(server)


def a_good_chunked_body_is_taken():
    with Server() as server:
        server.lead()
        body = b'{"name":"marie","password":"' + PASSWORD.encode() + b'"}'
        chunks = b"".join(b"%x\r\n%c\r\n" % (1, byte) for byte in body) + b"0\r\n\r\n"
        request = head(server, "POST /api/v1/session HTTP/1.1", "X-Digue: 1", "Content-Type: application/json",
                       "Transfer-Encoding: chunked") + chunks
        assert status_of(server.raw(request)) == 201
        wait = head(server, "POST /api/v1/session HTTP/1.1", "X-Digue: 1", "Content-Type: application/json",
                    "Expect: 100-continue", f"Content-Length: {len(body)}")
        with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
            connection.sendall(wait)
            assert connection.recv(1000).startswith(b"HTTP/1.1 100 ")
            connection.sendall(body)
            assert connection.recv(1000).startswith(b"HTTP/1.1 201 ")


def slow_ones_are_cut_and_hold_nobody_up():
    with Server() as server:
        slow = [socket.create_connection(("127.0.0.1", server.port), timeout=30) for _ in range(200)]
        for connection in slow:
            connection.sendall(b"GET /api/v1/health HTTP/1.1\r\nHost: 127")
        began = time.monotonic()
        still_serves(server)
        assert time.monotonic() - began < 2
        # A byte a second keeps nothing open: the whole head has its time.
        ended = None
        while ended is None and time.monotonic() - began < 20:
            time.sleep(1)
            try:
                slow[0].sendall(b".")
                slow[0].setblocking(False)
                if slow[0].recv(1000) == b"":
                    ended = time.monotonic() - began
            except BlockingIOError:
                pass
            except OSError:
                ended = time.monotonic() - began
            slow[0].setblocking(True)
        assert ended is not None and 8 < ended < 15, ended
        for connection in slow:
            connection.close()
        still_serves(server)


def requests_in_a_row_are_answered_in_order():
    with Server() as server:
        host = f"Host: 127.0.0.1:{server.port}\r\n"
        answer = server.raw((f"GET /api/v1/health HTTP/1.1\r\n{host}\r\n"
                             f"GET /api/v1/session HTTP/1.1\r\n{host}\r\n"
                             f"HEAD /api/v1/health HTTP/1.1\r\n{host}Connection: close\r\n\r\n").encode())
        assert answer.count(b"HTTP/1.1 200 OK") == 3
        assert answer.index(b'"status"') < answer.index(b'"first_start"')
        assert answer.endswith(b"\r\n\r\n")  # HEAD has no body


def the_interface_is_served_under_a_strict_policy():
    with Server() as server:
        client = server.client()
        for path in ("/", "/incidents/2026-03-08-1f3a9c/act", "/index.html"):
            answer = client.get(path, base="")
            if path == "/index.html" and not server.said["interface"]:
                continue
            fields = dict(answer.fields)
            assert answer.status == 200 and fields["Content-Type"].startswith("text/html"), path
            policy = fields["Content-Security-Policy"]
            assert "script-src 'self';" in policy and "unsafe" not in policy, policy
            assert fields["Referrer-Policy"] == "no-referrer" and fields["X-Frame-Options"] == "DENY"
        assert client.get("/none.js", base="").status == 404
        assert client.request("POST", "/", b"", base="").status in (405, 413)
        if server.said["interface"]:
            page = client.get("/", base="").body.decode()
            asset = next(piece.split('"')[0] for piece in page.split('src="')[1:])
            fields = dict(client.get(asset, base="").fields)
            assert "immutable" in fields["Cache-Control"] and fields["Content-Type"].startswith("text/javascript")


if __name__ == "__main__":
    run(ambiguous_requests_are_refused, only_the_names_served_are_answered, what_is_too_big_is_refused,
        a_good_chunked_body_is_taken, slow_ones_are_cut_and_hold_nobody_up,
        requests_in_a_row_are_answered_in_order, the_interface_is_served_under_a_strict_policy)
