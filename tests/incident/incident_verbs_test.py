"""`digue incident`, `log`, `answer`, `act` and `plan`: an incident lived from the terminal."""
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from contract import ROOT, run, run_json  # noqa: E402

ACCOUNT = "compta@hopital.example"
BLOCK = "mail-account/1.a.1"


class IncidentVerbs(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        os.environ["DIGUE_STATE"] = str(self.folder / "state")
        self.file = self.folder / "a.digue"
        self.done("incident", "new", "Boîte de la compta", "--zone", "Europe/Paris", "--author",
                  "Alice", "--account", ACCOUNT)

    def call(self, *words, **options):
        return run(*words, "--incident", self.file, **options)

    def done(self, *words, **options):
        done = self.call(*words, **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def refused(self, *words, says):
        done = self.call(*words)
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn(says, done.stderr)

    def objects(self, kind, *words, **options):
        return run_json(*words, "--incident", self.file, **options).get(kind, [])

    def step(self, item, account=""):
        return next(line for line in self.objects("plan-step", "plan")
                    if (line["item"], line["account"]) == (item, account))

    def tamper(self, sql):
        connection = sqlite3.connect(self.file)
        for (name,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.executescript(sql)
        connection.close()

    def second_verifier(self, *words):
        return subprocess.run([sys.executable, ROOT / "tools" / "verify_logbook.py", self.file,
                               *words], capture_output=True, text=True, check=False)

    def test_an_action_waits_for_its_impact_and_its_evidence(self):
        act = ("act", BLOCK, "done", "--account", ACCOUNT, "--author", "Bruno")
        kinds = [blocker["kind"] for blocker in self.step(BLOCK, ACCOUNT)["blockers"]]
        self.assertEqual(kinds, ["impact", "preservation"])
        self.refused(*act, says="named person must accept")
        self.refused(*act, "--accept-impact", "La directrice", says="save the evidence first")
        self.done(*act, "--accept-impact", "La directrice", "--preserved-by", "Carole")
        line = self.step(BLOCK, ACCOUNT)
        self.assertEqual((line["state"], line["who"]), ("done", "Bruno"))
        log = [line["text"] for line in self.objects("log-entry", "log", "list")]
        self.assertTrue(any("accepted by La directrice" in text for text in log))
        self.assertTrue(any("by Carole" in text for text in log))

    def test_unblocking_before_the_reset_warns(self):
        line = self.step("mail-account/1.a.2", ACCOUNT)
        self.assertTrue(any("not reset" in warning for warning in line["warnings"]))
        self.assertEqual({blocker["kind"] for blocker in line["blockers"]}, {"prerequisite"})

    def test_the_method_of_theft_changes_the_plan_and_an_alert_changes_it_back(self):
        host = "mail-account/8.c.2"
        self.assertFalse(self.step(host)["hidden"])
        self.done("answer", "mail-account/4.a.note", "phishing")
        self.assertTrue(self.step(host)["hidden"])
        self.assertTrue(self.step(host)["reasons"])
        self.done("answer", "mail-account/3.a.1", "yes")
        self.assertFalse(self.step(host)["hidden"])

    def test_p0_is_repeated_for_each_account_and_a_cleared_one_leaves(self):
        other = "direction@hopital.example"
        self.done("incident", "account", other, "--why", "mêmes adresses")
        blocks = [line["account"] for line in self.objects("plan-step", "plan")
                  if line["item"] == BLOCK]
        self.assertEqual(blocks, [ACCOUNT, other])
        self.done("incident", "account", other, "--standing", "cleared", "--why", "en voyage")
        self.assertEqual(len([line for line in self.objects("plan-step", "plan")
                              if line["item"] == BLOCK]), 1)

    def test_both_orders_hold_the_same_steps(self):
        key = lambda line: (line["item"], line["account"])  # noqa: E731
        by_priority = self.objects("plan-step", "plan", "--by", "priority")
        by_theme = self.objects("plan-step", "plan", "--by", "theme")
        self.assertEqual(sorted(map(key, by_priority)), sorted(map(key, by_theme)))
        ranks = ["before", "P0", "P1", "P2", "P3", "P4", "after"]
        order = [ranks.index(line["priority"]) for line in by_priority]
        self.assertEqual(order, sorted(order))

    def test_a_past_moment_is_shown_as_it_was_known(self):
        before = self.objects("log-entry", "log", "list")[-1]["recorded"]
        self.done("log", "add", "Le cabinet comptable appelle.", "--occurred",
                  "2026-03-08T03:11:00+01:00", "--precision", "minute", "--account", ACCOUNT)
        line = self.objects("log-entry", "log", "list")[-1]
        self.assertEqual((line["occurred"], line["occurred_offset_minutes"]),
                         ("2026-03-08T02:11:00Z", 60))
        self.assertEqual(line["accounts"], [ACCOUNT])
        past = self.objects("incident", "incident", "show", "--at", before)[0]
        now = self.objects("incident", "incident", "show")[0]
        self.assertEqual(past["entries"] + 1, now["entries"])

    def test_a_person_signs_with_their_own_key(self):
        password = self.folder / "password"
        password.write_text("une phrase longue\n", encoding="utf-8")
        sign = ("--author", "Alice", "--sign", "--password-file", password)
        self.done("log", "add", "Signé.", *sign)
        verdict = self.objects("log-verdict", "log", "verify")[0]
        self.assertEqual((verdict["intact"], verdict["signed_by_author"]), (True, 2))
        password.write_text("autre chose\n", encoding="utf-8")
        self.refused("log", "add", "Non.", *sign, says="does not open this key")

    def test_corrections_withdrawals_and_redactions_are_entries(self):
        number = self.objects("receipt", "log", "add", "Mot de passe : cerise-42")[0]["entry"]
        self.done("log", "redact", str(number), "--why", "un mot de passe")
        line = self.objects("log-entry", "log", "list")[number]
        self.assertTrue(line["redacted"])
        self.assertNotIn(b"cerise-42", self.file.read_bytes())
        other = self.objects("receipt", "log", "add", "Bloqué à 03:05")[0]["entry"]
        self.done("log", "add", "Bloqué à 03:15", "--corrects", str(other))
        self.assertEqual(self.objects("log-entry", "log", "list")[other]["corrected_by"], other + 1)
        self.assertEqual(self.call("log", "verify").returncode, 0)
        self.assertEqual(self.second_verifier().returncode, 0)

    def test_what_verify_says_is_what_the_second_verifier_says(self):
        outside = self.folder / "outside.txt"
        for i in range(6):
            self.done("log", "add", f"ligne {i}")
        outside.write_text(self.done("log", "checkpoint").stdout, encoding="utf-8")
        for sql, fault in (
                ("UPDATE body SET content = x'7b7d' WHERE position = 4;", "altered-body 4"),
                ("DELETE FROM entry WHERE position = 3; DELETE FROM body WHERE position = 3;",
                 "missing-entry 3"),
                ("DELETE FROM entry WHERE position > 6; DELETE FROM body WHERE position > 6;",
                 "cut-tail 7")):
            with self.subTest(fault):
                kept = self.file.read_bytes()
                self.tamper(sql)
                words = ("log", "verify", "--checkpoint", outside)
                problems = self.objects("log-problem", *words, expect=(1,))
                said = [f"{problem['fault']} {problem['number']}" for problem in problems]
                self.assertIn(fault, said)
                second = self.second_verifier("--checkpoint", outside)
                self.assertEqual(second.stdout.splitlines()[:-1], said)
                self.refused("log", "add", "Encore ?", says="changed outside")
                self.file.write_bytes(kept)
        self.assertEqual(self.call("log", "verify", "--checkpoint", outside).returncode, 0)

    def test_a_block_asks_for_its_end(self):
        block = ("incident", "indicator", "mauvais.example", "--treatment", "block", "--kind", "domain")
        self.refused(*block, says="A block has an end")
        self.done(*block, "--expires", "2026-12-01T00:00:00Z")
        self.assertEqual(self.objects("incident", "incident", "show")[0]["indicators"][0]["treatment"],
                         "block")

    def test_both_languages_and_wrong_input(self):
        self.assertIn("À faire maintenant", self.call("plan", language="fr").stdout)
        self.assertIn("To do now", self.call("plan", language="en").stdout)
        self.refused("act", "mail-account/none", "done", says="no step")
        self.refused("answer", "mail-account/4.a.note", "burglary", says="Possible answers")
        self.refused("incident", "new", "Encore", says="already exists")
        self.assertEqual(self.call("act", BLOCK, "finished").returncode, 2)
        missing = run("plan", "--incident", self.folder / "none.digue")
        self.assertEqual(missing.returncode, 1)
        (self.folder / "text.digue").write_text("x" * 9000, encoding="utf-8")
        broken = run("log", "verify", "--incident", self.folder / "text.digue")
        self.assertEqual(broken.returncode, 1)
        self.assertIn("not an incident file", broken.stderr)

    def test_list_shows_the_incidents_of_a_folder(self):
        shown = run_json("incident", "list", self.folder)["incident"]
        self.assertEqual([line["title"] for line in shown], ["Boîte de la compta"])


if __name__ == "__main__":
    unittest.main()
