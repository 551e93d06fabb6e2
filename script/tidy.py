#!/usr/bin/env python3
"""Runs clang-tidy on every source of the build, skipping what was clean before.

A source is skipped when neither it, nor any of our headers, nor the configuration, nor its compile
command changed since it was last found clean; the results are kept in ~/.cache/digue/tidy, whatever
folder the repository is in.
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "digue" / "tidy"
# What clang cannot compile with Debian 12's libraries: qpdf's JSON.hh has a vector of the class that it
# is in, which libstdc++ 12 refuses under clang in C++20.  GCC's warnings still watch it.
SKIPPED = ("src/produce/pdf/artefacts.cpp", "src/produce/pdf/finish.cpp")
INCLUDE = re.compile(rb'^\s*#\s*include\s+"([^"]+)"', re.M)


def digest_of(path, seen):
    """The content of a source and, through its includes, of every header of ours that it sees."""
    if path in seen:
        return b""
    seen.add(path)
    content = path.read_bytes()
    parts = [content]
    for name in INCLUDE.findall(content):
        for base in (ROOT / "src", path.parent):
            header = base / name.decode()
            if header.is_file():
                parts.append(digest_of(header.resolve(), seen))
                break
    return hashlib.sha256(b"\0".join(parts)).digest()


def check(entry, settings):
    source = pathlib.Path(entry["file"])
    command = entry["command"].replace(str(ROOT), "")
    key = hashlib.sha256(digest_of(source.resolve(), set()) + settings + command.encode())
    mark = CACHE / key.hexdigest()
    if mark.exists():
        return source, 0, ""
    run = subprocess.run(
        ["clang-tidy-19", "--quiet", "-p", str(ROOT / "build" / "tidy"), str(source)],
        capture_output=True, text=True)
    if run.returncode == 0:
        mark.touch()
    # A linter that was killed, or has crashed, says nothing of its own.
    ended = f"{source}: clang-tidy ended with {run.returncode}\n{run.stderr[-2000:]}"
    return source, run.returncode, run.stdout or ended


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("only", nargs="*", help="parts of paths; default: every source")
    options = parser.parse_args()
    CACHE.mkdir(parents=True, exist_ok=True)
    settings = re.sub(rb"(?m)^#.*\n", b"", (ROOT / ".clang-tidy").read_bytes())
    entries = json.loads((ROOT / "build" / "tidy" / "compile_commands.json").read_text())
    entries = [e for e in entries if str(ROOT / "src") in e["file"] and
               not e["file"].endswith(SKIPPED) and
               (not options.only or any(part in e["file"] for part in options.only))]
    began, failed = time.time(), 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for done, (source, code, output) in enumerate(
                pool.map(lambda e: check(e, settings), entries), 1):
            if code:
                failed += 1
                print(output, flush=True)
            if done % 25 == 0 or done == len(entries):
                print(f"== clang-tidy: {done} of {len(entries)}", file=sys.stderr, flush=True)
    print(f"== clang-tidy: {len(entries)} sources, {failed} with warnings, "
          f"{time.time() - began:.0f} s", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
