#!/usr/bin/env python3
"""Measures `digue sigma` against the bare decoding of the same log, and against RSigma, in one run.

  bench/sigma.py --digue PROGRAM --corpus FILE --rules DIR [--peer rsigma] [--decoder evtx_dump] [--runs K]

Ratios are to the bare decoding on as many threads, by `digue evtx` and by the Rust crate evtx.  The peers are
a development machine's (`cargo install rsigma --features evtx --locked`, `cargo install evtx --locked`).
RSigma reads records that are flattened for it beforehand, under the names that rules use, on its one thread.
What is not installed is said, and not measured.  Runs take turns, so that a busy machine weighs on all.

At the end the matches of both are compared, rule by rule, and the differences put under what is known of why:
ours asks a rule of its log source's channel and events alone, and of the Security log under Sysmon's names
(docs/sigma.md); RSigma, so run, asks every rule of every record, under the names that it has.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile

import yaml

import evtx
import run

DIFFERENCES_SHOWN = 4  # of a reason
AUDITED = ("process_creation", "network_connection", "registry_set", "registry_delete", "registry_event")
RSIGMA, DUMP = "rsigma engine eval", "evtx_dump"


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


def matches_in(path, rule_of):
    """How often each rule matched, from lines of JSON of which `rule_of` names it, or nothing."""
    counts = collections.Counter()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            rule = rule_of(json.loads(line))
            if rule:
                counts[rule] += 1
    return counts


def rule_of_ours(said):
    return said["rule"].removeprefix("sigma/") if said["type"] == "finding" else None


def rule_of_rsigma(said):
    header = said.get("header", said)
    return header.get("rule_id") or header.get("id") or header.get("rule_title")


def rules_by_id(folder):
    """Of each rule: its title, its log source, and its detection as a text."""
    rules = {}
    for path in pathlib.Path(folder).rglob("*.yml"):
        for document in yaml.safe_load_all(path.read_text(encoding="utf-8")):
            if document and "detection" in document:
                rules[document.get("id")] = (document.get("title", ""), document.get("logsource", {}),
                                             json.dumps(document["detection"], default=str))
    return rules


def reason_of(ours, theirs, source, detection):
    """What is known of why they differ; to be looked at where nothing is."""
    if ours > theirs and source.get("category") in AUDITED:
        return "the Security log tells it under other names than the rule's, which flattening keeps"
    if ours > theirs and re.search(r"\|(contains|endswith|startswith)", detection) and "?" in detection:
        return "a ? beside a modifier, which is a wildcard in Sigma 2.1"
    if ours < theirs and (source.get("service") or source.get("category")) != "security":
        return "records of another channel than that of its log source, with the same number or values"
    return "not known: to be looked at"


def compare(ours, theirs, rules):
    fewer, more = sum((theirs - ours).values()), sum((ours - theirs).values())
    print(f"matches: digue {sum(ours.values())} of {len(ours)} rules, rsigma {sum(theirs.values())} of {len(theirs)} rules; "
          f"{sum((ours & theirs).values())} in both, {more} ours alone, {fewer} theirs alone")
    reasons = collections.defaultdict(list)
    for rule in ours.keys() | theirs.keys():
        if ours[rule] != theirs[rule]:
            title, source, detection = rules.get(rule, (rule, {}, ""))
            reasons[reason_of(ours[rule], theirs[rule], source, detection)].append((ours[rule], theirs[rule], title))
    for reason, found in sorted(reasons.items()):
        print(f"  {len(found)} rules: {reason}")
        found.sort(key=lambda one: -abs(one[0] - one[1]))
        for mine, others, title in found[:DIFFERENCES_SHOWN]:
            print(f"    {mine:>8} / {others:<8} {title}")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--digue", required=True)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--rules", required=True)
    parser.add_argument("--peer", default=shutil.which("rsigma"))
    parser.add_argument("--decoder", default=shutil.which("evtx_dump"))
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    commands = {}
    for threads in (1, 2):
        core = ["taskset", "-c", "0"] if threads == 1 else []
        for name, more in (("evtx", []), ("sigma --json", ["--json", "--rules", options.rules])):
            commands[f"digue {name}, {threads} thread(s)"] = [
                *core, options.digue, name.split()[0], *more, "--threads", str(threads), options.corpus]
        if options.decoder:
            commands[f"{DUMP} -t {threads} -o jsonl"] = [
                *core, options.decoder, "-t", str(threads), "-o", "jsonl", options.corpus]
    for name, found in (("evtx_dump", options.decoder), ("rsigma", options.peer)):
        if not found:
            print(f"{name} is not installed: it is not measured")
    with tempfile.TemporaryDirectory(dir=pathlib.Path(options.corpus).parent) as work:
        if options.peer:
            flat = pathlib.Path(work) / "flat.ndjson"
            with flat.open("w", encoding="utf-8") as out:
                flattened(options.digue, options.corpus, out)
            commands[RSIGMA] = [options.peer, "engine", "eval", "-r", options.rules, "-e", f"@{flat}",
                                "--output-format", "ndjson", "--no-stats"]
        middle = measure(commands, options)
        show(middle)
        if options.peer:
            found = {}
            for name, command, rule_of in (("ours", commands["digue sigma --json, 2 thread(s)"], rule_of_ours),
                                           ("theirs", commands[RSIGMA], rule_of_rsigma)):
                said = pathlib.Path(work) / name
                evtx.once(command, said)
                found[name] = matches_in(said, rule_of)
            compare(found["ours"], found["theirs"], rules_by_id(options.rules))


def measure(commands, options):
    """Median wall and processor seconds and peak of memory (MB) of each command."""
    run.warm(options.corpus)
    rules = sum(1 for _ in pathlib.Path(options.rules).rglob("*.yml"))
    print(f"corpus: {options.corpus} ({os.path.getsize(options.corpus) / 1e6:.0f} MB), {rules} rule files; "
          f"load {os.getloadavg()[0]:.2f}; {options.runs} runs in turns, median")
    taken = {name: [] for name in commands}
    for _ in range(options.runs):
        for name, command in commands.items():
            taken[name].append(evtx.once(command, os.devnull))
    return {name: tuple(statistics.median(column) for column in zip(*runs)) for name, runs in taken.items()}


def show(middle):
    for name, (wall, processor, peak) in middle.items():
        print(f"{name:<30} {wall:6.2f} s  processor {processor:6.2f} s  {peak:5.0f} MB", flush=True)
    for threads in (1, 2):
        ours = middle[f"digue sigma --json, {threads} thread(s)"]
        ratios = []
        for name, other in middle.items():
            bare = name in (f"digue evtx, {threads} thread(s)", f"{DUMP} -t {threads} -o jsonl")
            if bare:
                ratios.append(f"{ours[0] / other[0]:.2f} x {name} (processor {ours[1] / other[1]:.2f} x)")
            if name == RSIGMA:
                ratios.append(f"{other[0] / ours[0]:.1f} times as fast as {name} (processor {other[1] / ours[1]:.1f}, "
                              f"memory {ours[2] / other[2]:.2f} of its)")
        print(f"digue sigma, {threads} thread(s): " + ", ".join(ratios), flush=True)


if __name__ == "__main__":
    main()
