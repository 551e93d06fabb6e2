"""digue guide, as a person at a keyboard: from what they see to the first action in the logbook.

python3 tests/guide.py  (DIGUE_PROGRAM names the program)
"""
import json
import os
import pathlib
import re
import subprocess
import tempfile

from contract import PROGRAM, run, run_json
from keyboard import Keyboard

ENVIRONMENT = {**os.environ, "TZ": "Europe/Paris", "TERM": "dumb"}
WHO, COMES = "Marie Petit", "Karim Haddad"


def guide(typed, *arguments, language="en"):
    done = subprocess.run([PROGRAM, "--lang", language, "guide", *map(str, arguments)], input=typed,
                          capture_output=True, text=True, env=ENVIRONMENT, timeout=60)
    assert done.returncode == 0, done.stderr
    for line in done.stdout.splitlines():
        # A prompt is followed by what was typed, which is not shown again.
        if not re.search(r"(\[.*\]|\)|\w) ?: |^> ", line):
            assert len(line) <= 80, f"wider than a terminal: {line}"
    assert "\x1b" not in done.stdout, "a terminal sequence"
    return done.stdout + done.stderr


def log_of(file):
    return run_json("log", "list", "--incident", file)["log-entry"]


def actions_of(file):
    return [line for line in log_of(file) if line["kind"] == "action-set"]


# What each symptom leads to, and how: the keys from the first step to the first containment action.
WAYS = [
    ("1", "compta@chu.example", "mail-account/1.a.1", ["u"]),
    ("2", "compta@chu.example", "mail-account/1.a.1", ["u"]),
    ("3", "compta@chu.example", "mail-account/1.a.1", ["u"]),
    ("4", "accueil@chu.example", "phishing/c.1", ["u"]),
    ("5", "accueil@chu.example", "phishing/c.1", ["u"]),
    ("6", "poste-114", "mail-malware/c.1", ["u"]),
    # To qualify first, or to contain without waiting: the sheet, and no reason given.
    ("7", "srv-fichiers", "ransomware-containment/1.a.2", ["f", "SHEET", ""]),
    ("8", "srv-fichiers", "ransomware-containment/1.a.2", ["f", "SHEET", ""]),
    ("9", "srv-fichiers", "ransomware-containment/1.a.2", ["u"]),
    # Who knows nothing: Enter is "no, or I don't know" to each question; then as for 7.
    ("0", "poste-114", "mail-malware/c.1", ["f", "SHEET", ""]),
    ("0", "srv-fichiers", "ransomware-containment/1.a.2", ["f", "SHEET", ""]),
]
QUESTIONS = 4  # of the way in by "I don't know"


def first_action(folder, language, symptom, hit, item, keys):
    """Two typed fields, and the first containment action logged in 20 keys beside text at most."""
    file = folder / f"first-{symptom}-{hit}-{language}.digue"
    sheets = [sheet["id"] for sheet in run_json("sheet", "list")["sheet"]]
    number = str(sheets.index(item.split("/")[0]) + 1)
    keyboard, fields = Keyboard(language, "--incident", file), []
    questions = [""] * QUESTIONS if symptom == "0" else []
    for asked in [symptom, *questions, WHO, hit] + [number if key == "SHEET" else key for key in keys]:
        prompt, _ = keyboard.wait()
        if prompt in ("name", "hit"):
            fields.append(asked)
        keyboard.type(asked)
    # Questions are answered "unknown" on the way; the action is the first thing to do.
    for _ in range(6):
        _, screen = keyboard.wait()
        if re.search("^1 (fait|done) ", screen, re.MULTILINE):
            break
        options = re.findall(r"^  (\d)  .+$", screen, re.MULTILINE)
        keyboard.type(options[-1])
    assert item.split("/")[1] in screen, screen
    assert re.search("ATTENTION|BEWARE", screen), "its impact is not shown"
    for typed in ("1", "", "", ""):  # done; the impact accepted; saved; the entry as it is proposed
        keyboard.type(typed)
        prompt, _ = keyboard.wait()
        if prompt == "step":
            break
    keyboard.leave()
    actions = actions_of(file)
    assert len(actions) == 1 and actions[0]["author"] == WHO, actions
    assert item in actions[0]["items"], actions
    assert len(fields) == 2, fields
    beside = keyboard.keys - len("q\n") - sum(map(len, fields))
    assert beside <= 20, f"{symptom} ({language}): {beside} keys"
    return beside


def unknown_leads_somewhere(folder):
    file = folder / "unknown.digue"
    guide("0\n2\n2\n\n\n\n\nq\n", "--incident", file)
    assert run_json("incident", "show", "--incident", file)["incident"][0]["sheet"] == "any-incident"


def wrong_sheet_keeps_answers(folder):
    file = folder / "wrong.digue"
    guide("1\n\ncompta@chu.example\n1\nf\n", "--incident", file)
    before = run_json("incident", "show", "--incident", file)["incident"][0]
    guide("f\n4\nwrong one\nq\n", "--incident", file)
    after = run_json("incident", "show", "--incident", file)["incident"][0]
    assert before["sheet"] == "mail-account" and after["sheet"] == "phishing", after["sheet"]
    assert json.dumps(before["answers"]) == json.dumps(after["answers"]) and after["answers"]


def what_urgency_put_off_comes_back(folder):
    keyboard = Keyboard("en", "--incident", folder / "urgent.digue")
    for typed in ("1", WHO, "compta@chu.example"):
        keyboard.wait()
        keyboard.type(typed)
    heading = re.compile(r"^(?:before|P\d)  .+$", re.MULTILINE)
    first = heading.search(keyboard.wait()[1]).group()
    keyboard.type("u")
    screen = keyboard.wait()[1]
    assert heading.search(screen).group() != first, "nothing was put off"
    for _ in range(100):
        if "What you passed over" in screen:
            break
        keyboard.type("s")
        screen = keyboard.wait()[1]
    assert heading.search(screen).group() == first, screen
    keyboard.leave()


def what_is_not_a_choice_is_said(folder):
    text = guide("99\nabc\n\n1\n\n\n7\nq\n", "--incident", folder / "odd.digue")
    for typed in ("99", "abc"):
        assert f"“{typed}” is no choice" in text, typed
    # Nothing more to read is leaving: what was written stays.
    assert "To go on" in guide("", "--incident", folder / "odd.digue")


def a_waiver_needs_its_reason(folder):
    file = folder / "waiver.digue"
    guide("1\n\ncompta@chu.example\nu\n1\n-\n", "--incident", file)
    assert not actions_of(file)


def the_entry_is_edited_before_it_is_sent(folder):
    file = folder / "entry.digue"
    shown = guide("1\nMarie Petit\ncompta@chu.example\nu\n1\n\n\nFirst words.\n@25:00\n@00:00\n=Paul Roy\n"
                  "Blocked, the secretary knows.\n\nq\n", "--incident", file)
    assert "Block the account (compta@chu.example): done. First words." in shown
    assert "“@25:00” is no past time" in shown
    entry = actions_of(file)[0]
    assert entry["author"] == "Paul Roy" and "secretary knows" in entry["text"], entry
    assert "First words" not in entry["text"] and entry["occurred_precision"] == "minute", entry
    # Given up: nothing is written.
    guide("2\n\n\nnot all\n-\nq\n", "--incident", file, "--author", WHO)
    assert len(actions_of(file)) == 1


def every_state_is_written(folder):
    file = folder / "states.digue"
    guide("7\nMarie Petit\n\nq\n", "--incident", file)
    why = "As agreed."
    for typed in (f"2\n{why}\n\n", f"3\n{why}\n\n", f"4\n{why}\n\n", f"5\n{COMES}\n\n{why}\n\n", f"6\n2\n{why}\n\n"):
        guide(f"{typed}q\n", "--incident", file, "--author", WHO)
    plan = run_json("plan", "--incident", file)["plan-step"]
    states = [step["state"] for step in plan if step["why"] == why or "As agreed" in step["why"]]
    # What was done in part comes back next time: it was then said to be impossible.
    assert set(states) == {"impossible", "not-applicable", "delegated", "postponed"}, states
    given = next(step for step in plan if step["state"] == "delegated")
    assert given["owner"] == COMES and given["due"], given


def one_reads_one_does(folder):
    file = folder / "reader.digue"
    keyboard = Keyboard("en", "--incident", file, "--reader", "--sheet", "ransomware-containment")
    for prompt, typed in (("name", WHO), ("hit", "srv-fichiers"), ("doer", COMES)):
        assert keyboard.wait()[0] == prompt
        keyboard.type(typed)
    places = []
    while True:
        prompt, screen = keyboard.wait()
        if prompt != "read":
            break
        place, said = re.search(r"READ ALOUD   (\d+ / \d+)\n\n((?:    .*\n)+)", screen).groups()
        assert len(said.split()) <= 25, said
        keyboard.type("r" if not places else "")  # the first is read again
        places.append(place)
    assert places[0] == places[1] and len(set(places)) == len(places) - 1 > 1, places
    assert prompt == "step"
    keyboard.type("u")
    while prompt != "entry":
        prompt, screen = keyboard.wait()
        act = re.search("^1 done ", screen, re.MULTILINE)
        keyboard.type({"step": "1" if act else "1", "read": "", "accept": "", "saved": "",
                       "entry": ""}[prompt])
    assert f"Done by {COMES}, read by {WHO}." in " ".join(screen.split()), screen
    keyboard.wait()
    keyboard.type("v")
    keyboard.wait()
    keyboard.leave()
    assert f"Done by {COMES}" in actions_of(file)[-1]["text"]


def a_call_takes_one_key(folder):
    file = folder / "call.digue"
    guide("6\nMarie Petit\nposte-114\nq\n", "--incident", file)
    done = run("answer", "mail-malware/c.5.1", "yes", "--incident", file)
    assert done.returncode == 0, done.stderr
    shown = guide("a\nThey call back.\n2026-118\nq\n", "--incident", file)
    assert "CALL NOW" in shown and re.search(r"\d{2} \d{2} \d{2}|\b3218\b", shown) and "SAY: “" in shown, shown
    assert "2026-118" in [line for line in log_of(file) if line["kind"] == "call-made"][0]["text"]
    assert run_json("incident", "show", "--incident", file)["incident"][0]["case_numbers"][0]["number"] == "2026-118"
    assert "CALL NOW" not in guide("q\n", "--incident", file)


def a_proposal_is_taken_by_enter(folder):
    file = folder / "proposal.digue"
    guide("7\nMarie Petit\nsrv-1\nq\n", "--incident", file)
    for item in ("1.b.1", "1.b.2", "1.b.3"):
        run("answer", f"ransomware/{item}", "yes", "--incident", file)
    keyboard = Keyboard("en", "--incident", file)
    screen = keyboard.wait()[1]
    while "  1.d  " not in screen:
        keyboard.type("s")
        screen = keyboard.wait()[1]
    assert "Enter alone to accept it" in " ".join(screen.split()), screen
    keyboard.type("")
    keyboard.wait()
    keyboard.leave()
    answers = run_json("incident", "show", "--incident", file)["incident"][0]["answers"]
    assert {"item": "ransomware/1.d", "value": "confirmed"}.items() <= next(
        answer for answer in answers if answer["item"] == "ransomware/1.d").items(), answers


def the_register_proposes(folder):
    file, settings = folder / "register.digue", folder / "org.yaml"
    (folder / "activities.csv").write_text(
        "Activité;Vitale;Mode dégradé;Durée;Systèmes\nSoins;oui;Papier;8 h;Dossier\n", encoding="utf-8")
    settings.write_text("register: [activities.csv]\nsystems:\n"
                        "  - {name: Dossier, runs_on: [srv-dpi]}\n  - {name: srv-dpi}\n", encoding="utf-8")
    guide("\n\nq\n", "--incident", file, "--sheet", "any-incident")
    run("incident", "host", "srv-dpi", "--standing", "compromised", "--incident", file)
    for known in (False, True):
        keyboard = Keyboard("en", "--incident", file, *(["--org", settings] if known else []))
        screen = keyboard.wait()[1]
        while "  q8  " not in screen:
            keyboard.type("s")
            screen = keyboard.wait()[1]
        told = " ".join(screen.split())
        assert ("Enter alone to accept it" in told) == known and ("Soins" in told) == known, screen
        keyboard.leave()
    # A file that is not there is said, and nothing is lost.
    done = run("guide", "--incident", file, "--org", folder / "none.yaml", input="q\n")
    assert done.returncode == 1 and "none.yaml" in done.stderr, done.stderr


def who_does_it_and_the_next_shift(folder):
    file = folder / "team.digue"
    guide(f"1\n{WHO}\ncompta@chu.example\nu\nw\n{COMES.upper()}\n2\nw\n\n\nr\n{COMES}\nAll quiet.\n1\nq\n",
          "--incident", file)
    owned = {step["owner"] for step in run_json("plan", "--incident", file)["plan-step"] if step["owner"]}
    assert owned == {WHO}, owned  # named last
    shown = guide("\nq\n", "--incident", file, "--author", COMES)
    assert "Do you accept the hand-over from Marie Petit?" in shown and "All quiet." in shown, shown
    owned = {step["owner"] for step in run_json("plan", "--incident", file)["plan-step"] if step["owner"]}
    assert {name.lower() for name in owned} == {COMES.lower()}, owned


def where_it_stands_is_always_seen(folder):
    file = folder / "standing.digue"
    for language, severity, clock in (("en", "Severity: ", "File a complaint"), ("fr", "Gravité : ", "Porter plainte")):
        guide("7\nMarie Petit\nsrv-1\nq\n", "--incident", file)
        run("clock", "start", "--clock", "complaint", "--why", "Seen.", "--incident", file)
        shown = guide("g\n\nt\n\nq\n", "--incident", file, language=language).replace("\u00a0", " ")
        assert shown.count(severity) >= 3 and clock in shown, shown


def severity_and_clocks_are_decided_by_key(folder):
    file = folder / "judged.digue"
    guide("7\nMarie Petit\nsrv-1\nq\n", "--incident", file)
    # A round of 20 minutes, the degree that the table holds, and the round concluded.
    guide("g\n2\n20\ng\n1\n\nDr Lenoir\nCare goes on.\ng\n2\nq\n", "--incident", file)
    decided = run_json("qualify", "--incident", file)["severity"][0]
    last = decided["decisions"][-1]
    assert decided["decided"] and (last["by"], last["why"]) == ("Dr Lenoir", "Care goes on."), decided
    assert decided["rounds"][0]["minutes"] == 20 and decided["rounds"][0]["ended"], decided
    # No reason, no decision; no such time, no date.
    assert "Nothing is written" in guide("g\n1\n\n\n\nq\n", "--incident", file)
    clocks = [line for line in guide("t\n\nq\n", "--incident", file).splitlines() if "omplaint" in line]
    number = re.search(r"^ +(\d)  ", clocks[-1]).group(1)
    assert "25:70" in guide(f"t\n{number}\n1\n25:70\nq\n", "--incident", file)
    guide(f"t\n{number}\n1\n\nThe screens say so.\nq\n", "--incident", file)
    guide(f"t\n{number}\n2\n\nPV 118\n\nq\n", "--incident", file)
    clock = [one for one in run_json("clock", "list", "--incident", file)["clock"] if one["clock"] == "complaint"][0]
    assert clock["status"] == "met" and clock["reference"] == "PV 118", clock


def a_note_keeps_what_it_names_once_confirmed(folder):
    file = folder / "note.digue"
    said = guide("1\n\ncompta@chu.example\nn\nvu hxxp://evil[.]example/a par anne@chu.example\n\n"
                 "n\nvu autre.example\n-\nq\n", "--incident", file)
    assert "URL: hxxp://evil[.]example/a" in said and "account: anne@chu.example" in said, said
    kept, dropped = [line for line in log_of(file) if line["kind"] == "note"]
    assert kept["indicators"] == ["http://evil.example/a"] and kept["accounts"] == ["anne@chu.example"]
    assert dropped["indicators"] == [] and dropped["text"] == "vu autre.example"
    # What the organisation's settings say is ours is no indicator.
    settings = folder / "ours.yaml"
    settings.write_text("name: CH\nknown_networks: [203.0.113.0/24]\n", encoding="utf-8")
    guide("n\nfrom 203.0.113.9 and 198.51.100.1\n\nq\n", "--incident", file, "--org", settings)
    assert [line for line in log_of(file) if line["kind"] == "note"][-1]["indicators"] == ["198.51.100.1"]


with tempfile.TemporaryDirectory() as name:
    here = pathlib.Path(name)
    os.environ["DIGUE_STATE"] = ENVIRONMENT["DIGUE_STATE"] = str(here / "state")
    for code in ("fr", "en"):
        for way in WAYS:
            print(f"{way[0]} ({code}): {first_action(here, code, *way)} keys beside text", flush=True)
    for check in (unknown_leads_somewhere, wrong_sheet_keeps_answers, what_urgency_put_off_comes_back,
                  what_is_not_a_choice_is_said,
                  a_waiver_needs_its_reason, the_entry_is_edited_before_it_is_sent, every_state_is_written,
                  one_reads_one_does, a_call_takes_one_key, a_proposal_is_taken_by_enter,
                  the_register_proposes, who_does_it_and_the_next_shift, where_it_stands_is_always_seen,
                  severity_and_clocks_are_decided_by_key, a_note_keeps_what_it_names_once_confirmed):
        check(here)
        print(check.__name__, flush=True)
    print("guide: all as it should be")
