#!/usr/bin/env python3
"""Measures the analysis against its peers and its floor, in one run, and prints ratios.

  bench/run.py --digue PROGRAM --work DIR [--rows N] [--corpus FILE] [--runs K]

The corpus is FILE, or the exercise's audit log made with N rows.  Peers: Python's csv and json
answering "operations by user and address" over the same file; DuckDB on one thread, when its module is
installed (a development machine only).  Floor: reading and hashing the same bytes.  The memory shown counts
the pages of the file that are mapped, up to 1 GiB of them for ours.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent


def timed(command, runs, **options):
    """Median wall seconds and highest peak of memory (MB) of a command, over some runs."""
    seconds, peak = [], 0
    for _ in range(runs):
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   **options)
        _, _, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - began)
        peak = max(peak, usage.ru_maxrss / 1024)
    return statistics.median(seconds), peak


def warm(path):
    """Brings the file into the page cache, in pieces: a child starts with its parent's peak of memory."""
    with open(path, "rb") as file:
        while file.read(1 << 20):
            pass


def one_core(command):
    return ["taskset", "-c", "0", *command]


def show(name, seconds, peak, ours):
    ratio = f"{seconds / ours:6.2f} x ours" if ours else ""
    print(f"{name:<44} {seconds:7.2f} s  {peak:7.0f} MB  {ratio}", flush=True)


def make_corpus(options):
    corpus = pathlib.Path(options.work) / f"audit-{options.rows}.csv"
    if corpus.exists():
        return corpus
    out = pathlib.Path(options.work) / "exercise"
    subprocess.run([options.digue, "exercise", "make", "mailbox-takeover", "--seed", "1", "--rows",
                    str(options.rows), "--out", str(out)], check=True)
    biggest = max((p for p in (out / "evidence").rglob("*.csv")), key=lambda p: p.stat().st_size)
    biggest.rename(corpus)
    return corpus


def has_duckdb():
    try:
        import duckdb  # noqa: F401
        return True
    except ImportError:
        return False


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--digue", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--rows", type=int, default=500_000)
    parser.add_argument("--corpus")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    pathlib.Path(options.work).mkdir(parents=True, exist_ok=True)
    corpus = pathlib.Path(options.corpus) if options.corpus else make_corpus(options)
    size = corpus.stat().st_size
    print(f"corpus: {corpus} ({size / 1e6:.0f} MB); load {os.getloadavg()[0]:.2f}; "
          f"{options.runs} runs, median; one core")
    warm(corpus)
    ours, peak = timed(one_core([options.digue, "analyze", str(corpus), "--json", "--workers", "1"]),
                       options.runs)
    show("digue analyze (read, hash, all rules)", ours, peak, None)
    # OpenSSL's SHA-256 by way of hashlib, as ours: coreutils' own leaves the processor's instructions out.
    hash_it = "import hashlib, sys; hashlib.file_digest(open(sys.argv[1], 'rb'), 'sha256')"
    peers = {"floor: read and hash (SHA-256)": [sys.executable, "-c", hash_it, str(corpus)],
             "Python csv + json, one question": [sys.executable, str(HERE / "peer_python.py"), str(corpus)]}
    if has_duckdb():
        peers["DuckDB, one thread, one question"] = [sys.executable, str(HERE / "peer_duckdb.py"),
                                                     str(corpus)]
    for name, command in peers.items():
        show(name, *timed(one_core(command), options.runs), ours)
    start, _ = timed([options.digue, "--version"], 10)
    print(f"{'start (digue --version)':<44} {start:7.3f} s")


if __name__ == "__main__":
    main()
