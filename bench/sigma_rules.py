#!/usr/bin/env python3
"""Measures what `digue sigma` costs by the number of its rules, and draws it.

  bench/sigma_rules.py --digue PROGRAM --corpus FILE --rules DIR [--counts N,N...] [--runs K] [--svg FILE]

The rules are a sample of those of the folder, the same each time, that only grows: a rule is taken before
another when the hash of its name is smaller, so that every folder has its share from the start.  On one core;
processor seconds, beside those of `digue evtx`, which reads the same log and applies no rule.  Runs take
turns, so that a busy machine weighs on all.
"""
import argparse
import hashlib
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile

import evtx
import run

COUNTS = "100,200,400,800,1600,2400,3200,4000"
FIRST_CHUNK = 4096 + 65536  # of a log, with its header
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 320, 60, 20, 30, 50


def sample_of(folder):
    return sorted(pathlib.Path(folder).rglob("*.yml"), key=lambda path: hashlib.sha256(path.name.encode()).digest())


def lay_out(rules, counts, work):
    """A folder for each count; returns (how many, folder), the largest being all there are."""
    for count in sorted({min(count, len(rules)) for count in counts}):
        folder = pathlib.Path(work) / str(count)
        folder.mkdir()
        for number, rule in enumerate(rules[:count]):
            shutil.copyfile(rule, folder / f"{number}-{rule.name}")
        yield count, folder


def summary_of(command):
    """The last line that `digue sigma --json` writes."""
    out = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    return json.loads(out.splitlines()[-1])


def measure(options, folders, work):
    """A row a count of rules: it, processor seconds, those of its rules alone, peak of memory, summary."""
    core = ["taskset", "-c", "0"]
    head = pathlib.Path(work) / "head.evtx"
    with open(options.corpus, "rb") as corpus:
        head.write_bytes(corpus.read(FIRST_CHUNK))
    commands = {(0, log): [*core, options.digue, "evtx", "--threads", "1", str(log)] for log in (options.corpus, head)}
    for count, folder in folders:
        for log in (options.corpus, head):
            commands[count, log] = [*core, options.digue, "sigma", "--json", "--threads", "1", "--rules", str(folder),
                                    str(log)]
    taken = {key: [] for key in commands}
    for _ in range(options.runs):
        for key, command in commands.items():
            taken[key].append(evtx.once(command, os.devnull))
    middle = {key: [statistics.median(column) for column in zip(*runs)] for key, runs in taken.items()}
    rows = []
    for count in sorted({count for count, _ in commands}):
        _, processor, peak = middle[count, options.corpus]
        summary = summary_of(commands[count, options.corpus]) if count else {}
        rows.append((count, processor, middle[count, head][1], peak, summary))
    return rows


def show(rows):
    bare = rows[0][1]
    for count, processor, loading, peak, summary in rows:
        told = (f"{summary['rules'] - summary['skipped']} asked, {summary['rules_matched']} matched"
                if count else "digue evtx")
        print(f"{count:5d} rules  processor {processor:6.2f} s  {processor / bare:5.2f} x bare decoding; "
              f"reading the rules {loading:5.2f} s  {peak:4.0f} MB  {told}", flush=True)


def svg_of(rows, title):
    """Seconds by rules, both from nought, so that a straight line is one."""
    most_rules, most_seconds = rows[-1][0], max(row[1] for row in rows) * 1.1
    x = lambda count: LEFT + count / most_rules * (WIDTH - LEFT - RIGHT)
    y = lambda seconds: HEIGHT - BOTTOM - seconds / most_seconds * (HEIGHT - TOP - BOTTOM)
    text = lambda at_x, at_y, words, anchor="middle": (
        f'<text x="{at_x:.0f}" y="{at_y:.0f}" text-anchor="{anchor}">{words}</text>')
    line = " ".join(f"{x(count):.1f},{y(seconds):.1f}" for count, seconds, *_ in rows[1:])
    loading = " ".join(f"{x(count):.1f},{y(seconds):.1f}" for count, _, seconds, *_ in rows[1:])
    bare = y(rows[0][1])
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
             f'font-size="12" role="img"><title>{title}</title>',
             f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
             f'<path d="M{LEFT},{TOP}V{HEIGHT - BOTTOM}H{WIDTH - RIGHT}" fill="none" stroke="#333"/>',
             f'<path d="M{LEFT},{bare:.1f}H{WIDTH - RIGHT}" stroke="#777" stroke-dasharray="4 4"/>',
             text(LEFT + 8, bare - 6, "digue evtx", "start"),
             f'<polyline points="{line}" fill="none" stroke="#0b5394" stroke-width="2"/>']
    last = rows[-1]
    parts += [f'<polyline points="{loading}" fill="none" stroke="#b45f06" stroke-width="2"/>',
              text(x(last[0]), y(last[2]) + 18, "reading the rules", "end")]
    for count, seconds, *_ in rows[1:]:
        parts.append(f'<circle cx="{x(count):.1f}" cy="{y(seconds):.1f}" r="3" fill="#0b5394"/>')
        if count * 8 >= most_rules:  # the others stand too near
            parts.append(text(x(count), y(seconds) - 9, f"{seconds:.2f}"))
            parts.append(text(x(count), HEIGHT - BOTTOM + 16, count))
    parts += [text(LEFT - 8, HEIGHT - BOTTOM + 4, "0", "end"), text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, "rules"),
              text(LEFT - 8, TOP - 10, "s", "end"), "</svg>"]
    return "\n".join(parts) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--digue", required=True)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--rules", required=True)
    parser.add_argument("--counts", default=COUNTS)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--svg")
    options = parser.parse_args()
    rules = sample_of(options.rules)
    if not rules:
        raise SystemExit(f"{options.rules}: no rule (*.yml)")
    run.warm(options.corpus)
    megabytes = os.path.getsize(options.corpus) / 1e6
    print(f"corpus: {options.corpus} ({megabytes:.0f} MB), {len(rules)} rule files; load {os.getloadavg()[0]:.2f}; "
          f"{options.runs} runs in turns, median; one core")
    with tempfile.TemporaryDirectory() as work:
        rows = measure(options, list(lay_out(rules, [int(count) for count in options.counts.split(",")], work)), work)
    show(rows)
    if options.svg:
        pathlib.Path(options.svg).write_text(
            svg_of(rows, f"Processor seconds of digue sigma over {megabytes:.0f} MB of Windows log, by rules"),
            encoding="utf-8")


if __name__ == "__main__":
    main()
