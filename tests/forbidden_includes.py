#!/usr/bin/env python3
"""Fails when a room includes a room that it may not know, or a public header what is kept out of it.

The arrows are those of ARCHITECTURE.md; a room's own CMakeLists.txt must not claim more.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
KNOWS = {
    "base": [],
    "event": ["base"],
    "finding": ["base", "event"],
    "indicator": ["base"],
    "organisation": ["base"],
    "store": ["base"],
    "evidence": ["base", "store"],
    "read": ["base", "event"],
    "detect": ["base", "event", "finding", "organisation"],
    "hunt": ["base", "event", "finding", "indicator", "organisation"],
    "analysis": ["base", "event", "finding", "indicator", "organisation", "store", "evidence", "read", "detect",
                 "hunt"],
    "logbook": ["base", "store"],
    "sheet": ["base"],
    "cacao": ["base", "sheet"],
    "incident": ["base", "event", "finding", "indicator", "organisation", "store", "logbook",
                 "sheet"],
    "produce": ["base", "event", "finding", "indicator", "organisation", "store", "evidence", "logbook",
                "sheet", "incident"],
    "exercise": ["base"],
    "server": ["base", "event", "finding", "indicator", "organisation", "store", "evidence", "read", "detect",
               "hunt", "analysis", "logbook", "sheet", "incident", "produce"],
    "cli": None,  # knows everything
}
NOT_IN_HEADERS = re.compile(
    r'<(simdjson|boost/|spdlog|nlohmann|CLI/|sqlite3|yaml-cpp|openssl|archive|fmt/)')
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<][^">]+)', re.M)


def problems_of(path):
    room = path.relative_to(ROOT / "src").parts[0]
    allowed = KNOWS.get(room, [])
    for include in INCLUDE.findall(path.read_text(encoding="utf-8")):
        if path.suffix == ".h" and NOT_IN_HEADERS.match(include) and path.name != "precompiled.h":
            yield f"{path.relative_to(ROOT)}: {include[1:]} is kept out of headers"
        target = include[1:].split("/")[0]
        known_room = include.startswith('"') and target in KNOWS
        if known_room and allowed is not None and target != room and target not in allowed:
            yield f"{path.relative_to(ROOT)}: {room} may not know {target}"


def main():
    sources = sorted(p for p in (ROOT / "src").rglob("*") if p.suffix in (".h", ".cpp"))
    unknown = {p.relative_to(ROOT / "src").parts[0] for p in sources} - set(KNOWS)
    problems = [f"src/{room}: a room that the table of arrows does not know" for room in unknown]
    for source in sources:
        problems += problems_of(source)
    print("\n".join(problems) if problems else f"{len(sources)} files, no forbidden include")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
