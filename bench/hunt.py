#!/usr/bin/env python3
"""Measures `digue hunt` against ripgrep, in one run, and prints ratios.

  bench/hunt.py --digue PROGRAM --work DIR [--corpus DIR] [--mib N] [--peer rg] [--runs K] [--million-peer]

The corpus is a folder with squid.log, indicators-10k.txt and indicators-1m.txt: DIR, or the one that
DIGUE_HUNT_CORPUS names, or one made here: a Squid log of N MiB in which one line in 10,000 is a hit.  The
peer (`rg -F -c -f`: case respected, no time, account or host) is measured when it is installed; with a
million indicators it takes minutes and gigabytes, so only when asked.  Runs take turns.  Processor
seconds are told beside wall seconds: on a shared machine they are the ones to compare.
"""
import argparse
import os
import pathlib
import random
import shutil
import statistics

import evtx
import run


def write_lists(folder, chance):
    """Lists of made domains; returns those of the shorter one."""
    def bad():
        return ("".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(6, 14)))
                + "." + chance.choice(["com", "xyz", "top", "info"]))
    million = set()
    while len(million) < 1_000_000:
        million.add(bad())
    million = sorted(million)
    wanted = chance.sample(million, 10_000)
    (folder / "indicators-10k.txt").write_text("\n".join(wanted) + "\n")
    (folder / "indicators-1m.txt").write_text("\n".join(million) + "\n")
    return wanted


def make_corpus(folder, mib):
    """Made once; a half-written one is made again."""
    if (folder / "squid.log").exists():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(1)
    wanted = write_lists(folder, chance)
    word = lambda most: "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(3, most)))
    seen = [f"{word(12)}.{chance.choice(['fr', 'com', 'org'])}" for _ in range(50_000)]
    paths = ["/".join(word(9) for _ in range(chance.randint(1, 5))) for _ in range(5_000)]
    now, size, part = 1_772_000_000.0, 0, folder / "squid.log.part"
    with open(part, "w", encoding="ascii") as out:
        while size < mib << 20:
            now += chance.random() * 0.02
            host = chance.choice(wanted) if chance.random() < 0.0001 else chance.choice(seen)
            size += out.write(
                f"{now:.3f} {chance.randint(1, 9000):6d} 10.{chance.randint(0, 3)}.{chance.randint(0, 255)}."
                f"{chance.randint(1, 254)} TCP_MISS/200 {chance.randint(200, 90000)} GET "
                f"http://{chance.choice(['', 'www.'])}{host}/{chance.choice(paths)}?id={chance.randint(1, 10**6)} - "
                f"HIER_DIRECT/198.51.100.{chance.randint(1, 254)} text/html\n")
    part.rename(folder / "squid.log")
    return folder


def measure(title, commands, runs):
    print(f"{title}; load {os.getloadavg()[0]:.2f}; {runs} runs in turns, median")
    taken = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(evtx.once(command, os.devnull))
    ours = None
    for name, each in taken.items():
        wall, processor, peak = (statistics.median(column) for column in zip(*each))
        ours = ours or (wall, processor)
        ratio = "" if name.startswith("digue") else (
            f"{wall / ours[0]:6.2f} x ours (processor {processor / ours[1]:6.2f} x)")
        print(f"{name:<24} {wall:7.2f} s  processor {processor:7.2f} s  {peak:6.0f} MB  {ratio}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--digue", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--corpus", default=os.environ.get("DIGUE_HUNT_CORPUS"))
    parser.add_argument("--mib", type=int, default=1024)
    parser.add_argument("--peer", default=shutil.which("rg"))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--million-peer", action="store_true")
    options = parser.parse_args()
    corpus = (pathlib.Path(options.corpus) if options.corpus
              else make_corpus(pathlib.Path(options.work) / f"hunt-{options.mib}", options.mib))
    log = corpus / "squid.log"
    run.warm(log)
    if not options.peer:
        print("rg is not installed: ours alone")
    for title, name in (("10,000 indicators", "indicators-10k.txt"), ("1,000,000 indicators", "indicators-1m.txt")):
        listed = corpus / name
        commands = {"digue hunt": [options.digue, "hunt", "--json", "--indicators", str(listed), str(log)]}
        if options.peer and (options.million_peer or "10k" in name):
            commands["rg -F -c -f"] = [options.peer, "-F", "-c", "-f", str(listed), str(log)]
        measure(f"{title} over {log.stat().st_size / 1e6:.0f} MB of {log}", commands, options.runs)


if __name__ == "__main__":
    main()
