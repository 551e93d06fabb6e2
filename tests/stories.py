"""For each sheet, one incident from what someone sees to its closing, typed at the keyboard of the guide
as a person would, in French and in English: two rounds, calls, clocks, a hand-over, measures lifted. Its
logbook, plan, severity, clocks and print kit are compared with kept copies.

python3 tests/stories.py [--update] [SHEET...]  (DIGUE_PROGRAM names the program)

tests/stories/<sheet>.json says what the person answers and does; what it does not name is answered by what
the program proposes, else "no" to what was looked for, else "unknown".
"""
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import textwrap

from contract import run, run_json
from keyboard import Keyboard

STORIES = pathlib.Path(__file__).parent / "stories"
STATES = ["done", "partial", "impossible", "not-applicable", "delegated", "postponed"]
HEADING = re.compile(r"^(?:avant|before|P\d|après|after)  (\S+)  .*(?:\n.*)?\n-+$", re.MULTILINE)

# What changes from one day, or one machine, to the next is masked.
MASKS = [re.compile(words) for words in (
    r"\d{4}-\d\d-\d\d[T\s]+\d\d:\d\d(:\d\d(\.\d+)?)?(\s*(Z|UTC|[+-]\d\d:\d\d))?",
    r"\d{1,2} [a-zéû]{3,9}\.? \d{4}(,| à)? \d\d:\d\d(:\d\d)?( (UTC|[+-]\d\d:\d\d))?",
    r"(imprimé le|printed) \d{4}-\d\d-\d\d",
    r"\b\d+ (d|j) \d+ h\b|\b\d+ h \d+ min\b|\b\d+ min\b(?! (au plus|at most))",
    r"\b[0-9a-f]{16,64}\b|\b[0-9a-f]{12}\b|\b\d{4}-\d\d-\d\d-[0-9a-f]{6}\b|/tmp/\S*/",
    rf"\b{re.escape(socket.gethostname())}\b(?=\n|\.)",
)]


class Sheets:
    """What the sheets ask, as `digue sheet show` tells it."""

    def __init__(self):
        self.steps = {}

    def step(self, item):
        sheet = item.split("/")[0]
        if sheet not in self.steps:
            shown = run_json("sheet", "show", sheet)["step"]
            self.steps[sheet] = {step["id"]: step for step in shown}
        return self.steps[sheet][item]

    def lifting(self, item):
        self.step(item)
        steps = self.steps[item.split("/")[0]].values()
        return any(step["temporary"] and step["temporary"]["lifted_by"] == item for step in steps)


SHEETS = Sheets()


class Person:
    """Who sits at the keyboard, and what the story has them do."""

    def __init__(self, story, language, file, name):
        self.story, self.words, self.name = story, story["words"][language], name
        self.keyboard = Keyboard(language, "--incident", file, "--author", name)
        self.taken, self.calls, self.written, self.before, self.times = 0, 0, None, None, {}
        self.sheet = story["sheet"]

    def open(self):
        """The symptom, one's name, what is hit."""
        asked_first = [("choice", key) for key in self.story["symptom"].split()]
        for asked, typed in (*asked_first, ("name", self.name), ("hit", self.story["hit"])):
            prompt, screen = self.keyboard.wait()
            assert prompt == asked, screen
            self.keyboard.type(typed)

    def work(self, until=None):
        """Step after step, until the sheet asks for nothing more, or that item has been answered."""
        while True:
            prompt, screen = self.keyboard.wait()
            if prompt != "step":
                self.say(prompt, screen)
            elif re.search("APPELEZ TOUT DE SUITE|CALL NOW", screen):
                self.calls += 1
                self.keyboard.type("a")
            elif re.search("plus d’étape à faire|no step left to do", screen):
                return
            elif self.written == until and until:
                return
            else:
                self.step(screen)

    def say(self, prompt, screen):
        """What the guide wants to know before it writes."""
        replies = {"accept": self.story["lead"], "saved": "", "hours": "", "choice": "1", "move": "1",
                   "despite": self.words["despite"], "whom": self.story["relief"],
                   "why": self.words["why"], "called": self.words["called"], "accept-relief": "",
                   "case-number": "2026-118",
                   "relief": self.story["relief"], "relief-note": self.words["handover"]}
        if prompt == "entry":
            # The words are typed once, and the line is then sent as it stands.
            typed = "" if self.noted else self.words["effects"].get(self.written, "")
            self.noted = True
            return self.keyboard.type(typed)
        assert prompt in replies, screen
        return self.keyboard.type(replies[prompt])

    def step(self, screen):
        found = HEADING.findall(screen)
        assert found, screen
        item = f"{self.sheet}/{found[-1]}"
        account = re.search(r"^  (?:Pour :|For:) (.*)$", screen, re.MULTILINE)
        here = (item, account and account.group(1), self.taken)
        assert self.before is None or here[:2] != self.before[:2] or self.refusals < 2, screen
        self.refusals = self.refusals + 1 if self.before and here[:2] == self.before[:2] else 0
        self.before, self.written, self.noted = here, item, False
        self.taken += 1
        is_act = re.search("^1 (fait|done) ", screen, re.MULTILINE)
        self.keyboard.type(self.act_key(item, screen) if is_act else self.answer_keys(item, screen))

    def act_key(self, item, screen):
        urgent = re.search(r"^(avant|before|P[01])  ", screen, re.MULTILINE)
        usual = "done" if urgent or SHEETS.lifting(item) else "delegated"
        told = self.story["acts"].get(item, usual).split()  # the first time, the second...
        times = self.times[item] = self.times.get(item, -1) + 1
        return str(STATES.index(told[min(times, len(told) - 1)]) + 1)

    def answer_keys(self, item, screen):
        step = SHEETS.step(item)
        offered = [option["value"] for option in step["options"]]
        value = self.story["answers"].get(item)
        if value is None and re.search("^  (Proposé :|Proposed:)", screen, re.MULTILINE):
            return ""
        if value is None:
            value = "no" if step["kind"] == "look" and "no" in offered else "unknown"
        if not offered:
            return value
        return " ".join(str(offered.index(one) + 1) for one in value.split())


def speak(story, language, *arguments, file, who=None):
    done = run(*arguments, "--incident", file, "--author", who or story["who"], language=language)
    assert done.returncode == 0, f"{arguments}: {done.stderr}"


def first_shift(story, language, file):
    """From the symptom to the end of the first round, then the hand-over."""
    person = Person(story, language, file, story["who"])
    person.open()
    if "through" in story:  # another sheet leads to this one: answers are kept
        person.sheet = story["through"]["sheet"]
        person.work(until=story["through"]["until"])
        titles = [sheet["id"] for sheet in run_json("sheet", "list")["sheet"]]
        for typed in ("f", str(titles.index(story["sheet"]) + 1), person.words["follow"]):
            person.keyboard.type(typed)
            person.keyboard.wait()
        person.sheet = story["sheet"]
        person.keyboard.type("p")
    person.keyboard.wait()
    person.keyboard.leave()
    speak(story, language, "qualify", "--round", "start", "--time-box", "60", file=file)
    for clock in story["clocks"]:
        speak(story, language, "clock", "start", "--clock", clock, "--why", person.words["clock"], file=file)
    second = Person(story, language, file, story["who"])
    second.sheet = story["sheet"]
    second.work()
    second.keyboard.type("r")
    for _ in range(3):
        second.say(*second.keyboard.wait())
    second.keyboard.wait()
    second.keyboard.leave()
    speak(story, language, "qualify", "--round", "end", file=file)
    return person.taken + second.taken, person.calls + second.calls


def second_shift(story, language, file):
    """The relief accepts, learns more in a second round, and concludes."""
    words, relief = story["words"][language], story["relief"]
    speak(story, language, "qualify", "--round", "start", file=file, who=relief)
    for item, value in story["learnt"].items():
        speak(story, language, "answer", item, value, "--why", words["learnt"], file=file, who=relief)
    for item in story["finished"]:
        speak(story, language, "act", item, "done", file=file, who=relief)
    person = Person(story, language, file, relief)
    person.work()
    person.keyboard.leave()
    speak(story, language, "qualify", "--round", "end", file=file, who=relief)
    speak(story, language, "qualify", "--decide", story["degree"], "--by", story["lead"], "--why",
          words["decided"], file=file, who=relief)
    for clock in story["clocks"]:
        speak(story, language, "clock", "met", "--clock", clock, "--reference", "PV-118", file=file, who=relief)
    speak(story, language, "incident", "close", words["closed"], file=file, who=relief)
    return person.taken, person.calls


def masked(text, file):
    text = text.replace(str(file), "incident.digue")
    for mask in MASKS:
        text = mask.sub("…", text)
    return re.sub(r"[ \t]+\n", "\n", text)


def papers(language, file):
    """What a person reads of it in the end."""
    text = ""
    for arguments in (["log", "list"], ["plan", "--all"], ["plan", "--by", "person"], ["qualify"],
                      ["clock", "list"], ["handover"]):
        done = run(*arguments, "--incident", file, language=language)
        assert done.returncode == 0, done.stderr
        text += f"# digue {' '.join(arguments)}\n\n{done.stdout}\n"
    return masked(text, file)


def kit(language, file):
    """The words of the print kit, filled in, page by page, up to its annexes: those are the same for every
    incident, and tests/print_kit.py looks at them."""
    path = pathlib.Path(file).with_suffix(".pdf")
    run_json("print", "--incident", file, "--out", path, language=language)
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True)
    text = ""
    for number, page in enumerate(done.stdout.split("\f")[:-1]):
        words = " ".join(page.replace("\u00a0", " ").replace("\u202f", " ").split())
        if re.match("(Annexe|Annex) ", words):
            break
        text += f"# {number + 1}\n\n{textwrap.fill(masked(words, file), 110)}\n\n"
    return text


def check_end(file):
    """Every call made, every measure lifted, nothing urgent left, and the floor under the ceiling."""
    plan = run_json("plan", "--all", "--incident", file)
    assert all(call["made"] for call in plan.get("call", [])), plan["call"]
    assert not plan.get("temporary"), plan["temporary"]
    left = [step["item"] for step in plan["plan-step"] if step["state"] == "to-do" and not step["hidden"]]
    assert not left, left
    degrees = ["anomaly", "minor", "major", "crisis"]
    state = run_json("qualify", "--incident", file)["severity"][0]
    assert degrees.index(state["floor"]) <= degrees.index(state["ceiling"]), state
    handed = run_json("handover", "--incident", file)["handover"][0]["handovers"]
    assert len(handed) == 1 and handed[0]["accepted"], handed
    assert run("log", "verify", "--incident", file).returncode == 0


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
    story = {"sheet": path.stem, "acts": {}, "answers": {}, "learnt": {}, "finished": [], "clocks": [],
             **json.loads(path.read_text(encoding="utf-8"))}
    problems = []
    for language in ("fr", "en"):
        with tempfile.TemporaryDirectory() as folder:
            os.environ["DIGUE_STATE"] = str(pathlib.Path(folder) / "state")
            file = pathlib.Path(folder) / "incident.digue"
            first, second = first_shift(story, language, file), second_shift(story, language, file)
            check_end(file)
            problems += compare(f"{path.stem}.{language}", papers(language, file), update)
            if shutil.which("pdftotext"):
                problems += compare(f"{path.stem}.kit.{language}", kit(language, file), update)
            print(f"{path.stem} ({language}): {first[0] + second[0]} steps, {first[1] + second[1]} calls",
                  flush=True)
    return problems


def main(arguments):
    update = "--update" in arguments
    wanted = [name for name in arguments if not name.startswith("--")]
    problems = []
    for path in sorted(STORIES.glob("*.json")):
        if not wanted or path.stem in wanted:
            problems += tell(path, update)
    if not shutil.which("pdftotext"):
        print("the print kits were not compared: pdftotext is not there (Debian: poppler-utils)")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
