#!/usr/bin/env python3
"""What somebody with bad intentions types (../hostile/story.json), in every text that openapi.yaml takes, to
every answer and every paper: kept and shown as the text that it is, or refused."""
import html.parser
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "hostile"))

from access_test import minimal, path_of
from evidence_test import send, wait_for
from program import OPERATIONS, PASSWORD, PROGRAM, ROOT, Server, resolved, run
from story import ACCOUNT, REQUESTS, TEXTS, evidence, told

# Texts that name something there is, or are never shown: nothing else is taken.
NAMES = {"item", "sheet", "zone", "contact", "degree", "incident", "evidence", "sha256", "mapping", "url", "code",
         "old", "password"}
NO_FILE_NAME = re.compile(r"[/\\\n\t]")
# Marks that make what follows read from right to left, or nothing at all; and what a terminal obeys.
UNSEEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]")


def texts_of(schema, path=()):
    """(path, schema) of every text of a body."""
    schema = resolved(schema)
    for one in schema.get("oneOf", []) + schema.get("anyOf", []):
        yield from texts_of(one, path)
    for name, one in schema.get("properties", {}).items():
        yield from texts_of(one, (*path, name))
    if "items" in schema:
        yield from texts_of(schema["items"], path)
    if schema.get("type") == "string" and "enum" not in schema and "const" not in schema:
        yield path, schema


def paths_of(body, path=()):
    """Where the story has a text of its own."""
    if isinstance(body, dict):
        return {found for name, one in body.items() for found in paths_of(one, (*path, name))}
    if isinstance(body, list):
        return {found for one in body for found in paths_of(one, path)}
    return {path} if body in ("§", "¤") else set()


def with_text(body, path, text):
    """The body with the text there, whatever stood there."""
    if isinstance(body, list):
        return [with_text(one, path, text) for one in body] or [text]
    if not path:
        return text
    return {**body, path[0]: with_text(body.get(path[0], {} if path[1:] else None), path[1:], text)}


def bodies():
    """(operation, its body's schema) of those that take JSON."""
    for operation in OPERATIONS:
        content = operation.body.get("requestBody", {}).get("content", {}).get("application/json")
        if content:
            yield operation, content["schema"]


def requests_of(operation):
    return [one for one in REQUESTS if operation.matches("POST", one["path"])]


def the_story_reaches_every_text():
    reached = 0
    for operation, schema in bodies():
        if operation.path.startswith("/session") or operation.path == "/first-start":
            continue  # below, by themselves
        told_there = {path for one in requests_of(operation) for path in paths_of(one["body"])}
        for path, text in texts_of(schema):
            is_free = "pattern" not in text and path[-1] not in NAMES
            assert is_free == (path in told_there) or operation.path.endswith("/close"), (operation.path, path)
            reached += is_free
    assert reached > 40, reached


def filled(server):
    """A server in which the story was told: the lead, and two incidents."""
    lead = server.client()
    made = lead.post("/first-start", {"code": server.code, "name": "marie", "password": PASSWORD,
                                      "display_name": "Marie " + TEXTS[0]})
    assert made.status == 201, made.body
    assert lead.post("/people", {"name": "person-1", "display_name": "-", "password": PASSWORD, "role": "lead",
                                 "everywhere": True}).status == 201
    incidents = [lead.incident(subject={"account": ACCOUNT}) for _ in range(2)]
    for request in REQUESTS:
        for number, text in enumerate(TEXTS):
            incident = incidents[number // request.get("most", len(TEXTS))]
            answer = lead.post(request["path"].replace("{incident}", incident), told(request["body"], text))
            if request["path"].endswith("/uploads") and NO_FILE_NAME.search(text):
                assert answer.status == 422 and answer.json["where"] == "/name", answer.body
            else:
                assert answer.status in (200, 201), (request["path"], text, answer.body)
                assert b'"problem"' not in answer.body, answer.body
    return lead, *incidents


def analysed(lead, incident):
    for name, data in evidence():
        assert send(lead, incident, name, data).status == 201, name
    for text in TEXTS:
        assert send(lead, incident, text, text.encode()).status == (422 if NO_FILE_NAME.search(text) else 201), text
    started = lead.post(f"/incidents/{incident}/analyses", {"evidence": "all"}).json
    assert wait_for(lead, f"/incidents/{incident}/analyses/{started['id']}")["state"] == "done"
    titles = " ".join(one["title"] for one in lead.get(f"/incidents/{incident}/findings?per_page=500").json["items"])
    for text in TEXTS:
        assert text.strip() in titles, (text, titles)


def names_are_refused(lead, incident):
    """Where something must be named, no such text names anything."""
    checked = 0
    for operation, schema in bodies():
        if operation.path.startswith("/session"):
            continue
        base = next((told(one["body"], "x") for one in requests_of(operation)), minimal(operation))
        for path, text in texts_of(schema):
            if "pattern" not in text and path[-1] not in NAMES - {"password", "code"}:
                continue
            for hostile in TEXTS:
                answer = lead.post(path_of(operation, incident), with_text(base, path, hostile))
                took_none = answer.status == 200 and b'"problem"' in answer.body  # of several
                assert 400 <= answer.status < 500 or took_none, (operation.path, path, hostile, answer.status)
                checked += 1
    assert checked > 300, checked


def every_answer_is_data(lead, incident):
    """check_answer holds each against its schema; a browser takes none for a page."""
    for operation in OPERATIONS:
        if operation.method != "GET" or operation.path.endswith("/stream") or "return" in operation.path:
            continue
        for language in ("fr", "en"):
            answer = lead.get(path_of(operation, incident) + f"?lang={language}")
            kind = dict(answer.fields)["Content-Type"].split(";")[0]
            assert answer.status < 500, operation.path
            assert kind in ("application/json", "application/problem+json", "application/yaml", "application/pdf",
                            "text/calendar", "text/plain"), (operation.path, kind)  # a table might hold formulas
    for text in TEXTS:
        for query in ("text", "kind", "author"):
            assert lead.request("GET", f"/incidents/{incident}/log?{query}={urllib.parse.quote(text, safe='')}").status in (200, 400, 422)


def calendar_lines(data):
    return data.decode().replace("\r\n ", "").split("\r\n")


def no_paper_obeys(lead, incident, folder):
    for language in ("fr", "en"):
        papers = f"/incidents/{incident}/papers"
        for line in calendar_lines(lead.get(f"{papers}/calendar.ics?lang={language}").body):
            assert not line or re.match(r"(BEGIN|END|VERSION|PRODID|METHOD|CALSCALE|UID|SEQUENCE|DTSTAMP|DTSTART|DTEND|"
                                        r"LAST-MODIFIED|SUMMARY|DESCRIPTION|STATUS|TRIGGER|ACTION|CATEGORIES|TRANSP|"
                                        r"CLASS|X-[A-Z-]+|NAME|DURATION|PRIORITY|COMMENT)[:;]", line), line
        for paper in ("report.pdf", "kit.pdf"):
            got = lead.get(f"{papers}/{paper}?lang={language}")
            assert got.status == 200, got.body
            nothing_acts(got.body)
    scripts = lead.get(f"/incidents/{incident}/scripts").json["items"]
    assert scripts
    for one in scripts:
        for file in filter(None, (one["file"], one["reverse_file"])):
            (folder / file).write_bytes(lead.get(f"/incidents/{incident}/scripts/{file}").body)
    scripts_parse(folder)


def nothing_acts(pdf):
    """A PDF that opens, runs and sends nothing, and links to nothing that was typed."""
    plain = [pdf, *(inflated(stream) for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL))]
    for part in plain:
        for word in (b"/JavaScript", b"/Launch", b"/SubmitForm", b"/OpenAction", b"/GoToR", b"/EmbeddedFile"):
            assert word not in part, word
        for link in re.findall(rb"/URI \((.*?)\)", part):
            assert link.startswith((b"https://", b"tel:", b"mailto:")) and b"evil" not in link, link


def inflated(stream):
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def scripts_parse(folder):
    """PowerShell's own grammar: whatever was named stays within its quotes."""
    checker = ROOT / "tests" / "powershell_syntax" / "check.mjs"
    done = subprocess.run(["node", checker, folder, "--scripts"], capture_output=True, text=True, check=False)
    if done.returncode == 77:
        print(done.stdout.strip())
        return
    assert done.returncode == 0, done.stdout + done.stderr


class Tags(html.parser.HTMLParser):
    """What a browser would make of a page: its elements, and all that could act."""

    def __init__(self):
        super().__init__()
        self.acting, self.words = [], []

    def handle_starttag(self, tag, attributes):
        links = [value or "" for name, value in attributes if name in ("href", "src", "action", "srcset")]
        if tag in ("script", "iframe", "object", "embed", "form", "base", "link") or \
                any(name.startswith("on") for name, _ in attributes) or \
                any(not link.startswith(("#", "https://", "tel:", "mailto:", "data:image/")) for link in links):
            self.acting.append((tag, attributes))

    def handle_data(self, data):
        self.words.append(data)


def the_command_line_shows_it_as_text(server, incident, folder):
    kept = server.folder / "data" / "incidents" / f"{incident}.digue"
    for language in ("fr", "en"):
        page = folder / f"report.{language}.html"
        digue("report", "--incident", kept, "--out", page, "--lang", language)
        tags = Tags()
        tags.feed(page.read_text(encoding="utf-8"))
        assert not tags.acting, tags.acting
        assert "window.hostile" in "".join(tags.words)
        for words in (("log", "list"), ("handover",), ("plan", "--all"), ("qualify",), ("clock", "list"),
                      ("incident", "show"), ("evidence", "list"), ("log", "verify")):
            said = digue(*words, "--incident", kept, "--lang", language)
            assert not UNSEEN.search(said), (words, UNSEEN.search(said))
            # A text of several lines begins none at the edge, where the program speaks.
            assert not re.search(r"^(BEGIN:VALARM|ATTENDEE)", said, re.MULTILINE), words


def digue(*words):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), (words, done.stderr)
    return done.stdout + done.stderr


def every_text_stays_a_text():
    with Server(more=["--webhook-to", "127.0.0.1:9"]) as server, tempfile.TemporaryDirectory() as folder:
        lead, incident, _ = filled(server)
        analysed(lead, incident)
        every_answer_is_data(lead, incident)
        no_paper_obeys(lead, incident, pathlib.Path(folder))
        names_are_refused(lead, incident)
        for text in TEXTS:
            over = lead.incident(title=text)
            assert lead.post(f"/incidents/{over}/close", {"conclusion": text}).status == 201
            assert lead.get(f"/incidents/{over}").status == 200
        the_command_line_shows_it_as_text(server, incident, pathlib.Path(folder))


def nobody_signs_in_with_it():
    with Server() as server:
        server.lead()
        for operation, schema in bodies():
            if operation.path != "/first-start" and not operation.path.startswith("/session"):
                continue
            for path, _ in texts_of(schema):
                for text in TEXTS:
                    answer = server.client().post(path_of(operation, "none"), with_text(minimal(operation), path, text))
                    assert 400 <= answer.status < 500, (operation.path, path, text, answer.status)
        assert server.client().get("/health").status == 200


if __name__ == "__main__":
    run(the_story_reaches_every_text, every_text_stays_a_text, nobody_signs_in_with_it)
