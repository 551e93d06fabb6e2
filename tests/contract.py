"""What the tests of the command line share: run the program, and check every line of --json.

Every test that runs a verb with --json goes through run_json(), so no field can drift from
schema/digue.schema.json unseen.
"""
import json
import os
import pathlib
import subprocess

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = os.environ.get("DIGUE_PROGRAM", str(ROOT / "build" / "dev" / "bin" / "digue"))


def _without_repeated_keys(pairs):
    """Of a key written twice, JSON readers keep the last: the first would check nothing."""
    repeated = {key for key, _ in pairs if sum(1 for other, _ in pairs if other == key) > 1}
    assert not repeated, f"repeated: {repeated}"
    return dict(pairs)


SCHEMA = json.loads((ROOT / "schema" / "digue.schema.json").read_text(encoding="utf-8"),
                    object_pairs_hook=_without_repeated_keys)


def _validator_of(kind, cache={}):
    """The schema of one type alone: its messages say which field is wrong."""
    if kind not in cache:
        schema = {"$schema": SCHEMA["$schema"], "$ref": f"#/$defs/{kind}", "$defs": SCHEMA["$defs"]}
        cache[kind] = jsonschema.Draft202012Validator(schema)
    return cache[kind]


def run(*arguments, language="en", **options):
    """Runs the program; returns the completed process, texts decoded."""
    return subprocess.run([PROGRAM, *map(str, arguments), "--lang", language],
                          capture_output=True, text=True, timeout=600, check=False, **options)


def objects_of(text):
    """The objects of JSON Lines, each checked against the schema."""
    items = []
    for line in text.splitlines():
        item = json.loads(line, object_pairs_hook=_without_repeated_keys)
        kind = item.get("type")
        assert kind in SCHEMA["$defs"], f"unknown type {kind!r}"
        _validator_of(kind).validate(item)
        items.append(item)
    return items


def run_json(*arguments, expect=(0, 3), **options):
    """Runs with --json; returns the objects by type, each checked against the schema."""
    done = run(*arguments, "--json", **options)
    assert done.returncode in expect, f"exit {done.returncode}: {arguments}\n{done.stderr[-2000:]}"
    by_type = {}
    for item in objects_of(done.stdout):
        by_type.setdefault(item["type"], []).append(item)
    return by_type
