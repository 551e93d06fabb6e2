"""`digue sheet export`, `import` and the lint of playbooks: what a person sees, and what scripts read."""
import json
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from contract import ROOT, run, run_json  # noqa: E402

SAMPLES = ROOT / "tests" / "cacao"
SHEETS = ["any-incident", "mail-account", "mail-malware", "phishing", "ransomware",
          "ransomware-containment"]


class Exchange(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def export(self, sheet, *options, language="en"):
        out = self.folder / f"{sheet}.json"
        done = run("sheet", "export", sheet, "--out", out, *options, language=language)
        self.assertEqual(done.returncode, 0, done.stderr)
        return out

    def test_each_sheet_exports_in_both_profiles_without_a_problem(self):
        for sheet in SHEETS:
            for profile in ("full", "simple"):
                out = self.export(sheet, "--profile", profile, language="fr")
                done = run("sheet", "lint", "--strict", out)
                self.assertEqual(done.returncode, 0, done.stdout)

    def test_a_full_export_comes_back_and_exports_the_same_again(self):
        out = self.export("phishing")
        back = self.folder / "phishing.yaml"
        taken = run_json("sheet", "import", out, "--out", back, expect=(0,))["import"][0]
        self.assertEqual((taken["sheet"], taken["exact"]), ("phishing", True))
        for file in (ROOT / "sheets").iterdir():
            if file.name != back.name:
                shutil.copy(file, self.folder)
        again = run("sheet", "export", "phishing", "--sheets", self.folder)
        self.assertEqual(again.stdout, out.read_text(encoding="utf-8"))

    def test_without_out_the_data_is_on_standard_output(self):
        playbook = json.loads(run("sheet", "export", "mail-malware", "--profile", "simple").stdout)
        self.assertEqual(playbook["spec_version"], "cacao-2.0")
        out = self.export("mail-malware")
        self.assertIn("\nsheet: mail-malware\n", run("sheet", "import", out).stdout)
        taken = run_json("sheet", "import", out, expect=(0,))["import"][0]
        self.assertTrue(taken["yaml"].startswith("format:"))

    def test_the_count_of_what_is_lost_is_said(self):
        out = self.folder / "x.json"
        for profile in ("full", "simple"):
            said = run_json("sheet", "export", "ransomware", "--profile", profile, "--out", out,
                            expect=(0,))["playbook"][0]
            self.assertGreater(said["values"], said["native"])
        done = run("sheet", "export", "ransomware", "--profile", "simple", "--out", out)
        self.assertIn("The rest is lost", done.stderr)

    def test_a_change_in_between_is_named_with_its_place(self):
        out = self.export("mail-account")
        text = out.read_text(encoding="utf-8")
        out.write_text(text.replace('"name": "End"', '"name": "Stop"', 1), encoding="utf-8")
        done = run("sheet", "import", out, "--out", self.folder / "x.yaml")
        self.assertEqual(done.returncode, 3)
        self.assertRegex(done.stderr, r"line \d+, column \d+: “workflow > end--.* > name” has changed")
        french = run("sheet", "import", out, "--out", self.folder / "x.yaml", language="fr")
        self.assertIn("a changé depuis l’export", french.stderr)

    def test_another_playbook_becomes_a_draft_that_says_what_was_lost(self):
        out = self.folder / "draft.yaml"
        done = run("sheet", "import", SAMPLES / "every-step.json", "--out", out)
        self.assertEqual(done.returncode, 3)
        for lost in ("timeout", "agent", "on_failure", "parallel", "while-condition"):
            self.assertIn(f"“{lost}”", done.stderr)
        self.assertEqual(run("sheet", "lint", out).returncode, 0)
        problems = run_json("sheet", "import", SAMPLES / "every-step.json", "--out", out, expect=(3,))
        self.assertTrue(all(item["level"] == "warning" for item in problems["problem"]))

    def test_bad_playbooks_are_refused_with_file_line_and_remedy(self):
        bad = self.folder / "bad.json"
        for text, said in (("", "line 1, column 1"), ("{", "not JSON"), ("[1]", "no CACAO playbook"),
                           ('{"type": "identity"}', "no CACAO playbook"),
                           ('{"a": "\\ud800"}', "not JSON"), ("[" * 100000, "levels of nesting")):
            bad.write_text(text, encoding="utf-8")
            done = run("sheet", "import", bad)
            self.assertEqual(done.returncode, 1, text[:20])
            self.assertIn(said, done.stderr)
            lint = run("sheet", "lint", bad)
            self.assertEqual(lint.returncode, 1)
            self.assertIn(said, lint.stdout)
        bad.write_bytes(b'{"type": "playbook", "name": "\xe9t\xe9"}')
        self.assertIn("line 1, column 31", run("sheet", "lint", bad).stdout)
        bad.write_bytes(b'{"type": "' + b"x" * (10 << 20) + b'"}')
        self.assertIn("at most", run("sheet", "import", bad).stderr)
        self.assertEqual(run("sheet", "lint", bad).returncode, 1)
        self.assertEqual(run("sheet", "import", self.folder / "absent.json").returncode, 1)
        self.assertEqual(run("sheet", "export", "no-such-sheet").returncode, 1)
        self.assertEqual(run("sheet", "export", "phishing", "--profile", "big").returncode, 2)

    def test_lint_speaks_both_languages(self):
        bad = self.folder / "bad.json"
        text = (SAMPLES / "smallest.json").read_text(encoding="utf-8")
        bad.write_text(text.replace('"agent": "individual', '"agent": "group'), encoding="utf-8")
        self.assertIn("is not in agent_definitions", run("sheet", "lint", bad).stdout)
        self.assertIn("n’est pas dans agent_definitions", run("sheet", "lint", bad, language="fr").stdout)
        found = run_json("sheet", "lint", bad, expect=(1,))["problem"]
        self.assertEqual([item["level"] for item in found], ["error"])


if __name__ == "__main__":
    unittest.main()
