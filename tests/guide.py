"""digue guide, as a person at a keyboard: from what they see to the first action in the logbook.

python3 tests/guide.py  (DIGUE_PROGRAM names the program)
"""
import json
import os
import pathlib
import subprocess
import tempfile

from contract import PROGRAM, run_json

ENVIRONMENT = {**os.environ, "TZ": "Europe/Paris"}


def guide(typed, *arguments, language="en"):
    done = subprocess.run([PROGRAM, "--lang", language, "guide", *map(str, arguments)], input=typed,
                          capture_output=True, text=True, env=ENVIRONMENT, timeout=60)
    assert done.returncode == 0, done.stderr
    for line in done.stdout.splitlines():
        if "] :" not in line and "]:" not in line:  # a prompt is followed by what was typed
            assert len(line) <= 80, f"wider than a terminal: {line}"
    return done.stdout + done.stderr


def log_of(file):
    return run_json("log", "list", "--incident", file)["log-entry"]


def first_action(folder, language):
    """Two typed fields, and the first containment action logged in 20 keys beside text at most."""
    file = folder / f"first-{language}.digue"
    keys = ["1\n", "\n", "\n", "u\n"]  # a symptom, who I am, the account's own line, urgent first
    typed = "1\n" + "Marie Petit\n" + "compta@chu.example\n" + "u\n"
    text = guide(typed, "--incident", file, language=language)
    assert "1.a.1" in text, "the first urgent step is not shown"
    assert ("ATTENTION" if language == "fr" else "BEWARE") in text, "its impact is not shown"
    keys += ["1\n", "\n", "\n", "\n"]
    guide("u\n" + "1\n" + "\n" * 4, "--incident", file, "--author", "Marie Petit", language=language)
    actions = [line for line in log_of(file) if line["kind"] == "action-set"]
    assert len(actions) == 1 and actions[0]["author"] == "Marie Petit", actions
    assert "mail-account/1.a.1" in actions[0]["items"], actions
    assert sum(map(len, keys)) <= 20, keys


def unknown_leads_somewhere(folder):
    file = folder / "unknown.digue"
    guide("0\n2\n2\n2\n2\n\n\nq\n", "--incident", file)
    assert run_json("incident", "show", "--incident", file)["incident"][0]["sheet"] == "any-incident"


def wrong_sheet_keeps_answers(folder):
    file = folder / "wrong.digue"
    guide("1\n\ncompta@chu.example\n1\nf\n", "--incident", file)
    before = run_json("incident", "show", "--incident", file)["incident"][0]
    guide("f\n4\nwrong one\nq\n", "--incident", file)
    after = run_json("incident", "show", "--incident", file)["incident"][0]
    assert before["sheet"] == "mail-account" and after["sheet"] == "phishing", after["sheet"]
    assert json.dumps(before["answers"]) == json.dumps(after["answers"]) and after["answers"]


def what_is_not_a_choice_is_said(folder):
    text = guide("99\nabc\n\n1\n\n\n7\nq\n", "--incident", folder / "odd.digue")
    for typed in ("99", "abc"):
        assert f"“{typed}” is no choice" in text, typed
    # Nothing more to read is leaving: what was written stays.
    assert "To go on" in guide("", "--incident", folder / "odd.digue")


def a_waiver_needs_its_reason(folder):
    file = folder / "waiver.digue"
    guide("1\n\ncompta@chu.example\nu\n1\n-\n", "--incident", file)
    assert not [line for line in log_of(file) if line["kind"] == "action-set"]


with tempfile.TemporaryDirectory() as name:
    here = pathlib.Path(name)
    for code in ("fr", "en"):
        first_action(here, code)
    unknown_leads_somewhere(here)
    wrong_sheet_keeps_answers(here)
    what_is_not_a_choice_is_said(here)
    a_waiver_needs_its_reason(here)
    print("guide: all as it should be")
