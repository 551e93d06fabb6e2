#!/usr/bin/env python3
"""Signing in to `digue serve` by an organisation's identity provider: the way there and back, what a group opens,
and what of a provider, or of somebody in between, is refused."""
import contextlib
import http.client
import pathlib
import ssl
import subprocess
import tempfile
import time
import urllib.parse

import yaml

from program import BASE, PASSWORD, PROGRAM, Server, run
from provider import CLIENT, SECRET, Key, json_text, providing, text
from tls_test import LOOPBACK, authority

ROLES = [{"group": "digue-leads", "role": "lead"}, {"group": "soins", "role": "responder", "everywhere": "yes"},
         {"group": "everybody", "role": "observer"}]


@contextlib.contextmanager
def serving(provider, **more):
    """`digue serve` with that provider, and its first person."""
    with tempfile.TemporaryDirectory(prefix="digue-oidc-") as folder:
        with Server(more=["--oidc", str(settings(folder, provider, **more))]) as server:
            server.marie = server.lead()
            yield server


def settings(folder, provider, **more):
    folder = pathlib.Path(folder)
    secret = folder / "secret"
    secret.write_text(SECRET + "\n", encoding="utf-8")
    secret.chmod(0o600)
    said = {"name": "Annuaire", "issuer": provider.issuer, "client": CLIENT, "secret": "secret", "roles": ROLES, **more}
    file = folder / "oidc.yaml"
    file.write_text(yaml.safe_dump(said, allow_unicode=True), encoding="utf-8")
    return file


def standing(client):
    return client.get("/session").json["provider"]


def until(client, *wanted):
    end = time.monotonic() + 60
    while (now := standing(client))["standing"] not in wanted:
        assert time.monotonic() < end, now
        time.sleep(0.02)
    return now


def begun(client):
    """Where the browser is to go."""
    answer = client.post("/session/provider", {})
    assert answer.status == 201, answer.body
    return until(client, "go", "done").get("url")


def visited(url):
    """Signs in at the provider; where it sends the browser back."""
    parts = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=60)
    connection.request("GET", f"{parts.path}?{parts.query}")
    answer = connection.getresponse()
    assert answer.status == 302, answer.status
    return answer.getheader("Location")


def came_back(client, url):
    """Where the server then sends it."""
    parts = urllib.parse.urlsplit(url)
    assert parts.netloc == client.host and parts.path.startswith(BASE), url
    answer = client.get(f"{parts.path.removeprefix(BASE)}?{parts.query}")
    assert answer.status == 303, answer.body
    return dict(answer.fields)["Location"]


def finished(client):
    until(client, "done")
    return client.post("/session/provider/completion", {})


def signed_in(server, client=None):
    """The whole way; the last answer."""
    client = client or server.client()
    url = begun(client)
    if url:
        assert came_back(client, visited(url)) == "/"
    return client, finished(client)


def refused(server, why, status=401):
    _, answer = signed_in(server)
    assert answer.status == status and why in answer.json["detail"], (why, answer.status, answer.body)


def who_is_in_a_group_that_maps_gets_in_and_keeps_their_account():
    with providing() as provider, serving(provider) as server:
        client, answer = signed_in(server)
        assert answer.status == 201, answer.body
        person = answer.json["person"]
        assert (person["name"], person["display_name"], person["role"]) == ("zoe.martin", "Zoé Martin", "lead"), person
        assert person["by_provider"] and person["manages_people"] and person["everywhere"], person
        assert client.get("/people").status == 200 and standing(client)["standing"] == "none"
        assert [one["name"] for one in server.marie.get("/people").json["items"]] == ["marie", "zoe.martin"]
        # The same person, however they are called there now; another role, when their group is another.
        provider.person.update(preferred_username="z", name="Zoé Durand", groups=["x", "soins", "everybody"])
        client, answer = signed_in(server)
        person = answer.json["person"]
        assert (person["name"], person["display_name"], person["role"]) == ("zoe.martin", "Zoé Durand", "responder")
        assert client.post("/people", {"name": "x", "display_name": "X", "role": "lead", "password": PASSWORD}).status == 403
        # Somebody else of the same name is somebody else; nobody becomes a local account by its name.
        for subject, name, got in (("u-2", "zoe.martin", "zoe.martin-2"), ("u-3", "Marie", "marie-2"), ("u-4", "", "p-4")):
            provider.person.update(sub=subject, preferred_username=name, name="P 4" if not name else "Autre")
            assert signed_in(server)[1].json["person"]["name"] == got
        # After a start again, too.
        server.stop()
        server.start()
        assert signed_in(server)[1].json["person"]["name"] == "p-4"


def each_kind_of_signature_is_taken():
    with providing() as provider, serving(provider) as server:
        for algorithm in ("ES256", "PS256", "RS256"):
            provider.key = Key(algorithm)
            # Keys that are not known yet are asked for at most once a minute.
            server.stop()
            server.start()
            assert signed_in(server)[1].status == 201, algorithm


def a_session_is_new_and_bound_to_its_browser():
    with providing() as provider, serving(provider) as server:
        client = server.client()
        client.sign_in("marie")
        before = client.cookies["digue-session"]
        answer = client.post("/session/provider", {})
        (cookie,) = [value for name, value in answer.fields if name.lower() == "set-cookie"]
        assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Max-Age=600" in cookie, cookie
        url = until(client, "go")["url"]
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(url).query))
        assert query["theme"] == "1" and len(query["state"]) == len(query["nonce"]) == 43, query
        back = visited(url)
        # By a browser that did not begin it, by one that began another, with another state: nothing happens.
        stranger, other = server.client(), server.client()
        begun(other)
        assert came_back(stranger, back) == came_back(other, back) == "/?sign-in=elsewhere"
        assert came_back(client, back.replace("state=", "state=x")) == "/?sign-in=elsewhere"
        for one in (stranger, other):
            assert one.post("/session/provider/completion", {}).status == 409
        assert standing(client)["standing"] == "go" and provider.asked.count("/token") == 0
        # It is worth something once.
        assert came_back(client, back) == "/" and came_back(client, back) == "/?sign-in=elsewhere"
        assert finished(client).status == 201
        assert client.cookies["digue-session"] != before and provider.asked.count("/token") == 1
        assert came_back(client, back) == "/?sign-in=elsewhere"
        assert client.post("/session/provider/completion", {}).status == 409
        old = server.client()
        old.cookie = "digue-session=" + before
        assert old.get("/people").status == 401
        # Nor is a code of one way back worth anything in another.
        thief = server.client()
        state = urllib.parse.parse_qs(urllib.parse.urlsplit(begun(thief)).query)["state"][0]
        fresh = urllib.parse.parse_qs(urllib.parse.urlsplit(visited(begun(server.client()))).query)["code"][0]
        came_back(thief, f"http://{thief.host}{BASE}/session/provider/return?" +
                  urllib.parse.urlencode({"state": state, "code": fresh}))
        assert finished(thief).status == 502  # the verifier is another's
        # Without the guard, a page of another site could have sent it.
        assert client.post("/session/provider", {}, fields={"X-Digue": ""}).status == 403
        assert client.post("/session/provider/completion", {}, fields={"X-Digue": ""}).status == 403


def what_the_provider_says_is_compared_with_what_was_asked():
    with providing() as provider, serving(provider) as server:
        now = time.time()
        for claims, why in (({"nonce": "another"}, "another sign-in"), ({"nonce": None}, "another sign-in"),
                            ({"aud": "another"}, "for another"), ({"aud": [CLIENT, "another"]}, "for another"),
                            ({"aud": []}, "for another"), ({"azp": "another"}, "for another"),
                            ({"iss": provider.issuer + "/"}, "another provider"), ({"exp": now - 120}, "over"),
                            ({"exp": None}, "until when"), ({"iat": None}, "until when"), ({"exp": "x"}, "until when"),
                            ({"iat": now + 600}, "not valid yet"), ({"nbf": now + 600}, "not valid yet"),
                            ({"iat": now - 3600}, "too long ago"), ({"sub": ""}, "whom"), ({"sub": "a\nb"}, "whom"),
                            ({"sub": "x" * 256}, "whom")):
            provider.claims = claims
            refused(server, why)
        # A clock a little late or early is forgiven; several audiences, when we are the one it was made for.
        provider.claims = {"exp": now - 20, "iat": now - 320, "nbf": now + 20, "aud": [CLIENT, "x"], "azp": CLIENT}
        assert signed_in(server)[1].status == 201
        assert [one["name"] for one in server.marie.get("/people").json["items"]] == ["marie", "zoe.martin"]


def only_the_providers_own_signature_counts():
    with providing() as provider, serving(provider) as server:
        stranger = Key()
        stranger.id = provider.key.id
        elliptic = Key("ES256")
        elliptic.id = provider.key.id

        def unsigned(claims, algorithm="none"):
            return f"{json_text({'alg': algorithm, 'kid': provider.key.id})}.{json_text(claims)}."

        def changed(claims):
            head, _, signature = provider.key.token(claims).split(".")
            return f"{head}.{json_text({**claims, 'groups': ['digue-leads', 'x']})}.{signature}"

        for made, why in ((unsigned, "other than RS256"), (lambda claims: unsigned(claims, "RS256"), "signature is wrong"),
                          (lambda claims: unsigned(claims, "NoNe"), "other than RS256"),
                          (provider.key.token_by_its_public_key, "other than RS256"),
                          (stranger.token, "signature is wrong"), (changed, "signature is wrong"),
                          (elliptic.token, "does not publish"),
                          (lambda claims: provider.key.token(claims, alg="PS256"), "does not publish"),
                          (lambda claims: provider.key.token(claims, crit=["x"]), "extension"),
                          (lambda claims: provider.key.token(claims, kid=""), "which key"),
                          (lambda claims: provider.key.token(claims) + ".x", "no signed token"),
                          (lambda claims: "x", "no signed token"), (lambda claims: text(b"{}") * 3, "no signed token"),
                          (lambda claims: provider.key.token([1]), "no signed token"),
                          (lambda claims: "." * 70000, "no signed token")):
            provider.token_of = made
            refused(server, why)
        # 1,024 bits are no key.
        provider.key = Key(bits=1024)
        provider.token_of = provider.key.token
        refused(server, "does not publish")


def a_new_key_is_asked_for_once_a_minute():
    with providing() as provider, serving(provider) as server:
        assert signed_in(server)[1].status == 201 and provider.asked.count("/keys") == 1
        provider.key = Key()
        provider.token_of = provider.key.token
        for _ in range(3):
            refused(server, "does not publish")
        assert provider.asked.count("/keys") == 1
        # A minute is long for a test: a start forgets when it asked.
        server.stop()
        server.start()
        assert signed_in(server)[1].status == 201 and provider.asked.count("/keys") == 2


def what_no_group_opens_is_shut():
    with providing() as provider, serving(provider) as server:
        client, answer = signed_in(server)
        token = client.post("/tokens", {"name": "x", "scope": "read", "days": 1})
        assert token.status == 201, token.body
        bearer = {"Authorization": "Bearer " + token.json["secret"]}
        assert server.client().get("/incidents", fields=bearer).status == 200
        for groups in (["others"], [], None, "others", [7], {"digue-leads": 1}, "digue-leads\n"):
            provider.person["groups"] = groups
            refused(server, "None of your groups", 403)
        # What they had ends with it.
        assert client.get("/people").status == 401
        assert server.client().get("/incidents", fields=bearer).status == 401
        provider.person["groups"] = "everybody"
        client, answer = signed_in(server)
        assert answer.json["person"]["role"] == "observer" and not answer.json["person"]["everywhere"]
        # An incident's role is the logbook's, and stays.
        incident = server.marie.incident()
        assert client.get(f"/incidents/{incident}").status == 404
        given = server.marie.post(f"/incidents/{incident}/people", {"person": "zoe.martin", "role": "scribe"})
        assert given.status == 201
        client, _ = signed_in(server)
        assert client.post(f"/incidents/{incident}/log", {"text": "x"}).status == 201
        # Disabled here, it is, whatever the provider says.
        assert server.marie.post("/people/zoe.martin", {"disabled": True}).status == 200
        refused(server, "disabled", 403)
        assert client.get("/people").status == 401


def a_local_account_stays_one_and_a_providers_has_no_password():
    with providing() as provider, serving(provider) as server:
        client, _ = signed_in(server)
        for password in ("", " ", PASSWORD):
            tried = server.client().post("/session", {"name": "zoe.martin", "password": password})
            assert tried.status in (401, 422), tried.body
        assert server.marie.post("/people/zoe.martin/password", {"password": PASSWORD}).status == 409
        assert client.post("/session/password", {"old": PASSWORD, "password": PASSWORD}).status == 422
        # The last who gets in without the provider can't be taken out, even by somebody whom it lets in.
        assert client.post("/people/marie", {"manages_people": False}).status == 409
        assert client.post("/people/marie", {"disabled": True}).status == 409
        provider.server.shutdown()
        provider.server.server_close()
        assert server.client().sign_in("marie").status == 201


def a_provider_that_fails_is_said_and_holds_nobody_up():
    with providing() as provider, serving(provider) as server:
        whole = "/.well-known/openid-configuration"
        huge = b'{"issuer":"' + b"x" * 300_000 + b'"}'
        many = {"keys": [Key("ES256").public() for _ in range(101)]}
        for path, page, why in ((whole, (404, {}), "HTTP status 404"), (whole, (200, b"x"), "can’t be read"),
                                (whole, (302, b""), "HTTP status 302"), (whole, (200, huge), "too big"),
                                (whole, (200, b"[" * 1000), "can’t be read"),
                                (whole, (200, {**provider.discovery(), "issuer": "https://evil.example"}), "calls itself"),
                                (whole, (200, {**provider.discovery(), "token_endpoint": "http://evil.example/"}),
                                 "not https"),
                                (whole, (200, {**provider.discovery(), "authorization_endpoint": "javascript:x"}),
                                 "not https"),
                                ("/token", (200, huge), "too big"), ("/token", (200, {}), "did not say who"),
                                ("/token", (302, b""), "HTTP status 302"), ("/keys", (200, many), "more than 100"),
                                ("/keys", (200, {"keys": {}}), "can’t be read"), ("/keys", (200, huge), "too big")):
            server.stop()
            server.start()  # what it knew of the provider
            provider.pages = {path: page}
            refused(server, why, 502)
        assert "/elsewhere" not in provider.asked
        # Slow: a whole crowd waits for it, and everybody else is answered at once.
        provider.pages, provider.wait = {}, 60
        server.stop()
        server.start()
        crowd = [server.client() for _ in range(40)]
        for client in crowd:
            assert client.post("/session/provider", {}).json["standing"] == "asking"
        marie = server.client()
        marie.sign_in("marie")
        assert marie.get("/people").status == 200
        assert until(crowd[-1], "done")["standing"] == "done"
        late = crowd[-1].post("/session/provider/completion", {})
        assert late.status == 502 and "too slow" in late.json["detail"], late.body
        provider.wait = 0
        # It says no, in a word; what else it says is not shown.
        time.sleep(5.1)  # for which a failure is remembered
        for error, shown in (("access_denied", "access_denied"), ("<b>", "(error)")):
            client = server.client()
            state = urllib.parse.parse_qs(urllib.parse.urlsplit(begun(client)).query)["state"][0]
            query = urllib.parse.urlencode({"state": state, "error": error, "error_description": "call 555"})
            assert came_back(client, f"http://{client.host}{BASE}/session/provider/return?{query}") == "/"
            answer = finished(client)
            assert answer.status == 401 and shown in answer.json["detail"] and "555" not in answer.json["detail"]


def the_way_back_names_its_issuer():
    with providing() as provider, serving(provider) as server:
        provider.pages = {"/.well-known/openid-configuration": (
            200, {**provider.discovery(), "authorization_response_iss_parameter_supported": True})}
        for more, status in (("", 401), ("&iss=https://evil.example", 401),
                             ("&iss=" + urllib.parse.quote(provider.issuer), 201)):
            client = server.client()
            assert came_back(client, visited(begun(client)) + more) == "/"
            assert finished(client).status == status, more


def under_tls_its_certificate_must_hold():
    with authority() as ours, authority() as others:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(*ours.write("provider", names=(LOOPBACK,)))
        with providing(tls) as provider:
            with serving(provider, authority=str(others.pem("ca.pem", others.certificate))) as server:
                refused(server, "not trusted", 502)
            with serving(provider, authority=str(ours.pem("ca.pem", ours.certificate))) as server:
                assert begun(server.client()).startswith(provider.issuer + "/sign-in?theme=1&")


def it_is_off_until_it_is_configured():
    with Server() as server:
        assert server.client().get("/session").json["provider"] is None
        assert server.client().post("/session/provider", {}).status == 409
        assert server.client().post("/session/provider/completion", {}).status == 409
    with providing() as provider, tempfile.TemporaryDirectory() as folder:
        with Server(more=["--oidc", str(settings(folder, provider))]) as server:
            # The first person is made with the code that the server printed, and gets in without the provider.
            assert server.client().post("/session/provider", {}).status == 409
            server.lead()
            assert server.client().post("/session/provider", {}).status == 201
            assert provider.issuer not in str(server.client().get("/session").json)


def bad_settings_end_the_start_with_their_place():
    with providing() as provider, tempfile.TemporaryDirectory() as folder:
        def said(language="en", **more):
            file = settings(folder, provider, **more)
            ran = subprocess.run([PROGRAM, "serve", "--data", folder + "/data", "--listen", "127.0.0.1:0", "--lang",
                                  language, "--oidc", str(file)], capture_output=True, text=True, timeout=20)
            assert ran.returncode == 1, (ran.returncode, ran.stderr)
            return ran.stderr

        for more, why in (({"issuer": "http://sso.example.org"}, "https address"), ({"secert": "x"}, "secert"),
                          ({"roles": []}, "a list of groups"), ({"roles": [{"group": "x", "role": "boss"}]}, "“lead”"),
                          ({"roles": [{"group": "x", "role": "lead", "everywhere": "perhaps"}]}, "“yes” or “no”"),
                          ({"secret": "none"}, "none"), ({"authority": "secret"}, "PEM"), ({"client": ""}, "a text"),
                          ({"second_factor": "never"}, "always")):
            assert why in said(**more), (why, said(**more))
        assert "oidc.yaml, ligne" in said("fr", roles=[{"group": "x", "role": "boss"}])
        pathlib.Path(folder, "empty").write_text("\n")
        assert "on a line of" in said(secret="empty")


if __name__ == "__main__":
    run(who_is_in_a_group_that_maps_gets_in_and_keeps_their_account, each_kind_of_signature_is_taken,
        a_session_is_new_and_bound_to_its_browser, what_the_provider_says_is_compared_with_what_was_asked,
        only_the_providers_own_signature_counts, a_new_key_is_asked_for_once_a_minute, what_no_group_opens_is_shut,
        a_local_account_stays_one_and_a_providers_has_no_password, a_provider_that_fails_is_said_and_holds_nobody_up,
        the_way_back_names_its_issuer, under_tls_its_certificate_must_hold, it_is_off_until_it_is_configured,
        bad_settings_end_the_start_with_their_place)
