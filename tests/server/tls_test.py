#!/usr/bin/env python3
"""On a network the server speaks TLS only, with the certificate whose fingerprint it printed."""
import hashlib
import json
import socket
import ssl

from program import BASE, PASSWORD, Server, run


def connected(server, context, name="127.0.0.1"):
    return context.wrap_socket(socket.create_connection(("127.0.0.1", server.port), timeout=10),
                               server_hostname=name)


def trusting(server):
    return ssl.create_default_context(cafile=str(server.folder / "data" / "tls" / "certificate.pem"))


def ask(connection, request):
    connection.sendall(request)
    out = b""
    while piece := connection.recv(65536):
        out += piece
    return out


def the_certificate_is_the_one_that_was_printed():
    with Server(listen="0.0.0.0:0") as server:
        assert server.said["addresses"][0].startswith("https://")
        with connected(server, trusting(server)) as connection:
            digest = hashlib.sha256(connection.getpeercert(binary_form=True)).hexdigest()
            assert server.said["fingerprint"].replace(":", "").lower() == digest
            assert connection.version() in ("TLSv1.2", "TLSv1.3")
        with connected(server, trusting(server), "localhost"):
            pass
        for file in ("certificate.pem", "key.pem"):
            assert (server.folder / "data" / "tls" / file).stat().st_mode & 0o077 == 0
        before = server.said["fingerprint"]
        server.stop()
        server.start()
        assert server.said["fingerprint"] == before


def sessions_are_for_tls_only():
    with Server(listen="0.0.0.0:0") as server:
        body = json.dumps({"code": server.code, "name": "marie", "display_name": "Marie", "password": PASSWORD})
        request = (f"POST {BASE}/first-start HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nX-Digue: 1\r\n"
                   f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
                   + body).encode()
        assert not server.raw(request, wait=3).startswith(b"HTTP/1.1 2")  # in clear
        with connected(server, trusting(server)) as connection:
            answer = ask(connection, request).decode()
        assert answer.startswith("HTTP/1.1 201"), answer
        cookie = next(line for line in answer.split("\r\n") if line.startswith("Set-Cookie"))
        assert "; Secure" in cookie and "; HttpOnly" in cookie and "; SameSite=Strict" in cookie


def old_versions_and_strangers_are_refused():
    with Server(listen="0.0.0.0:0") as server:
        old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
        old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
        old.set_ciphers("ALL:@SECLEVEL=0")
        try:
            connected(server, old)
            raise AssertionError("TLS 1.1 was accepted")
        except (ssl.SSLError, ConnectionError):
            pass
        with connected(server, trusting(server)) as connection:
            answer = ask(connection, b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 421"), answer


if __name__ == "__main__":
    run(the_certificate_is_the_one_that_was_printed, sessions_are_for_tls_only,
        old_versions_and_strangers_are_refused)
