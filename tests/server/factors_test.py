#!/usr/bin/env python3
"""Second factors of `digue serve`: codes of an app computed here by RFC 6238, passkeys of an authenticator
written here on OpenSSL's keys, recovery codes, and what each of them refuses."""
import base64
import hashlib
import hmac
import json
import socket
import struct
import time
import urllib.parse

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from oidc_test import serving, signed_in
from program import PASSWORD, Server, run
from provider import providing

MINE = {"password": PASSWORD}


def code_of(secret, ahead=0):
    """RFC 6238, from the text that one types into an app."""
    counter = struct.pack(">Q", int(time.time()) // 30 + ahead)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start:start + 4], 'big') & 0x7fffffff) % 10**6:06d}"


def tried(server, name, fields=None, **more):
    return server.client().post("/session", {"name": name, "password": PASSWORD, **more}, fields=fields)


def an_app_is_confirmed_then_needed_and_a_code_is_taken_once():
    with Server() as server:
        lead = server.lead()
        other = server.client()
        other.sign_in("marie")
        assert lead.post("/session/totp", {"password": "not it at all"}).json["where"] == "/password"
        begun = lead.post("/session/totp", MINE).json
        uri = urllib.parse.urlsplit(begun["uri"])
        assert urllib.parse.parse_qs(uri.query)["secret"] == [begun["secret"]]
        assert len(begun["qr"]) == len(begun["qr"][0]) and begun["qr"][0].startswith("1111111")
        # Not in force yet.
        assert tried(server, "marie").status == 201
        assert lead.post("/session/totp/confirmation", {"code": "12345"}).json["where"] == "/code"
        first, second = code_of(begun["secret"]), code_of(begun["secret"], 1)
        made = lead.post("/session/totp/confirmation", {"code": first[:3] + " " + first[3:]})
        assert made.status == 201, made.body
        codes = made.json["recovery_codes"]
        assert len(set(codes)) == 10
        assert other.get("/people").status == 401  # began without it
        assert lead.get("/session").json["person"]["second_factor"] is True

        asked = tried(server, "marie")
        assert asked.status == 401 and asked.json["second_factor"] == ["totp", "recovery"], asked.body
        # Only to who knows the password.
        stranger = server.client().post("/session", {"name": "marie", "password": "not it at all", "code": second})
        assert stranger.status == 401 and "second_factor" not in stranger.json
        assert tried(server, "marie", code=first).status == 401  # served to confirm
        assert tried(server, "marie", code=second).status == 201
        assert tried(server, "marie", code=second).status == 401
        # Nor once the server was killed.
        server.stop()
        server.start()
        assert tried(server, "marie", code=second).status == 401
        assert tried(server, "marie", code=codes[0]).status == 201
        assert tried(server, "marie", code=codes[0]).status == 401
        assert tried(server, "marie", code=codes[1].replace("-", "").upper()).status == 201
        for file in (server.folder / "data").glob("people.sqlite*"):
            for code in codes:
                assert code.encode() not in file.read_bytes() and code.replace("-", "").encode() not in file.read_bytes()


def tries_are_slowed_down_even_with_the_password():
    with Server() as server:
        lead = server.lead()
        secret = lead.post("/session/totp", MINE).json["secret"]
        codes = lead.post("/session/totp/confirmation", {"code": code_of(secret)}).json["recovery_codes"]
        assert len(codes) == 10
        # Each wait is twice the one before: sooner or later it is longer than a try takes here.
        for _ in range(30):
            answer = tried(server, "marie", code="wrong")
            if answer.status == 429:
                break
            assert answer.status == 401, answer.body
        assert answer.status == 429 and int(dict(answer.fields)["Retry-After"]) >= 1, answer.body


def what_is_lost_is_replaced():
    with Server() as server:
        lead = server.lead()
        paul = server.person(lead, "paul", "scribe")
        assert paul.post("/session/recovery-codes", MINE).status == 409
        secret = paul.post("/session/totp", MINE).json["secret"]
        codes = paul.post("/session/totp/confirmation", {"code": code_of(secret)}).json["recovery_codes"]
        assert paul.post("/session/recovery-codes", {"password": "not it at all"}).status == 422
        fresh = paul.post("/session/recovery-codes", MINE).json["recovery_codes"]
        assert not set(codes) & set(fresh)
        assert tried(server, "paul", code=codes[0]).status == 401
        assert tried(server, "paul", code=fresh[0]).status == 201
        assert paul.get("/session/factors").json["recovery_codes"] == 9
        # Whoever manages people takes all of it away; what was signed in is not any more.
        assert paul.request("DELETE", "/people/paul/factors").status == 403
        assert lead.request("DELETE", "/people/nobody/factors").status == 404
        assert lead.request("DELETE", "/people/paul/factors").status == 204
        assert paul.get("/session/factors").status == 401
        assert tried(server, "paul").status == 201
        # One's own, with the password.
        paul.sign_in("paul")
        secret = paul.post("/session/totp", MINE).json["secret"]
        assert paul.post("/session/totp/confirmation", {"code": code_of(secret)}).status == 201
        assert paul.post("/session/totp/removal", {"password": "not it at all"}).status == 422
        assert paul.post("/session/totp/removal", MINE).status == 204
        assert paul.get("/session/factors").json == {"totp": None, "passkeys": [], "recovery_codes": 0}
        assert tried(server, "paul").status == 201


def text(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def cbor(value):
    """As much of RFC 8949 as a key needs."""
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    return head(5, len(value)) + b"".join(cbor(key) + cbor(one) for key, one in value.items())


def head(kind, count):
    if count < 24:
        return bytes([kind << 5 | count])
    size = 1 if count < 256 else 2
    return bytes([kind << 5 | 23 + size]) + count.to_bytes(size, "big")


class Es256:
    number = -7

    def __init__(self):
        self.key = ec.generate_private_key(ec.SECP256R1())

    def cose(self):
        point = self.key.public_key().public_numbers()
        return {1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")}

    def sign(self, data):
        return self.key.sign(data, ec.ECDSA(hashes.SHA256()))


class Eddsa:
    number = -8

    def __init__(self):
        self.key = ed25519.Ed25519PrivateKey.generate()

    def cose(self):
        return {1: 1, 3: -8, -1: 6, -2: self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)}

    def sign(self, data):
        return self.key.sign(data)


class Rs256:
    number = -257

    def __init__(self):
        self.key = rsa.generate_private_key(65537, 2048)

    def cose(self):
        numbers = self.key.public_key().public_numbers()
        return {1: 3, 3: -257, -1: numbers.n.to_bytes(256, "big"), -2: (65537).to_bytes(3, "big")}

    def sign(self, data):
        return self.key.sign(data, padding.PKCS1v15(), hashes.SHA256())


class Authenticator:
    """A security key, and the browser before it."""

    def __init__(self, kind, origin, site="localhost", counts=True):
        self.kind, self.origin, self.site = kind(), origin, site
        self.id, self.uses, self.counts = b"key-" + kind.__name__.encode() * 4, 0, counts

    def client_data(self, challenge, what, **more):
        return json.dumps({"type": "webauthn." + what, "challenge": challenge, "origin": self.origin,
                           "crossOrigin": False, **more}).encode()

    def data(self, flags, more=b""):
        self.uses += self.counts
        return hashlib.sha256(self.site.encode()).digest() + bytes([flags]) + struct.pack(">I", self.uses) + more

    def create(self, challenge, flags=0x41, **more):
        key = bytes(16) + struct.pack(">H", len(self.id)) + self.id + cbor(self.kind.cose())
        return {"client_data": text(self.client_data(challenge, "create", **more)),
                "authenticator_data": text(self.data(flags, key))}

    def get(self, challenge, what="get", flags=0x01, **more):
        client_data, data = self.client_data(challenge, what, **more), self.data(flags)
        return {"passkey": text(self.id), "client_data": text(client_data), "authenticator_data": text(data),
                "signature": text(self.kind.sign(data + hashlib.sha256(client_data).digest()))}


def at_name(server, name="localhost"):
    return {"Host": f"{name}:{server.port}"}


def added(server, client, kind, **more):
    """A passkey of that kind; what adding it answered."""
    key = Authenticator(kind, f"http://localhost:{server.port}", **more)
    begun = client.post("/session/passkeys", MINE, fields=at_name(server))
    assert begun.status == 201, begun.body
    assert begun.json["site"] == "localhost" and kind.number in begun.json["algorithms"]
    answer = client.post("/session/passkeys/confirmation", {"name": kind.__name__, **key.create(begun.json["challenge"])},
                         fields=at_name(server))
    assert answer.status == 201, answer.body
    return key, answer.json["recovery_codes"]


def challenge_of(server):
    asked = tried(server, "marie", fields=at_name(server))
    assert asked.status == 401 and "passkey" in asked.json["second_factor"], asked.body
    return asked.json["passkey"]


def a_passkey_of_each_kind_signs_in():
    for kind in (Es256, Eddsa, Rs256):
        with Server() as server:
            lead = server.lead()
            key, codes = added(server, lead, kind)
            assert len(codes) == 10
            asked = challenge_of(server)
            assert asked["credentials"] == [text(key.id)] and asked["site"] == "localhost"
            given = key.get(asked["challenge"])
            assert tried(server, "marie", at_name(server), passkey=given).status == 201
            # A challenge is worth one try.
            assert tried(server, "marie", at_name(server), passkey=given).status == 401
            assert tried(server, "marie", at_name(server), passkey=key.get(asked["challenge"])).status == 401
            server.stop()
            server.start()
            key.origin = f"http://localhost:{server.port}"
            assert tried(server, "marie", at_name(server),
                         passkey=key.get(challenge_of(server)["challenge"])).status == 201
            # By another name of the server it is not there; a recovery code is.
            assert tried(server, "marie").json["second_factor"] == ["recovery"]
            assert tried(server, "marie", code=codes[0]).status == 201


def what_was_not_asked_is_refused():
    with Server() as server:
        lead = server.lead()
        key, codes = added(server, lead, Es256)
        stranger = Authenticator(Es256, key.origin)
        stranger.id = key.id

        def refused(of=key, challenge=None, **how):
            """That it was; the codes between show that nothing else was in the way."""
            given = of.get(challenge or challenge_of(server)["challenge"], **how)
            answer = tried(server, "marie", at_name(server), passkey=given)
            assert tried(server, "marie", code=codes.pop()).status == 201
            return answer.status == 401 and "not recognised" in answer.json["detail"]

        assert refused(of=stranger)
        assert refused(challenge="A" * 43)
        assert refused(what="create")
        assert refused(origin="http://evil.example")
        assert refused(flags=0)  # nobody touched it
        key.site = "evil.example"
        assert refused()
        key.site = "localhost"
        assert refused(crossOrigin=True)
        assert not refused()


def a_copy_of_a_passkey_is_noticed():
    with Server() as server:
        lead = server.lead()
        key, _ = added(server, lead, Es256)
        assert tried(server, "marie", at_name(server), passkey=key.get(challenge_of(server)["challenge"])).status == 201
        key.uses -= 1
        copied = tried(server, "marie", at_name(server), passkey=key.get(challenge_of(server)["challenge"]))
        assert copied.status == 401 and "there may be a copy" in copied.json["detail"], copied.body
        # One that keeps no count is taken.
        assert lead.post(f"/session/passkeys/{text(key.id)}/removal", MINE).status == 204
        still, _ = added(server, lead, Eddsa, counts=False)
        for _ in range(2):
            given = still.get(challenge_of(server)["challenge"])
            assert tried(server, "marie", at_name(server), passkey=given).status == 201


def a_passkey_is_added_as_it_was_asked():
    with Server() as server:
        lead = server.lead()
        # By an address there is no name to tie it to.
        assert lead.post("/session/passkeys", MINE).status == 409
        assert lead.post("/session/passkeys", {"password": "x"}, fields=at_name(server)).status == 422
        origin = f"http://localhost:{server.port}"

        def adding(key, **how):
            challenge = lead.post("/session/passkeys", MINE, fields=at_name(server)).json["challenge"]
            made = key.create(how.pop("challenge", challenge), **how)
            return lead.post("/session/passkeys/confirmation", {"name": "k", **made}, fields=at_name(server))

        key = Authenticator(Es256, origin)
        assert adding(key, challenge="A" * 43).status == 422
        assert adding(key, origin="http://evil.example").status == 422
        assert adding(key, type="webauthn.get").status == 422
        assert adding(key, flags=0x40).status == 422  # nobody touched it
        assert adding(key, flags=0x01).status == 422  # no key in it
        assert adding(Authenticator(Es256, origin, site="evil.example")).status == 422
        assert lead.post("/session/passkeys/confirmation",
                         {"name": "k", "client_data": "AAAA", "authenticator_data": "AAAA"},
                         fields=at_name(server)).status == 409  # each was worth one try
        assert lead.get("/session/factors").json["passkeys"] == []
        assert adding(key).status == 201
        assert adding(key).status == 409  # known
        assert lead.post("/session/passkeys/confirmation", {"name": "k", **key.create("A" * 43)},
                         fields=at_name(server)).status == 409  # nothing begun
        paul = server.person(lead, "paul", "scribe")
        assert paul.post(f"/session/passkeys/{text(key.id)}/removal", MINE).status == 404
        assert paul.get("/session/factors").json["passkeys"] == []
        (mine,) = lead.get("/session/factors").json["passkeys"]
        assert (mine["passkey"], mine["name"], mine["site"]) == (text(key.id), "k", "localhost")


def with_app(client):
    """They show an app, from here on."""
    secret = client.post("/session/totp", MINE).json["secret"]
    made = client.post("/session/totp/confirmation", {"code": code_of(secret)})
    assert made.status == 201, made.body


def demanded_of_everybody_each_adds_one_then_goes_on():
    with Server() as server:
        lead = server.lead()
        paul = server.person(lead, "paul", "scribe")
        assert lead.get("/second-factor").json == {"roles": []}
        everybody = {"roles": ["lead", "responder", "scribe", "observer", "counsel"]}
        # Of oneself too, so one's own comes first; who manages people counts as a lead.
        assert lead.post("/second-factor", everybody).status == 409
        zoe = server.person(lead, "zoe", "observer", manages_people=True)
        assert zoe.post("/second-factor", {"roles": ["lead"]}).status == 409
        assert paul.post("/second-factor", {"roles": []}).status == 403
        for wrong in (["boss"], ["lead"] * 6, "lead", None, [""]):
            assert lead.post("/second-factor", {"roles": wrong}).json["where"] == "/roles", wrong
        with_app(lead)
        assert lead.post("/second-factor", everybody).json == everybody == lead.get("/second-factor").json
        assert lead.get("/session").json["must_enrol"] is False and lead.get("/people").status == 200
        # What was begun before, and what begins now with the password alone, may only add one.
        fresh = server.client()
        fresh.sign_in("paul")
        for client in (paul, fresh):
            assert client.get("/session").json["must_enrol"] is True
            refused = client.get("/sheets")
            assert refused.status == 403 and "demanded of you" in refused.json["detail"], refused.body
            assert client.post("/session/password", {"old": PASSWORD, "password": "another long one"}).status == 403
        assert fresh.post("/session/totp", {"password": "not it at all"}).status == 422
        with_app(fresh)
        assert fresh.get("/session").json["must_enrol"] is False and fresh.get("/sheets").status == 200
        assert paul.get("/sheets").status == 401  # began without it
        # Taken away by whoever manages people, it is to be added again; taken away by oneself, too.
        assert lead.request("DELETE", "/people/paul/factors").status == 204
        paul.sign_in("paul")
        assert paul.get("/sheets").status == 403
        with_app(paul)
        assert paul.post("/session/totp/removal", MINE).status == 204
        assert paul.get("/sheets").status == 403
        # After a start, still; then it is demanded of nobody.
        server.stop()
        server.start()
        assert paul.get("/sheets").status == 403
        assert lead.post("/second-factor", {"roles": []}).json == {"roles": []}
        assert paul.get("/sheets").status == 200


def demanded_of_some_roles_it_follows_the_role_in_the_incident():
    with Server() as server:
        lead = server.lead()
        with_app(lead)
        mine, other = lead.incident(), lead.incident(title="L’autre")
        paul, zoe = server.person(lead, "paul", "observer"), server.person(lead, "zoe", "scribe", manages_people=True)
        assert lead.post("/second-factor", {"roles": ["lead", "responder"]}).status == 200
        assert zoe.get("/people").status == 403 and zoe.get("/session").json["must_enrol"] is True
        assert paul.get(f"/incidents/{mine}").status == 200
        assert lead.post(f"/incidents/{mine}/people", {"person": "paul", "role": "responder"}).status == 201
        refused = paul.get(f"/incidents/{mine}")
        assert refused.status == 403 and "demanded of you" in refused.json["detail"], refused.body
        assert paul.post(f"/incidents/{mine}/log", {"text": "x"}).status == 403
        assert paul.get(f"/incidents/{other}").status == 200 and paul.get("/session").json["must_enrol"] is False
        with_app(paul)
        assert paul.get(f"/incidents/{mine}").status == 200
        assert paul.post(f"/incidents/{mine}/log", {"text": "x"}).status == 201


def a_stream_ends_when_one_comes_to_be_demanded():
    with Server() as server:
        lead = server.lead()
        with_app(lead)
        incident = lead.incident()
        paul = server.person(lead, "paul", "scribe")
        with socket.create_connection(("127.0.0.1", server.port), timeout=120) as stream:
            stream.sendall(f"GET /api/v1/incidents/{incident}/stream HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
                           f"Cookie: {paul.cookie}\r\n\r\n".encode())
            assert stream.recv(65536).startswith(b"HTTP/1.1 200 ")
            assert lead.post("/second-factor", {"roles": ["scribe"]}).status == 200
            while stream.recv(65536):  # at its next heartbeat
                pass


def who_comes_by_the_provider_shows_it_there():
    with providing() as provider, serving(provider) as server:
        provider.person["amr"] = ["pwd"]
        weak, answer = signed_in(server)
        assert answer.status == 201 and weak.get("/people").status == 200
        with_app(server.marie)
        assert server.marie.post("/second-factor", {"roles": ["lead"]}).status == 200
        refused = weak.get("/people")
        assert refused.status == 403 and "identity provider does not say" in refused.json["detail"], refused.body
        # They have no password here with which to add one.
        assert weak.post("/session/totp", MINE).status == 422
        for proofs in ({}, {"amr": ["pwd", "otp"]}, {"amr": "mfa-not"}, {"acr": "1"}, {"amr": [7]}):
            provider.person.update({"amr": None, "acr": None, **proofs})
            assert signed_in(server)[1].status == 403, proofs
        provider.person.update(amr=["mfa"], acr=None)
        strong, answer = signed_in(server)
        assert answer.status == 201 and strong.get("/people").status == 200
        assert weak.get("/people").status == 401  # began without it
        assert strong.get("/session").json["must_enrol"] is False
        # Of whom it is not demanded, it is not asked there either.
        provider.person.update(sub="u-2", groups=["everybody"], amr=None)
        assert signed_in(server)[1].status == 201
    for value, proofs in (("always", {}), (["urn:eidas:high"], {"acr": "urn:eidas:high"})):
        with providing() as provider, serving(provider, second_factor=value) as server:
            with_app(server.marie)
            assert server.marie.post("/second-factor", {"roles": ["lead"]}).status == 200
            provider.person.update({"amr": None, **proofs})
            assert signed_in(server)[1].status == 201, value


if __name__ == "__main__":
    run(an_app_is_confirmed_then_needed_and_a_code_is_taken_once, tries_are_slowed_down_even_with_the_password,
        what_is_lost_is_replaced, a_passkey_of_each_kind_signs_in, what_was_not_asked_is_refused,
        a_copy_of_a_passkey_is_noticed, a_passkey_is_added_as_it_was_asked,
        demanded_of_everybody_each_adds_one_then_goes_on, demanded_of_some_roles_it_follows_the_role_in_the_incident,
        a_stream_ends_when_one_comes_to_be_demanded, who_comes_by_the_provider_shows_it_there)
