"""digue assign, plan --by person and handover: who has what to do, and how a shift passes it on.

python3 tests/incident/owners_test.py  (DIGUE_PROGRAM names the program)
"""
import os
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from contract import run, run_json

MAILBOX = "compta@chu.example"
LEAVES, COMES = "Marie Petit", "Karim Haddad"


class Shift(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        os.environ["DIGUE_STATE"] = str(pathlib.Path(self.folder.name) / "state")
        self.file = pathlib.Path(self.folder.name) / "a.digue"
        self.say("incident", "new", "Boîte détournée", "--account", MAILBOX)

    def say(self, *words, author=LEAVES, expect=0, language="en"):
        done = run(*words, "--incident", self.file, "--author", author, language=language)
        self.assertEqual(done.returncode, expect, done.stderr)
        return done.stdout + done.stderr

    def step(self, item, *words):
        plan = run_json("plan", *words, "--incident", self.file)["plan-step"]
        return next(step for step in plan if step["item"] == item)

    def block(self, name):
        self.say("assign", "mail-account/1.a.1", "--account", MAILBOX, "--to", name, "--due",
                 "2026-01-01T00:00:00Z")

    def test_an_assigned_step_stays_open_and_is_seen_late(self):
        self.block(COMES)
        step = self.step("mail-account/1.a.1")
        self.assertEqual((step["owner"], step["state"]), (COMES, "to-do"))
        self.assertEqual(step["due"], "2026-01-01T00:00:00Z")
        shown = run("plan", "--by", "person", "--incident", self.file).stdout
        self.assertIn(f"{COMES}: 1 to do, 1 of them late", shown)
        self.assertLess(shown.index(COMES), shown.index("Nobody is named yet"))

    def test_one_person_sees_their_own_of_every_sheet(self):
        self.block(COMES)
        self.say("assign", "ransomware/1.b.1", "--to", COMES.upper())
        items = [step["item"] for step in
                 run_json("plan", "--person", COMES, "--incident", self.file)["plan-step"]]
        self.assertEqual(items, ["mail-account/1.a.1", "ransomware/1.b.1"])

    def test_nobody_or_somebody_is_named_and_not_both(self):
        self.block(COMES)
        self.say("assign", "mail-account/pre.2", expect=1)
        self.say("assign", "mail-account/pre.2", "--to", COMES, "--nobody", expect=1)
        self.say("assign", "mail-account/1.a.1", "--account", MAILBOX, "--nobody")
        self.assertEqual(self.step("mail-account/1.a.1")["owner"], "")

    def test_what_one_has_passes_on_once_the_other_accepts(self):
        self.block(LEAVES)
        self.say("handover", "--to", COMES, "--note", "Ring the CISO at seven.", "--move")
        self.assertEqual(self.step("mail-account/1.a.1")["owner"], LEAVES)
        self.say("handover", "--accept", author="Someone Else", expect=1)
        self.say("handover", "--accept", author=COMES)
        self.assertEqual(self.step("mail-account/1.a.1")["owner"], COMES)
        self.say("handover", "--accept", author=COMES, expect=1)  # nothing waits any more

    def test_without_move_nothing_passes_on(self):
        self.block(LEAVES)
        self.say("handover", "--to", COMES)
        self.say("handover", "--accept", author=COMES)
        self.assertEqual(self.step("mail-account/1.a.1")["owner"], LEAVES)

    def test_the_root_is_that_of_the_logbook_before(self):
        before = run_json("log", "verify", "--incident", self.file)["log-verdict"][0]
        self.say("handover", "--to", COMES)
        kept = run_json("handover", "--incident", self.file)["handover"][0]["handovers"][0]
        self.assertEqual((kept["root"], kept["entries"]), (before["root"], before["entries"]))
        self.assertFalse(kept["accepted"])
        self.assertEqual(run("log", "verify", "--incident", self.file).returncode, 0)

    def test_the_page_tells_what_stands_and_what_is_empty(self):
        self.block(COMES)
        self.say("act", "mail-account/pre.2", "in-progress")
        self.say("act", "mail-account/pre.3", "postponed", "--why", "No pen yet.", "--due",
                 "2030-01-01T00:00:00Z")
        self.say("log", "add", "We stay on line.", "--decision")
        parts = {part["part"]: part["lines"] for part in
                 run_json("handover", "--incident", self.file)["handover"][0]["parts"]}
        self.assertTrue(parts["owed"][0].startswith(f"Block the account ({MAILBOX}): {COMES}, LATE"))
        self.assertEqual(len(parts["under-way"]), 1)
        self.assertIn("No pen yet.", parts["postponed"][0])
        self.assertIn("We stay on line.", parts["decisions"][0])
        self.assertEqual(len(parts["next"]), 3)
        self.assertFalse(parts["temporary"])
        for language, nothing in (("en", "Nothing for:"), ("fr", "Rien pour")):
            shown = self.say("handover", language=language)
            self.assertIn(nothing, shown)
            self.assertLessEqual(max(map(len, shown.splitlines())), 80)

    def test_one_does_not_hand_over_to_oneself(self):
        self.say("handover", "--to", LEAVES.lower(), expect=1)


if __name__ == "__main__":
    unittest.main()
