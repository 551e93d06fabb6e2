#!/usr/bin/env python3
"""The analysis against the exercise's truth, which knows nothing of readers and detectors.

  exercise_truth.py [--seeds N] [--deep M]

For N seeds: everything that must be found is, nothing that must not be is, the answers are the
expected ones, and rows shuffled and repeated give the same findings.  For M of them also: each export
family alone gives the same findings or unknown, a source taken away turns no answer into "no", and a
planted fact taken away takes its finding with it.
"""
import argparse
import json
import pathlib
import random
import re
import shutil
import sys
import tempfile

import contract
from evidence_rows import Rows

RULES = contract.ROOT / "rules" / "windows"
LEVELS = ["info", "low", "medium", "high", "critical"]


class Exercise:
    def __init__(self, seed, folder, name="mailbox-takeover"):
        self.seed, self.folder = seed, folder
        done = contract.run("exercise", "make", name, "--seed", seed, "--out", folder)
        assert done.returncode == 0, done.stderr
        self.truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))

    def analyze(self, evidence=None):
        arguments = ["analyze", evidence or self.folder / "evidence",
                     "--org", self.folder / "organisation.yaml", *self.reading()]
        if self.truth.get("contained_at"):
            arguments += ["--contained", self.truth["contained_at"]]
        return contract.run_json(*arguments)

    def reading(self):
        """The options that its files are read with."""
        mapping = self.folder / "mapping.yaml"
        return ["--zone", "Europe/Paris", *(["--mapping", mapping] if mapping.exists() else [])]

    def copy(self, name):
        target = self.folder / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.folder / "evidence", target)
        return target


def texts_of(finding):
    parts = [finding["title"], *finding["why"], *finding["accounts"], *finding["indicators"]]
    for subject in finding["subjects"]:
        parts += [subject["identity"], subject["name"], *(s["value"] for s in subject["state"])]
    return parts


def of_account(finding, claim, alone):
    """Whether a finding is of one of the claim's accounts.

    One export alone may know an account by its alias only, or (a grant to an application) not at all.
    """
    if not claim["accounts"] or set(claim["accounts"]) & set(finding["accounts"]):
        return True
    aliases = {account.split("@")[0] for account in claim["accounts"]}
    return alone and (not finding["accounts"] or bool(aliases & set(finding["accounts"])))


def about(finding, claim, alone=False):
    """Whether a finding is of the claim's accounts and subject."""
    if not of_account(finding, claim, alone):
        return False
    return not claim["subject"] or any(claim["subject"] in text for text in texts_of(finding))


def rule_id(name, cache={}):
    """What a finding calls a rule: "sigma/<file of rules/windows>" is named by the rule's id."""
    if name not in cache:
        folder, _, file = name.partition("/")
        text = (RULES / f"{file}.yml").read_text(encoding="utf-8") if folder == "sigma" else ""
        cache[name] = "sigma/" + re.search("^id: (.*)$", text, re.M)[1] if text else name
    return cache[name]


def of_host(finding, claim):
    return not claim["hosts"] or bool(set(claim["hosts"]) & set(finding["hosts"]))


def fulfils(finding, must, alone=False):
    at_least = LEVELS.index(finding["severity"]) >= LEVELS.index(must["at_least"])
    return (finding["rule"] == rule_id(must["rule"]) and at_least and about(finding, must, alone)
            and of_host(finding, must)
            and (not must["items"] or set(must["items"]) & set(finding["items"]))
            and set(must["indicators"]) <= set(finding["indicators"])
            and (not must["addresses"] or set(must["addresses"]) & set(finding["addresses"])))


def missing(truth, result, alone=False):
    findings = result.get("finding", [])
    return [m for m in truth["must"] if not any(fulfils(f, m, alone) for f in findings)]


def wrongly_raised(truth, result):
    for claim in truth["must_not"]:
        for finding in result.get("finding", []):
            too_high = LEVELS.index(finding["severity"]) >= LEVELS.index(claim["at_or_above"])
            named = not claim["rules"] or finding["rule"] in map(rule_id, claim["rules"])
            if too_high and named and about(finding, claim) and of_host(finding, claim):
                yield claim, finding


def essence(result):
    """What must not depend on the order or the repetition of rows."""
    return sorted((f["id"], f["rule"], f["severity"], f["title"], tuple(f["accounts"]),
                   tuple(f["addresses"]), tuple(f["items"])) for f in result.get("finding", []))


def shuffle(folder, seed):
    rng = random.Random(seed)
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        rows = Rows(path)
        rows.rows += rng.sample(rows.rows, len(rows.rows) // 10)
        rng.shuffle(rows.rows)
        rows.write()


def check_whole(exercise, problems):
    result = exercise.analyze()
    for must in missing(exercise.truth, result):
        problems.append(f"seed {exercise.seed}: not found: {must['rule']} {must['what']}")
    for claim, finding in wrongly_raised(exercise.truth, result):
        problems.append(f"seed {exercise.seed}: must not be raised: {finding['rule']} "
                        f"{finding['severity']} {finding['title']} ({claim['why']})")
    answers = {a["item"]: a["value"] for a in result.get("answer", [])}
    for item, value in exercise.truth["answers"].items():
        if answers.get(item) != value:
            problems.append(f"seed {exercise.seed}: {item} is {answers.get(item)}, not {value}")
    for source in result["source"]:
        total = source["records"] + source["duplicates"] + source["rejected"]
        if total != source["rows"]:
            problems.append(f"seed {exercise.seed}: {source['file']}: rows not accounted for")
    return result


def check_shuffled(exercise, whole, problems):
    folder = exercise.copy("shuffled")
    shuffle(folder, exercise.seed)
    before, after = essence(whole), essence(exercise.analyze(folder))
    for kind, items in (("lost", set(before) - set(after)), ("new", set(after) - set(before))):
        for item in sorted(items)[:5]:
            problems.append(f"seed {exercise.seed}: shuffled rows: {kind}: {item[1:4]}")


def check_families(exercise, whole, problems):
    whole_answers = {a["item"]: a["value"] for a in whole["answer"]}
    for family in sorted(p.name for p in (exercise.folder / "evidence").iterdir()):
        alone = exercise.analyze(exercise.folder / "evidence" / family)
        for must in missing(exercise.truth, alone, alone=True):
            if family in must["families"]:
                problems.append(f"seed {exercise.seed}: {family} alone: not found: {must['rule']} "
                                f"{must['what']}")
        results = [(f"{family} alone", alone)]
        rest = exercise.copy("without")
        shutil.rmtree(rest / family)
        if any(rest.iterdir()):
            results.append((f"without {family}", exercise.analyze(rest)))
        for name, result in results:
            for answer in result["answer"]:
                if answer["value"] == "no" and whole_answers.get(answer["item"]) != "no":
                    problems.append(f"seed {exercise.seed}: {name}: {answer['item']} became no")
            for claim, finding in wrongly_raised(exercise.truth, result):
                problems.append(f"seed {exercise.seed}: {name}: must not be raised: "
                                f"{finding['rule']} {finding['title']} ({claim['why']})")


def remove_rows(folder, planted):
    """Takes the records away that hold all the texts of one entry."""
    for path in (p for p in folder.rglob("*") if p.is_file()):
        here = [p["texts"] for p in planted
                if p["file"] in ("", path.relative_to(folder).as_posix())]
        rows = Rows(path)
        kept = [row for row in rows.rows
                if not any(all(text in rows.text_of(row) for text in texts) for texts in here)]
        if len(kept) != len(rows.rows):
            rows.rows = kept
            rows.write()


def check_planted(exercise, problems):
    for must in exercise.truth["must"]:
        folder = exercise.copy("unplanted")
        remove_rows(folder, must["planted"])
        result = exercise.analyze(folder)
        left = [f for f in result.get("finding", []) if fulfils(f, must)]
        # Another planted fact may fulfil the same words (two rules of one mailbox): only what
        # names this one's subject counts.
        if left and not any(m is not must and m["rule"] == must["rule"]
                            and set(m["accounts"]) & set(must["accounts"])
                            for m in exercise.truth["must"]):
            problems.append(f"seed {exercise.seed}: the fact is gone, the finding stays: "
                            f"{must['rule']} {must['what']}: {left[0]['title']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--deep", type=int, default=1)
    options = parser.parse_args()
    problems = []
    with tempfile.TemporaryDirectory() as work:
        for seed in range(options.first, options.first + options.seeds):
            exercise = Exercise(seed, pathlib.Path(work) / str(seed))
            whole = check_whole(exercise, problems)
            check_shuffled(exercise, whole, problems)
            if seed < options.first + options.deep:
                check_families(exercise, whole, problems)
                check_planted(exercise, problems)
            shutil.rmtree(exercise.folder)
            print(f"seed {seed}: {len(problems)} problems so far", file=sys.stderr, flush=True)
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
