"""What the tests of the server share: the real program on a free port, and a client that checks every
answer against src/server/api/openapi.yaml."""
import http.client
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("DIGUE_PROGRAM", str(ROOT / "build" / "dev" / "bin" / "digue"))
API = yaml.safe_load((ROOT / "src" / "server" / "api" / "openapi.yaml").read_text(encoding="utf-8"))
SCHEMA = jsonschema.Draft202012Validator(
    json.loads((ROOT / "schema" / "digue.schema.json").read_text(encoding="utf-8")))
BASE = "/api/v1"
PASSWORD = "correct horse battery"


class Operation:
    """A method of a path of openapi.yaml."""

    def __init__(self, path, method, body):
        self.path, self.method, self.body = path, method, body
        self.pieces = path.strip("/").split("/")

    def matches(self, method, path):
        pieces = path.strip("/").split("/")
        return method == self.method and len(pieces) == len(self.pieces) and all(
            mine.startswith("{") or mine == theirs for mine, theirs in zip(self.pieces, pieces))

    def response(self, status):
        responses = self.body["responses"]
        found = responses.get(str(status), responses.get("default"))
        if "$ref" in found:
            found = API["components"]["responses"][found["$ref"].rsplit("/", 1)[1]]
        return found


OPERATIONS = [Operation(path, method.upper(), body) for path, methods in API["paths"].items()
              for method, body in methods.items() if method in ("get", "post", "delete")]


def resolved(schema):
    """The schema that it refers to, if it does."""
    while "$ref" in schema:
        schema = API["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    return schema


def check_schema(schema, value):
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema,
             "components": API["components"]}
    jsonschema.Draft202012Validator(whole).validate(value)


class Answer:
    def __init__(self, status, fields, body):
        self.status, self.fields, self.body = status, fields, body

    @property
    def json(self):
        return json.loads(self.body)


def check_answer(method, path, answer):
    """What the page says of this answer, and what every answer must carry."""
    fields = {name.lower(): value for name, value in answer.fields}
    assert fields["x-content-type-options"] == "nosniff", path
    assert "default-src 'none'" in fields["content-security-policy"], path
    operations = [one for one in OPERATIONS if one.matches(method, path)]
    if not operations or answer.status in (204, 303, 304):
        return
    content = operations[0].response(answer.status).get("content", {})
    kind = fields["content-type"].split(";")[0]
    assert kind in content, f"{method} {path}: {answer.status} {kind}\n{answer.body[:500]}"
    schema = content[kind].get("schema")
    if schema and kind.endswith("json"):
        check_schema(schema, answer.json)


class Server:
    """`digue serve` on a folder; ends with the block."""

    def __init__(self, folder=None, listen="127.0.0.1:0", organisation=None, more=()):
        self.temporary = None if folder else tempfile.TemporaryDirectory(prefix="digue-server-")
        self.folder = pathlib.Path(folder or self.temporary.name)
        self.listen = listen
        self.environment = {}
        self.more = [*(["--org", str(organisation)] if organisation else []), *more]

    def __enter__(self):
        self.start()
        return self

    def start(self):
        environment = dict(os.environ, DIGUE_STATE=str(self.folder / "state"), **self.environment)
        self.errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--data", str(self.folder / "data"), "--listen", self.listen, "--json",
             "--lang", "en", *self.more], stdout=subprocess.PIPE, stderr=self.errors, text=True, env=environment)
        line = self.process.stdout.readline()
        if not line:
            self.errors.seek(0)
            raise AssertionError("the server did not start: " + self.errors.read())
        self.said = json.loads(line)
        SCHEMA.validate(self.said)
        self.port = int(re.search(r":(\d+)/$", self.said["addresses"][0]).group(1))
        self.code = self.said["first_start_code"]

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        code = self.process.wait(timeout=20)
        self.process.stdout.close()
        if how != signal.SIGKILL:
            assert code == 0, f"exit {code}"
        return code

    def __exit__(self, kind, *_):
        if self.process.poll() is None:
            self.stop()
        elif kind is None:
            raise AssertionError(f"the server ended by itself: {self.process.returncode}")
        if self.temporary:
            self.temporary.cleanup()

    def client(self):
        return Client(self)

    def lead(self):
        """A client who is the first person."""
        client = self.client()
        made = client.post("/first-start", {"code": self.code, "name": "marie", "display_name": "Marie Petit",
                                            "password": PASSWORD})
        assert made.status == 201, made.body
        return client

    def person(self, lead, name, role, **more):
        added = lead.post("/people", {"name": name, "display_name": name.title(), "password": PASSWORD,
                                      "role": role, "everywhere": True, **more})
        assert added.status == 201, added.body
        client = self.client()
        client.sign_in(name)
        return client

    def raw(self, data, wait=5.0):
        """Sends bytes as they are; returns all that comes back until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as connection:
            try:
                connection.sendall(data)
            except OSError:
                pass
            out = b""
            try:
                while piece := connection.recv(65536):
                    out += piece
            except OSError:
                pass
            return out


class Client:
    def __init__(self, server):
        self.server = server
        self.cookies = {}
        self.host = f"127.0.0.1:{server.port}"

    @property
    def cookie(self):
        """As a browser sends them."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    @cookie.setter
    def cookie(self, text):
        self.cookies = dict(pair.split("=", 1) for pair in text.split("; ")) if text else {}

    def request(self, method, path, body=None, fields=None, base=BASE):
        headers = dict(fields or {})
        if self.cookie:
            headers["Cookie"] = self.cookie
        if method in ("POST", "DELETE"):
            headers.setdefault("X-Digue", "1")
        data = None
        if body is not None:
            data = body if isinstance(body, bytes) else json.dumps(body).encode()
            headers.setdefault("Content-Type", "application/json")
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        connection.request(method, base + path, data, headers)
        response = connection.getresponse()
        answer = Answer(response.status, response.getheaders(), response.read())
        connection.close()
        for name, value in answer.fields:
            if name.lower() == "set-cookie":
                self.cookies.update([value.split(";")[0].split("=", 1)])
        check_answer(method, path.split("?")[0], answer)
        return answer

    def get(self, path, **options):
        return self.request("GET", path, **options)

    def post(self, path, body, **options):
        return self.request("POST", path, body, **options)

    def sign_in(self, name, password=PASSWORD):
        answer = self.post("/session", {"name": name, "password": password})
        assert answer.status == 201, answer.body
        return answer

    def incident(self, **more):
        made = self.post("/incidents", {"title": "Boîte de la compta", "sheet": "mail-account",
                                        "zone": "Europe/Paris", **more})
        assert made.status == 201, made.body
        return made.json["incident"]


def run(*tests):
    """Each test by itself; says its name."""
    for test in tests:
        test()
        print(test.__name__)
        sys.stdout.flush()
