"""For each sheet, one incident from what someone sees to its closing, typed as a person would, in French
and in English; its logbook, plan, severity and conclusions are compared with kept copies.

python3 tests/stories.py [--update] [SHEET...]  (DIGUE_PROGRAM names the program)

tests/stories/<sheet>.json says what the person answers; what it does not name is answered "unknown".
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from contract import PROGRAM, run, run_json

STORIES = pathlib.Path(__file__).parent / "stories"
MOMENTS = re.compile(r"\d{4}-\d\d-\d\d[T\s]+\d\d:\d\d(:\d\d(\.\d+)?)?(\s*(Z|UTC|[+-]\d\d:\d\d))?")
NUMBERS = re.compile(r"\b[0-9a-f]{16,64}\b|\b\d{4}-\d\d-\d\d-[0-9a-f]{6}\b|/tmp/\S*/")


def begin(story, file, language):
    """By the guide: the symptom, one's name, what is hit."""
    typed = f"{story['symptom']}\n{story['who']}\n{story['hit']}\nq\n"
    done = subprocess.run([PROGRAM, "--lang", language, "guide", "--incident", file], input=typed,
                          capture_output=True, text=True, env={**os.environ, "TZ": "Europe/Paris"})
    assert done.returncode == 0, done.stderr


def speak(story, language, *arguments, file):
    done = run(*arguments, "--incident", file, "--author", story["who"], language=language)
    assert done.returncode == 0, f"{arguments}: {done.stderr}"


def answer(story, step, language, file):
    value = story["answers"].get(step["item"], "unknown")
    account = ["--account", step["account"]] if step["account"] else []
    speak(story, language, "answer", step["item"], value, *account, file=file)


def act(story, step, language, file):
    words = story["words"][language]
    account = ["--account", step["account"]] if step["account"] else []
    if step["priority"] in ("before", "P0", "P1"):
        how = ["done"]
        for blocker in step["blockers"]:
            if blocker["kind"] == "impact":
                how += ["--accept-impact", story["lead"]]
            if blocker["kind"] == "preservation":
                how += ["--preserved-by", story["who"]]
            if blocker["kind"] == "prerequisite" and "--despite-prerequisites" not in how:
                how += ["--despite-prerequisites", "--why", words["despite"]]
    else:
        how = ["delegated", "--to", story["relief"], "--why", words["delegated"]]
    speak(story, language, "act", step["item"], *how, *account, file=file)


def is_open(step):
    return not step["hidden"] and step["state"] == "to-do" and not step["answer"]


def play(story, language, file):
    """Step after step, until the sheet asks for nothing more; answers bring steps in."""
    taken = 0
    for _ in range(6):
        steps = [step for step in run_json("plan", "--incident", file)["plan-step"] if is_open(step)]
        if not steps:
            return taken
        for step in steps:
            (act if step["kind"] == "do" else answer)(story, step, language, file)
            taken += 1
    raise AssertionError("the plan never comes to an end")


def conclude(story, language, file):
    words = story["words"][language]
    run_json("qualify", "--incident", file, language=language)
    speak(story, language, "qualify", "--decide", story["degree"], "--by", story["lead"], "--why",
          words["decided"], file=file)
    speak(story, language, "qualify", "--round", "end", file=file)
    speak(story, language, "incident", "close", words["closed"], file=file)


def papers(language, file):
    """What is kept: without what changes from one day or one machine to another."""
    text = ""
    for arguments in (["log", "list"], ["plan", "--all"], ["qualify"]):
        done = run(*arguments, "--incident", file, language=language)
        assert done.returncode == 0, done.stderr
        text += f"# digue {' '.join(arguments)}\n\n{done.stdout}\n"
    text = NUMBERS.sub("…", MOMENTS.sub("…", text.replace(str(file), "incident.digue")))
    return re.sub(r"[ \t]+\n", "\n", text)


def check_severity_never_fell(file):
    """Nothing that was answered took the degree established down but a person's own correction."""
    state = run_json("qualify", "--incident", file)["severity"][0]
    degrees = ["anomaly", "minor", "major", "crisis"]
    assert degrees.index(state["floor"]) <= degrees.index(state["ceiling"]), state


def compare(name, text, update):
    kept = STORIES / f"{name}.txt"
    if update:
        kept.write_text(text, encoding="utf-8")
        return []
    if kept.exists() and kept.read_text(encoding="utf-8") == text:
        return []
    new = pathlib.Path(tempfile.gettempdir()) / f"{name}.new.txt"
    new.write_text(text, encoding="utf-8")
    return [f"{name} differs from tests/stories/{name}.txt; the new one is {new}"]


def tell(path, update):
    story = json.loads(path.read_text(encoding="utf-8"))
    problems = []
    for language in ("fr", "en"):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "incident.digue"
            begin(story, file, language)
            shown = run_json("incident", "show", "--incident", file)["incident"][0]
            assert shown["sheet"] == path.stem, f"the symptom leads to {shown['sheet']}"
            speak(story, language, "qualify", "--round", "start", "--time-box", "60", file=file)
            taken = play(story, language, file)
            conclude(story, language, file)
            check_severity_never_fell(file)
            verified = run("log", "verify", "--incident", file)
            assert verified.returncode == 0, verified.stderr
            problems += compare(f"{path.stem}.{language}", papers(language, file), update)
            print(f"{path.stem} ({language}): {taken} steps", flush=True)
    return problems


def main(arguments):
    update = "--update" in arguments
    wanted = [name for name in arguments if not name.startswith("--")]
    problems = []
    for path in sorted(STORIES.glob("*.json")):
        if not wanted or path.stem in wanted:
            problems += tell(path, update)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
