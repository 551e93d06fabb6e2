#!/usr/bin/env python3
"""On a network the server speaks TLS only, with the certificate whose fingerprint it printed: one made on the
spot, or the organisation's own."""
import contextlib
import datetime
import hashlib
import ipaddress
import json
import os
import pathlib
import signal
import socket
import ssl
import subprocess
import tempfile
import time

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from program import BASE, PASSWORD, PROGRAM, Server, run


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


class Authority:
    """Signs certificates; they are written, with their keys, to a folder."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.certificate = self.sign("The authority", self.key.public_key(), ca=True)

    def sign(self, name, key, days=(-1, 30), names=(), ca=False, usage=ExtendedKeyUsageOID.SERVER_AUTH):
        now = datetime.datetime.utcnow()
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        issuer = subject if ca else self.certificate.subject
        made = (x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key)
                .serial_number(x509.random_serial_number())
                .not_valid_before(now + datetime.timedelta(days=days[0]))
                .not_valid_after(now + datetime.timedelta(days=days[1]))
                .add_extension(x509.BasicConstraints(ca, None), critical=True))
        if names:
            made = made.add_extension(x509.SubjectAlternativeName(list(names)), critical=False)
        if not ca:
            made = made.add_extension(x509.ExtendedKeyUsage([usage]), critical=False)
        return made.sign(self.key, hashes.SHA256())

    def write(self, name, *, password=None, **how):
        """The paths of a certificate and of its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self.sign(name, key.public_key(), **how)
        return (self.pem(f"{name}.pem", certificate, self.certificate), self.key_file(f"{name}.key", key, password))

    def pem(self, name, *certificates):
        file = self.folder / name
        file.write_bytes(b"".join(one.public_bytes(serialization.Encoding.PEM) for one in certificates))
        return file

    def key_file(self, name, key, password=None):
        file = self.folder / name
        hidden = serialization.BestAvailableEncryption(password) if password else serialization.NoEncryption()
        file.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, hidden))
        file.chmod(0o600)
        return file


@contextlib.contextmanager
def authority():
    with tempfile.TemporaryDirectory(prefix="digue-certificates-") as folder:
        yield Authority(folder)


LOOPBACK = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
NAMES = (x509.DNSName("Digue.example.test"), x509.DNSName("*.example.test"), LOOPBACK)


def the_organisations_certificate_is_the_one_that_serves():
    with authority() as ours:
        certificate, key = ours.write("server", names=NAMES)
        trusted = ssl.create_default_context(cafile=str(ours.pem("ca.pem", ours.certificate)))
        with Server(more=["--certificate", str(certificate), "--key", str(key)]) as server:
            # Under TLS on the loopback too, and by its own name first.
            assert server.said["addresses"][0] == f"https://digue.example.test:{server.port}/", server.said
            assert not (server.folder / "data" / "tls").exists()
            with connected(server, trusted, "digue.example.test") as connection:
                digest = hashlib.sha256(connection.getpeercert(binary_form=True)).hexdigest()
                assert server.said["fingerprint"].replace(":", "").lower() == digest
                answer = ask(connection, f"GET {BASE}/health HTTP/1.1\r\nHost: digue.example.test:{server.port}\r\n"
                                         "Connection: close\r\n\r\n".encode())
            assert answer.startswith(b"HTTP/1.1 200"), answer
            server.errors.seek(0)
            assert "chmod" not in server.errors.read()


def refusal(certificate, key, language="en"):
    """What `digue serve` says, and that it ends."""
    with tempfile.TemporaryDirectory() as folder:
        more = (["--certificate", str(certificate)] if certificate else []) + (["--key", str(key)] if key else [])
        ran = subprocess.run([PROGRAM, "serve", "--data", folder + "/data", "--listen", "127.0.0.1:0", "--lang", language,
                              *more], capture_output=True, text=True, timeout=20)
        assert ran.returncode == 1, (ran.returncode, ran.stderr)
        return ran.stderr


def what_browsers_would_refuse_is_said_with_its_file():
    with authority() as ours:
        good, key = ours.write("server", names=NAMES)
        other, other_key = ours.write("other", names=NAMES)
        over, over_key = ours.write("over", days=(-30, -1))
        early, early_key = ours.write("early", days=(1, 30))
        hidden, hidden_key = ours.write("hidden", password=b"secret")
        client, client_key = ours.write("client", usage=ExtendedKeyUsageOID.CLIENT_AUTH)
        read = [x509.load_pem_x509_certificate(file.read_bytes()) for file in (good, other)]
        broken = ours.pem("broken.pem", *read)
        cut = ours.folder / "cut.pem"
        cut.write_bytes(good.read_bytes()[:200])
        for certificate, secret, french, english in (
                (good, other_key, "n’est pas celle", "is not that of"), (good, None, "vont ensemble", "go together"),
                (None, key, "vont ensemble", "go together"), (over, over_key, "périmé", "is over"),
                (early, early_key, "qu’à partir de", "holds from"), (hidden, hidden_key, "mot de passe", "password"),
                (client, client_key, "serveur", "not for a server"), (broken, key, "n° 2", "no. 2"),
                (cut, key, "pas de certificat", "no PEM certificate"), (key, key, "pas de certificat", "no PEM certificate"),
                (good, good, "pas de clé", "no PEM private key"),
                (ours.folder / "none.pem", key, "none.pem", "none.pem"), (ours.folder, key, "", "")):
            assert french in refusal(certificate, secret, "fr"), (certificate, refusal(certificate, secret, "fr"))
            assert english in refusal(certificate, secret), (certificate, refusal(certificate, secret))


def what_is_not_grave_is_a_warning():
    with authority() as ours:
        certificate, key = ours.write("server", days=(-1, 5))
        key.chmod(0o644)
        with Server(more=["--certificate", str(certificate), "--key", str(key)]) as server:
            server.errors.seek(0)
            said = server.errors.read()
            for words in ("can read the key", "holds no longer after", "names neither host nor address"):
                assert words in said, said


def said(server):
    """What the server wrote so far, without moving where it writes."""
    return os.pread(server.errors.fileno(), 1 << 16, 0).decode()


def until(what, seconds=60):
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.05)


def health(server, name):
    return (f"GET {BASE}/health HTTP/1.1\r\nHost: {name}:{server.port}\r\nConnection: close\r\n\r\n").encode()


def a_renewed_certificate_is_taken_at_sighup():
    with authority() as ours:
        certificate, key = ours.write("server", names=NAMES)
        trusted = ssl.create_default_context(cafile=str(ours.pem("ca.pem", ours.certificate)))

        def digest():
            with connected(server, trusted) as connection:
                return hashlib.sha256(connection.getpeercert(binary_form=True)).hexdigest()

        with Server(more=["--certificate", str(certificate), "--key", str(key)]) as server:
            first = digest()
            with connected(server, trusted) as before:
                ours.write("server", names=(*NAMES, x509.DNSName("renewed.example.test")))
                server.process.send_signal(signal.SIGHUP)
                until(lambda: "read again" in said(server))
                second = digest()
                assert second != first
                assert second in said(server).replace(":", "").lower(), said(server)
                with connected(server, trusted, "renewed.example.test") as connection:
                    assert ask(connection, health(server, "renewed.example.test")).startswith(b"HTTP/1.1 200")
                # Who is connected goes on.
                assert ask(before, health(server, "127.0.0.1")).startswith(b"HTTP/1.1 200")
            # A key that does not go with it, a certificate that is over, a file that is cut: told, and nothing changes.
            whole = certificate.read_bytes(), key.read_bytes()
            over, over_key = ours.write("over", days=(-30, -1))
            _, other_key = ours.write("other", names=NAMES)
            for count, (bad, bad_key, why) in enumerate((
                    (whole[0], other_key.read_bytes(), "is not that of"),
                    (over.read_bytes(), over_key.read_bytes(), "is over"),
                    (whole[0][:200], whole[1], "no PEM certificate")), 1):
                certificate.write_bytes(bad)
                key.write_bytes(bad_key)
                server.process.send_signal(signal.SIGHUP)
                until(lambda: said(server).count("still serve") == count)
                assert why in said(server), said(server)
                assert digest() == second


if __name__ == "__main__":
    run(the_certificate_is_the_one_that_was_printed, sessions_are_for_tls_only,
        old_versions_and_strangers_are_refused, the_organisations_certificate_is_the_one_that_serves,
        what_browsers_would_refuse_is_said_with_its_file, what_is_not_grave_is_a_warning,
        a_renewed_certificate_is_taken_at_sighup)
