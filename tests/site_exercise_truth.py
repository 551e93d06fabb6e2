#!/usr/bin/env python3
"""The analysis of a network's logs against the truth of the exercises that made them.

  site_exercise_truth.py [--seeds N] [--first SEED] [--deep M] [--exercise NAME]

For N seeds of each exercise: everything that must be found is, nothing that must not be is, the
answers are the expected ones, no row is rejected, a hunt for the link of a campaign sees who opened it
and nobody else, and --link says what each did.  For M of them also: libevtx reads the Windows logs as
we do (where it is installed), evidence given twice, as rotated and packed sets or decoded to JSON says
the same, a source taken away turns no answer into "no", and a host's logs taken away take their
findings with them.

Whatever N: the stories of twenty seeds, with the one of the mailbox, are written in every format that Digue reads.
"""
import argparse
import gzip
import lzma
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import contract
from evtx_test import normal
from exercise_truth import Exercise, check_whole, essence, fulfils, wrongly_raised

NAMES = ["ransomware", "phishing"]
ALL_SEEDS = range(1, 21)  # the products of a site turn with the seed: all are there in so many
# Who holds which role is no part of any story.
NOT_TOLD = {"role-members"}


def known_formats():
    """One folder a reader, which is of its format's name or says it."""
    names = set()
    for reader in (contract.ROOT / "src" / "read").glob("*/format.cpp"):
        said = re.search(r'name\(\) const override { return "([a-z0-9-]+)"', reader.read_text(encoding="utf-8"))
        names.add(said[1] if said else reader.parent.name.replace("_", "-"))
    return names


def decode_logs(folder):
    """Windows logs as the lines of JSON that decoders make of them."""
    for path in sorted(folder.rglob("*.evtx")):
        path.with_suffix(".jsonl").write_text(contract.run("evtx", path).stdout, encoding="utf-8")
        path.unlink()


def formats_of(result):
    return {source["format"] for source in result["source"] if source["rows"] > source["rejected"]}


def check_formats(work, problems):
    """Every format is made for some seed, told by its content and read: the first file of each name, of twenty seeds."""
    together, mappings = work / "together", {}
    for seed in ALL_SEEDS:
        exercise = Exercise(seed, work / f"formats-{seed}", "ransomware")
        evidence = exercise.folder / "evidence"
        for path in sorted(p for p in evidence.rglob("*") if p.is_file()):
            target = together / path.relative_to(evidence)
            if not target.exists() and (path.suffix != ".evtx" or seed in ALL_SEEDS[:2]):
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.move(path, target)
        if seed == ALL_SEEDS[0]:
            decode_logs(together)
        if (exercise.folder / "mapping.yaml").exists():
            head, *entries = (exercise.folder / "mapping.yaml").read_text(encoding="utf-8").split("- name: ")
            mappings.update({entry.split()[0]: f"{head}- name: {entry}" if not mappings else f"- name: {entry}"
                             for entry in entries if entry.split()[0] not in mappings})
        shutil.rmtree(exercise.folder)
    (work / "mapping.yaml").write_text("".join(mappings.values()), encoding="utf-8")
    read = contract.run_json("analyze", together, "--zone", "Europe/Paris", "--mapping", work / "mapping.yaml")
    mailbox = Exercise(1, work / "mailbox")
    made = formats_of(read) | formats_of(mailbox.analyze())
    expected = (known_formats() | set(mappings)) - NOT_TOLD
    for name in sorted(expected - made):
        problems.append(f"no exercise of seeds 1 to {ALL_SEEDS[-1]} is read as {name}")
    for name in sorted(made - expected):
        problems.append(f"not expected to be made: {name}")
    shutil.rmtree(together)


def check_rows(exercise, whole, problems):
    """The exercise's own rows are all well-formed, and each file is known for what it is."""
    for source in whole["source"]:
        if source["rejected"] or not source["rows"]:
            problems.append(f"seed {exercise.seed}: {source['file']}: {source['rejected']} of "
                            f"{source['rows']} rows rejected")
    files = {p for p in (exercise.folder / "evidence").rglob("*") if p.is_file()}
    read = {pathlib.Path(source["file"]) for source in whole["source"]}
    for path in sorted(files - read):
        problems.append(f"seed {exercise.seed}: not read: {path.relative_to(exercise.folder)}")


def check_hunt(exercise, problems):
    for link in exercise.truth.get("links", []):
        listed = exercise.folder / "indicators.txt"
        listed.write_text(link["host"] + "\n", encoding="utf-8")
        objects = contract.run_json("hunt", exercise.folder / "evidence" / "proxy",
                                    *exercise.reading(), "--indicators", listed)
        seen = {s["account"].split("\\")[-1].split("@")[0] for s in objects.get("sighting", [])
                if s["account"]} - set(link["machines"])
        tried = {address.split("@")[0] for address in link["opened"] + link["blocked"]}
        if seen != tried:
            problems.append(f"seed {exercise.seed}: the hunt for {link['host']} sees {sorted(seen)}, "
                            f"not {sorted(tried)}")


def check_links(exercise, problems):
    """What each user did with the link, by `analyze --link`."""
    for link in exercise.truth.get("links", []):
        senders = [word for sender in link["sender"] for word in ("--sender", sender)]
        objects = contract.run_json("analyze", exercise.folder / "evidence", *exercise.reading(),
                                    "--link", link["url"], *senders)
        users = [u for u in objects.get("link-user", []) if u["user"] not in link["machines"]]
        robots = {user["user"] for user in objects.get("link-user", []) if user["automatic"]}
        if not robots or not robots <= set(link["machines"]):
            problems.append(f"seed {exercise.seed}: opened by no hand: {sorted(robots)}, not {link['machines']}")
        for status in ("received", "opened", "posted", "downloaded", "replied", "blocked"):
            said = {user["user"] for user in users if user[status]}
            done = {address.split("@")[0] for address in link[status]}
            if said != done:
                problems.append(f"seed {exercise.seed}: {status}: {sorted(said)}, not {sorted(done)}")


def theirs(path):
    """The records of a log as libevtx reads them; None where it is not installed."""
    try:
        import pyevtx
    except ImportError:
        return None
    log = pyevtx.file()
    log.open(str(path))
    return [normal(ElementTree.fromstring(log.get_record(i).xml_string))
            for i in range(log.number_of_records)]


def check_oracle(exercise, problems):
    for path in sorted(exercise.folder.rglob("*.evtx")):
        expected = theirs(path)
        if expected is None:
            print("python3-libevtx is not installed: no oracle", file=sys.stderr)
            return
        root = ElementTree.fromstring(contract.run("evtx", "--xml", path).stdout)
        ours = [normal(e) for e in root.iter() if e.tag.endswith("}Event")]
        if ours != expected:
            problems.append(f"seed {exercise.seed}: {path.name}: libevtx reads other records")


def check_twice(exercise, whole, problems):
    folder = exercise.copy("twice") / "again"
    shutil.copytree(exercise.folder / "evidence", folder)
    lost = set(essence(whole)) ^ set(essence(exercise.analyze(folder.parent)))
    for item in sorted(lost)[:5]:
        problems.append(f"seed {exercise.seed}: evidence given twice says otherwise: {item[1:4]}")


def is_plain_log(path):
    """Of lines that each stand for themselves, without a head."""
    return path.suffix == ".log" and not path.read_bytes().startswith((b"#", b"DNS Server"))


def packed(data, turn, path):
    """The oldest of a set, as logrotate leaves it."""
    if turn == 0:
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(data, mtime=0))
    elif turn == 1 or not shutil.which("zstd"):
        path.with_name(path.name + ".xz").write_bytes(lzma.compress(data))
    else:
        path.write_bytes(data)
        subprocess.run(["zstd", "-q", "--rm", path, "-o", path.with_name(path.name + ".zst")], check=True)


def rotate(folder):
    """Of every plain log: log, log.1, and log.2 packed.  Turns through gz, xz and zst."""
    for turn, path in enumerate(sorted(p for p in folder.rglob("*") if p.is_file() and is_plain_log(p))):
        lines = path.read_bytes().splitlines(keepends=True)
        third = len(lines) // 3
        packed(b"".join(lines[:third]), turn % 3, path.with_name(path.name + ".2"))
        path.with_name(path.name + ".1").write_bytes(b"".join(lines[third:2 * third]))
        path.write_bytes(b"".join(lines[2 * third:]))


def tell_differences(exercise, how, whole, result, problems):
    before, after = essence(whole), essence(result)
    for kind, items in (("lost", set(before) - set(after)), ("new", set(after) - set(before))):
        for item in sorted(items)[:5]:
            problems.append(f"seed {exercise.seed}: {how}: {kind}: {item[1:4]}")


def check_rotated(exercise, whole, problems):
    folder = exercise.copy("rotated")
    rotate(folder)
    result = exercise.analyze(folder)
    if formats_of(result) != formats_of(whole):
        problems.append(f"seed {exercise.seed}: rotated: read as {sorted(formats_of(result))}")
    tell_differences(exercise, "rotated", whole, result, problems)


def check_decoded(exercise, whole, problems):
    folder = exercise.copy("decoded")
    decode_logs(folder)
    tell_differences(exercise, "decoded", whole, exercise.analyze(folder), problems)


def check_sources(exercise, whole, problems):
    answers = {a["item"]: a["value"] for a in whole["answer"]}
    for source in sorted(p.name for p in (exercise.folder / "evidence").iterdir()):
        rest = exercise.copy("without")
        shutil.rmtree(rest / source)
        result = exercise.analyze(rest)
        for answer in result.get("answer", []):
            if answer["value"] == "no" and answers.get(answer["item"]) != "no":
                problems.append(f"seed {exercise.seed}: without {source}: {answer['item']} became no")
        for claim, finding in wrongly_raised(exercise.truth, result):
            problems.append(f"seed {exercise.seed}: without {source}: must not be raised: "
                            f"{finding['rule']} {finding['title']} ({claim['why']})")


def check_hosts(exercise, problems):
    """Without the logs of a host, what is known from them alone is not told."""
    for host in sorted((exercise.folder / "evidence" / "windows").iterdir()):
        rest = exercise.copy("without")
        shutil.rmtree(rest / "windows" / host.name)
        findings = exercise.analyze(rest).get("finding", [])
        for must in exercise.truth["must"]:
            of_it = [name.split(".")[0] for name in must["hosts"]] == [host.name.lower()]
            from_it = must["families"] == ["windows-log"]
            if of_it and from_it and any(fulfils(f, must) for f in findings):
                problems.append(f"seed {exercise.seed}: {host.name} is gone, the finding stays: "
                                f"{must['rule']} {must['what']}")


def check(exercise, deep, problems):
    whole = check_whole(exercise, problems)
    check_rows(exercise, whole, problems)
    check_hunt(exercise, problems)
    check_links(exercise, problems)
    if deep:
        check_oracle(exercise, problems)
        check_twice(exercise, whole, problems)
        check_rotated(exercise, whole, problems)
        check_decoded(exercise, whole, problems)
        check_sources(exercise, whole, problems)
        check_hosts(exercise, problems)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--deep", type=int, default=1)
    parser.add_argument("--exercise", choices=NAMES, action="append")
    options = parser.parse_args()
    problems = []
    with tempfile.TemporaryDirectory() as work:
        check_formats(pathlib.Path(work), problems)
        for name in options.exercise or NAMES:
            for seed in range(options.first, options.first + options.seeds):
                exercise = Exercise(seed, pathlib.Path(work) / f"{name}-{seed}", name)
                check(exercise, seed < options.first + options.deep, problems)
                shutil.rmtree(exercise.folder)
                print(f"{name}, seed {seed}: {len(problems)} problems so far", file=sys.stderr,
                      flush=True)
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
