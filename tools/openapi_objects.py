#!/usr/bin/env python3
"""Copies the objects of schema/digue.schema.json that the API names into openapi.yaml.

    tools/openapi_objects.py            writes them
    tools/openapi_objects.py --check    exits 1 when they differ
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "src" / "server" / "api" / "openapi.yaml"
LAST_LINE_BY_HAND = "written by tools/openapi_objects.py"
REFERENCE = re.compile(r"#/components/schemas/([a-zA-Z0-9._-]+)")


def named_by(text, objects):
    """The objects that a text names, and those that they name in turn."""
    known, to_read = set(), [text]
    while to_read:
        for name in REFERENCE.findall(to_read.pop()):
            if name in objects and name not in known:
                known.add(name)
                to_read.append(objects[name])
    return known


def main():
    schema = json.loads((ROOT / "schema" / "digue.schema.json").read_text(encoding="utf-8"))
    # JSON is YAML, but for the escapes of a pattern, which are the same in double quotes.
    objects = {name: json.dumps(body).replace("#/$defs/", "#/components/schemas/")
               for name, body in schema["$defs"].items()}
    page = PAGE.read_text(encoding="utf-8")
    by_hand = page[:page.index("\n", page.index(LAST_LINE_BY_HAND)) + 1]
    names = sorted(named_by(by_hand, objects))
    whole = by_hand + "".join(f"    {name}: {objects[name]}\n" for name in names)
    if "--check" in sys.argv[1:]:
        if whole != page:
            sys.exit("openapi.yaml differs from schema/digue.schema.json: run tools/openapi_objects.py")
        return
    PAGE.write_text(whole, encoding="utf-8")


main()
