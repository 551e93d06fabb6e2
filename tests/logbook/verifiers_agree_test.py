"""The two verifiers on logbooks that were tampered with at random: they must say the same, word for
word, and never that a changed logbook is intact."""
import os
import pathlib
import random
import shutil
import sqlite3
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
sys.path.insert(0, str(ROOT / "tests"))
import verify_logbook  # noqa: E402
from contract import run, run_json  # noqa: E402

RUNS = int(os.environ.get("DIGUE_FAULT_RUNS", "120"))
LINES = 12


def make_logbook(folder):
    """A logbook of two authors with a key, a correction and a redaction; and checkpoints outside."""
    file, password = folder / "a.digue", folder / "password"
    password.write_text("une phrase\n", encoding="utf-8")
    calls = [["incident", "new", "Compta", "--author", "Alice"]]
    for i in range(LINES):
        signed = ["--author", "Alice", "--sign", "--password-file", password] if i % 3 == 0 else []
        calls.append(["log", "add", f"ligne {i}", *signed])
    calls += [["log", "add", "corrigée", "--corrects", "4"], ["log", "redact", "5", "--why", "x"]]
    notes = b""
    for call in calls:
        done = run(*call, "--incident", file)
        assert done.returncode == 0, done.stderr
        if call[1] == "redact" or call[-1] == "ligne 7":
            notes += run("log", "checkpoint", "--incident", file).stdout.encode()
    return file, notes


def flipped(chance, raw):
    at = chance.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ (1 << chance.randrange(8))]) + raw[at + 1:]


def flip_a_bit(chance, connection):
    table, column = chance.choice([("entry", "header"), ("entry", "signature"), ("body", "salt"),
                                   ("body", "content"), ("head", "note")])
    key = "id" if table == "head" else "position"
    rows = connection.execute(f"SELECT {key}, {column} FROM {table}").fetchall()
    number, value = chance.choice([row for row in rows if row[1]])
    raw = value.encode() if isinstance(value, str) else value
    changed = flipped(chance, raw)
    connection.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?",
                       (changed.decode("latin-1") if table == "head" else changed, number))


def positions(connection):
    return [row[0] for row in connection.execute("SELECT position FROM entry")]


def remove(chance, connection):
    number = chance.choice(positions(connection))
    for table in ("entry", "body"):
        connection.execute(f"DELETE FROM {table} WHERE position = ?", (number,))
    if chance.random() < 0.5:
        for table in ("entry", "body"):
            connection.execute(f"UPDATE {table} SET position = position + 1000 "
                               "WHERE position > ?", (number,))
            connection.execute(f"UPDATE {table} SET position = position - 1001 "
                               "WHERE position > 1000")


def exchange(chance, connection):
    a, b = chance.sample(positions(connection), 2)
    for table in ("entry", "body"):
        for old, new in ((a, 10**6), (b, a), (10**6, b)):
            connection.execute(f"UPDATE {table} SET position = ? WHERE position = ?", (new, old))


def copy(chance, connection):
    number, end = chance.choice(positions(connection)), max(positions(connection)) + 1
    connection.execute("INSERT INTO entry SELECT ?, header, signature FROM entry WHERE position = ?",
                       (end, number))
    connection.execute("INSERT INTO body SELECT ?, salt, content FROM body WHERE position = ?",
                       (end, number))


def graft(chance, connection):
    """The header of one entry under the signature of another."""
    a, b = chance.sample(positions(connection), 2)
    connection.execute("UPDATE entry SET signature = (SELECT signature FROM entry WHERE position = ?) "
                       "WHERE position = ?", (a, b))


def cut(chance, connection):
    number = chance.choice(positions(connection))
    for table in ("entry", "body"):
        connection.execute(f"DELETE FROM {table} WHERE position >= ?", (number,))


def tamper(chance, file):
    connection = sqlite3.connect(file)
    for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    steps = chance.choices([flip_a_bit, remove, exchange, copy, graft, cut], k=chance.choice([1, 1, 2, 3]))
    for step in steps:
        if len(positions(connection)) >= 2:
            step(chance, connection)
    connection.commit()
    connection.close()
    return [step.__name__ for step in steps]


def second_says(file, notes):
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    problems, _ = verify_logbook.verify(connection, verify_logbook.split_notes(notes))
    connection.close()
    return problems


def content_of(file):
    """What counts in the file; a tampering may undo itself."""
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    tables = [connection.execute(f"SELECT * FROM {table}").fetchall()
              for table in ("entry", "body", "head")]
    connection.close()
    return tables


def main():
    folder = pathlib.Path(tempfile.mkdtemp())
    os.environ["DIGUE_STATE"] = str(folder / "state")
    failures = 0
    try:
        original, notes = make_logbook(folder)
        (folder / "notes").write_bytes(notes)
        for seed in range(RUNS):
            chance = random.Random(seed)
            file = folder / "tampered.digue"
            shutil.copy(original, file)
            how = tamper(chance, file) if seed else ["nothing"]
            changed = content_of(file) != content_of(original)
            said = run_json("log", "verify", "--incident", file, "--checkpoint", folder / "notes",
                            expect=(0, 1))
            first = [f"{problem['fault']} {problem['number']}" for problem in said.get("log-problem", [])]
            second = second_says(file, notes)
            if first != second or bool(first) != changed:
                failures += 1
                print(f"seed {seed}, {how}:\n  first  {first}\n  second {second}")
    finally:
        shutil.rmtree(folder)
    print(f"{RUNS} logbooks, {failures} disagreements or misses")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
