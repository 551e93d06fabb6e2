"""The story of story.json, ready to be sent."""
import csv
import datetime
import io
import itertools
import json
import pathlib

STORY = json.loads((pathlib.Path(__file__).parent / "story.json").read_text(encoding="utf-8"))
TEXTS, ACCOUNT, REQUESTS = STORY["texts"], STORY["account"], STORY["requests"]
_number = itertools.count(1)


def now():
    return datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")


def told(template, text):
    """A body, or a part of one, with this text in it."""
    if isinstance(template, dict):
        return {name: told(value, text) for name, value in template.items()}
    if isinstance(template, list):
        return [told(value, text) for value in template]
    if not isinstance(template, str):
        return template
    if template == "@":
        return now()
    return template.replace("#", str(next(_number))).replace("¤", ACCOUNT).replace("§", text)


def evidence():
    """(name, bytes) of each file."""
    for name, row in STORY["evidence"].items():
        out = io.StringIO()
        rows = csv.DictWriter(out, list(row), quoting=csv.QUOTE_ALL)
        rows.writeheader()
        rows.writerows(told(row, text) for text in TEXTS)
        yield name, out.getvalue().encode()
