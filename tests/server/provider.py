"""An identity provider of our own (OpenID Connect), on the standard library and Debian's python3-cryptography: it
checks what it is asked as a real one does, and misbehaves as it is told."""
import base64
import contextlib
import hashlib
import http.server
import json
import secrets
import threading
import time
import urllib.parse

from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CLIENT, SECRET = "digue", "a secret, with + and é:"


def text(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def number(value, size=None):
    return text(value.to_bytes(size or (value.bit_length() + 7) // 8, "big"))


def json_text(value):
    return text(json.dumps(value).encode())


class Key:
    """One that signs."""

    def __init__(self, algorithm="RS256", bits=2048):
        self.id, self.algorithm = secrets.token_hex(4), algorithm
        self.private = (ec.generate_private_key(ec.SECP256R1()) if algorithm == "ES256" else
                        rsa.generate_private_key(65537, bits))

    def public(self):
        numbers = self.private.public_key().public_numbers()
        shown = {"kid": self.id, "use": "sig", "alg": self.algorithm}
        if self.algorithm == "ES256":
            return {**shown, "kty": "EC", "crv": "P-256", "x": number(numbers.x, 32), "y": number(numbers.y, 32)}
        return {**shown, "kty": "RSA", "n": number(numbers.n), "e": number(numbers.e)}

    def sign(self, message):
        if self.algorithm == "ES256":
            r, s = decode_dss_signature(self.private.sign(message, ec.ECDSA(hashes.SHA256())))
            return r.to_bytes(32, "big") + s.to_bytes(32, "big")
        how = (padding.PSS(padding.MGF1(hashes.SHA256()), 32) if self.algorithm == "PS256" else padding.PKCS1v15())
        return self.private.sign(message, how, hashes.SHA256())

    def token(self, claims, **header):
        signed = f"{json_text({'alg': self.algorithm, 'kid': self.id, **header})}.{json_text(claims)}"
        return f"{signed}.{text(self.sign(signed.encode()))}"

    def token_by_its_public_key(self, claims):
        """HS256, with the public key as secret: whoever takes the header's word for it is fooled."""
        secret = self.private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        signed = f"{json_text({'alg': 'HS256', 'kid': self.id})}.{json_text(claims)}"
        mac = hmac.HMAC(secret, hashes.SHA256())
        mac.update(signed.encode())
        return f"{signed}.{text(mac.finalize())}"


class Provider:
    """What it does otherwise than well: `token_of` makes the token, `pages` are given in place of its own, `wait`
    seconds pass before each answer."""

    def __init__(self, tls=None):
        self.key = Key()
        self.person = {"sub": "u-1", "preferred_username": "Zoé.Martin@example.org", "name": "Zoé Martin",
                       "groups": ["digue-leads"], "amr": ["pwd", "mfa"]}
        self.claims, self.pages, self.wait, self.asked = {}, {}, 0, []
        self.token_of = lambda claims: self.key.token(claims)
        self.codes = {}
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        if tls:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        self.issuer = f"{'https' if tls else 'http'}://127.0.0.1:{self.server.server_port}/realms/soins"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def discovery(self):
        return {"issuer": self.issuer, "authorization_endpoint": self.issuer + "/sign-in?theme=1",
                "token_endpoint": self.issuer + "/token", "jwks_uri": self.issuer + "/keys"}

    def keys(self):
        unusable = {"kty": "oct", "kid": self.key.id, "k": "AAAA"}
        return {"keys": [unusable, {**self.key.public(), "use": "enc"}, Key(bits=1024).public(), self.key.public()]}

    def authorise(self, query):
        """Where the browser is sent back, once the person has signed in here."""
        assert query["client_id"] == CLIENT and query["response_type"] == "code", query
        assert query["code_challenge_method"] == "S256" and "openid" in query["scope"].split(" "), query
        code = secrets.token_urlsafe(16)
        self.codes[code] = query
        return query["redirect_uri"] + "?" + urllib.parse.urlencode({"code": code, "state": query["state"]})

    def token(self, fields, authorization):
        user, _, password = base64.b64decode(authorization.removeprefix("Basic ")).decode().partition(":")
        if (urllib.parse.unquote(user), urllib.parse.unquote(password)) != (CLIENT, SECRET):
            return 401, {"error": "invalid_client"}
        query = self.codes.pop(fields["code"], None)
        verifier = text(hashlib.sha256(fields.get("code_verifier", "").encode()).digest())
        if not query or fields["redirect_uri"] != query["redirect_uri"] or verifier != query["code_challenge"]:
            return 400, {"error": "invalid_grant"}
        now = time.time()
        claims = {"iss": self.issuer, "aud": CLIENT, "exp": now + 300, "iat": now, "nonce": query["nonce"],
                  **self.person, **self.claims}
        claims = {name: value for name, value in claims.items() if value is not None}
        return 200, {"access_token": "x", "token_type": "Bearer", "id_token": self.token_of(claims)}

    def answer(self, path, fields, authorization):
        self.asked.append(path)
        time.sleep(self.wait)
        if path in self.pages:
            return self.pages[path]
        if path == "/token":
            return self.token(fields, authorization)
        return 200, self.keys() if path == "/keys" else self.discovery()

    def handler(self):
        provider = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                path, _, query = self.path.removeprefix("/realms/soins").partition("?")
                if path == "/sign-in":
                    self.send_response(302)
                    self.send_header("Location", provider.authorise(dict(urllib.parse.parse_qsl(query))))
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                else:
                    self.send(*provider.answer(path, {}, ""))

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self.send(*provider.answer(self.path.removeprefix("/realms/soins"), dict(urllib.parse.parse_qsl(body)),
                                           self.headers.get("Authorization", "")))

            def send(self, status, body):
                data = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                if status // 100 == 3:
                    self.send_header("Location", provider.issuer + "/elsewhere")
                self.end_headers()
                with contextlib.suppress(OSError):
                    self.wfile.write(data)

            def log_message(self, *_):
                pass

        return Handler


@contextlib.contextmanager
def providing(tls=None):
    provider = Provider(tls)
    try:
        yield provider
    finally:
        provider.server.shutdown()
        provider.server.server_close()
