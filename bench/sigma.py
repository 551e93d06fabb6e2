#!/usr/bin/env python3
"""Measures `digue sigma` against the bare decoding of the same log, and against RSigma, in one run.

  bench/sigma.py --digue PROGRAM --corpus FILE --rules DIR [--peer rsigma] [--runs K]

Ratios are to `digue evtx` on as many threads: what the rules cost beside reading.  The peer is a
development machine's (`cargo install rsigma --features evtx --locked`); its records are flattened for it
beforehand, under the names that rules use, and it reads them on its one thread.  Without it ours is
measured alone.  Runs take turns, so that a busy machine weighs on all.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile

import evtx
import run


def flattened(digue, corpus, out):
    """The records as a peer without a reader of its own names for rules takes them."""
    with subprocess.Popen([digue, "evtx", corpus], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          encoding="utf-8") as process:
        for line in process.stdout:
            record = json.loads(line)
            flat = {name.replace(".", "_"): value for name, value in record["system"].items()}
            flat |= record["data"]
            flat |= {"Channel": record["channel"], "EventID": record["event_id"],
                     "Provider_Name": record["provider"], "Computer": record["computer"]}
            out.write(json.dumps(flat) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--digue", required=True)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--rules", required=True)
    parser.add_argument("--peer", default=shutil.which("rsigma"))
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    commands = {}
    for threads in (1, 2):
        core = ["taskset", "-c", "0"] if threads == 1 else []
        for name, more in (("evtx", []), ("sigma --json", ["--json", "--rules", options.rules])):
            commands[f"digue {name}, {threads} thread(s)"] = [
                *core, options.digue, name.split()[0], *more, "--threads", str(threads), options.corpus]
    with tempfile.TemporaryDirectory(dir=pathlib.Path(options.corpus).parent) as work:
        if options.peer:
            flat = pathlib.Path(work) / "flat.ndjson"
            with flat.open("w", encoding="utf-8") as out:
                flattened(options.digue, options.corpus, out)
            commands["rsigma engine eval"] = [options.peer, "engine", "eval", "-r", options.rules, "-e", f"@{flat}",
                                              "--output-format", "ndjson", "--no-stats"]
        else:
            print("rsigma is not installed: ours alone")
        measure(commands, options)


def measure(commands, options):
    run.warm(options.corpus)
    rules = sum(1 for _ in pathlib.Path(options.rules).rglob("*.yml"))
    print(f"corpus: {options.corpus} ({os.path.getsize(options.corpus) / 1e6:.0f} MB), {rules} rule files; "
          f"load {os.getloadavg()[0]:.2f}; {options.runs} runs in turns, median")
    taken = {name: [] for name in commands}
    for _ in range(options.runs):
        for name, command in commands.items():
            taken[name].append(evtx.once(command, os.devnull))
    bare = None
    for name, runs in taken.items():
        wall, processor, peak = (statistics.median(column) for column in zip(*runs))
        bare = (wall, processor) if name.startswith("digue evtx") else bare
        ratio = f"{wall / bare[0]:5.2f} x bare decoding (processor {processor / bare[1]:5.2f} x)"
        print(f"{name:<30} {wall:6.2f} s  processor {processor:6.2f} s  {peak:5.0f} MB  {ratio}", flush=True)


if __name__ == "__main__":
    main()
