"""The second verifier on the test vectors: the same words as the product, case by case."""
import json
import pathlib
import sqlite3
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import verify_logbook  # noqa: E402

VECTORS = ROOT / "tests" / "vectors" / "logbook"


def problems_of(name):
    connection = sqlite3.connect(":memory:")
    connection.executescript((VECTORS / "tables.sql").read_text())
    connection.executescript((VECTORS / f"{name}.sql").read_text())
    notes = VECTORS / f"{name}.checkpoints"
    outside = verify_logbook.split_notes(notes.read_bytes()) if notes.exists() else []
    return verify_logbook.verify(connection, outside)[0]


def main():
    expected = json.loads((VECTORS / "expected.json").read_text())
    failures = 0
    for name, wanted in expected.items():
        found = problems_of(name)
        if found != wanted:
            failures += 1
            print(f"{name}: wanted {wanted}, found {found}")
    print(f"{len(expected)} vectors, {failures} failures")
    return 1 if failures or len(expected) < 30 else 0


if __name__ == "__main__":
    sys.exit(main())
