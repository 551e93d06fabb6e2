#!/usr/bin/env python3
"""Fails when a word that the glossary warns against stands where people read.

docs/glossary.md has a table of the words to write and those to avoid; the sentences of src and the
sheets are searched for the latter.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROW = re.compile(r"^\| *([^|]+?) *\| *([^|]+?) *\| *([^|]+?) *\|$")


def avoided():
    """Pairs (word to avoid, word to write) of the glossary's last table."""
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    table = text.split("## Words to avoid", 1)[-1]
    for line in table.splitlines():
        row = ROW.match(line)
        if row and row[1] not in ("avoid", "---") and not set(row[1]) <= {"-", " "}:
            yield row[1], row[2]


def main():
    rules = [(re.compile(r"\b" + re.escape(word) + r"\b", re.I), word, better)
             for word, better in avoided()]
    problems = []
    places = list((ROOT / "src").rglob("*sentences.h")) + list((ROOT / "sheets").glob("*.yaml"))
    places += (ROOT / "web" / "src" / "words").glob("*.ts")
    for path in sorted(places):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for pattern, word, better in rules:
                if pattern.search(line):
                    problems.append(f"{path.relative_to(ROOT)}:{number}: “{word}”: write “{better}”")
    print("\n".join(problems) if problems else f"{len(places)} files, {len(rules)} words watched")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
