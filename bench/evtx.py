#!/usr/bin/env python3
"""Measures `digue evtx` against the Rust crate evtx, in one run, and prints ratios.

  bench/evtx.py --digue PROGRAM --corpus FILE [--peer evtx_dump] [--runs K] [--out FILE]

The peer is a development machine's (`cargo install evtx --locked`); without it ours is measured alone.
A line without a peer of its own is `digue evtx --only`: three values of each record, beside what the peer
takes for all of them.  Runs take turns, so that a busy machine weighs on both.  Processor seconds are told
beside wall seconds: on a shared machine they are the ones to compare.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import time

import run

NAMED = ["TargetUserName", "IpAddress", "CommandLine"]


def once(command, out):
    """Wall and processor seconds, and the peak of memory (MB), of one run."""
    began = time.perf_counter()
    with open(out, "wb") as sink:
        process = subprocess.Popen(command, stdout=sink, stderr=subprocess.PIPE)
        process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 3):  # 3: some input was unreadable
        raise SystemExit(f"{' '.join(command)}: ended with {status}")
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--digue", required=True)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--peer", default=shutil.which("evtx_dump"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--out", default=os.devnull)
    options = parser.parse_args()
    commands = {}
    for threads in (1, 2):
        core = ["taskset", "-c", "0"] if threads == 1 else []
        commands[f"digue evtx, {threads} thread(s)"] = [
            *core, options.digue, "evtx", "--threads", str(threads), options.corpus]
        commands[f"digue evtx --only, {threads} thread(s)"] = [
            *core, options.digue, "evtx", "--threads", str(threads), options.corpus,
            *(word for name in NAMED for word in ("--only", name))]
        if options.peer:
            commands[f"evtx_dump -t {threads} -o jsonl"] = [
                *core, options.peer, "-t", str(threads), "-o", "jsonl", options.corpus]
    if not options.peer:
        print("evtx_dump is not installed: ours alone")
    run.warm(options.corpus)
    print(f"corpus: {options.corpus} ({os.path.getsize(options.corpus) / 1e6:.0f} MB); "
          f"load {os.getloadavg()[0]:.2f}; {options.runs} runs in turns, median")
    taken = {name: [] for name in commands}
    for _ in range(options.runs):
        for name, command in commands.items():
            taken[name].append(once(command, options.out))
    middle = {name: tuple(statistics.median(column) for column in zip(*runs)) for name, runs in taken.items()}
    for name, (wall, processor, peak) in middle.items():
        print(f"{name:<32} {wall:6.2f} s  processor {processor:6.2f} s  {peak:5.0f} MB", flush=True)
    for threads in (1, 2):
        peer = middle.get(f"evtx_dump -t {threads} -o jsonl")
        if not peer:
            continue
        for ours in (f"digue evtx, {threads} thread(s)", f"digue evtx --only, {threads} thread(s)"):
            wall, processor = (theirs / mine for theirs, mine in zip(peer[:2], middle[ours][:2]))
            print(f"evtx_dump -t {threads} takes {wall:.2f} x {ours} (processor {processor:.2f} x)", flush=True)


if __name__ == "__main__":
    main()
