"""`digue sheet`: what it prints, in both languages, and its exit codes."""
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from contract import ROOT, run, run_json  # noqa: E402

SHEETS = ROOT / "sheets"


class SheetVerb(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        for file in SHEETS.iterdir():
            shutil.copy(file, self.folder)

    def edit(self, name, old, new):
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def test_coverage_of_the_mail_account_sheet_is_whole_in_both_languages(self):
        asked = [line.split("\t")[0]
                 for line in (SHEETS / "requirements.tsv").read_text(encoding="utf-8").splitlines()
                 if line.startswith("mail-account/")]
        lines = run_json("sheet", "coverage", "mail-account", expect=(0,))["coverage"]
        self.assertEqual([line["id"] for line in lines], asked)
        for line in lines:
            self.assertTrue(line["carried_by"], line["id"])
            self.assertEqual(line["languages"], ["fr", "en"], line["id"])

    def test_coverage_of_everything_gives_a_carrier_or_a_reason(self):
        for line in run_json("sheet", "coverage", expect=(0,))["coverage"]:
            self.assertTrue(line["carried_by"] or line["reason"], line["id"])

    def test_coverage_fails_when_a_line_has_neither(self):
        with open(self.folder / "requirements.tsv", "a", encoding="utf-8") as file:
            file.write("mail-account/99\t000\taction\tP0\tSomething new\tS\n")
        done = run("sheet", "coverage", "mail-account", "--sheets", self.folder)
        self.assertEqual(done.returncode, 1)
        self.assertIn("mail-account/99", done.stdout)
        self.assertIn("nothing carries it", done.stdout)
        self.assertEqual(run("sheet", "coverage", "no-such-sheet").returncode, 1)

    def test_lint_names_file_line_column_and_remedy_in_both_languages(self):
        self.assertEqual(run("sheet", "lint").returncode, 0)
        self.edit("mail-account.yaml", "kind: look", "kind: looking")
        for language, words in (("en", "Write one of: do, look"), ("fr", "Écrivez : do, look")):
            done = run("sheet", "lint", self.folder / "mail-account.yaml", language=language)
            self.assertEqual(done.returncode, 1)
            self.assertIn(words, done.stdout)
        problem = run_json("sheet", "lint", "--sheets", self.folder, expect=(1,))["problem"][0]
        lines = (self.folder / "mail-account.yaml").read_text(encoding="utf-8").splitlines()
        self.assertIn("kind: looking", lines[problem["line"] - 1])
        self.assertEqual(lines[problem["line"] - 1].index("looking") + 1, problem["column"])

    def test_a_warning_fails_only_when_asked(self):
        path = self.folder / "mail-account.yaml"
        self.assertEqual(run("sheet", "lint", "--strict", path).returncode, 0)
        self.edit("mail-account.yaml", 'fr: "Chercher des voyages', 'fr: "Des voyages')
        for strict, code in (([], 0), (["--strict"], 1)):
            done = run("sheet", "lint", *strict, path, language="en")
            self.assertEqual(done.returncode, code)
            self.assertIn("does not begin with a verb", done.stdout)
            self.assertIn("0 errors, 1 warning in", done.stderr)

    def test_hostile_files_are_told_with_their_place_and_the_others_still_checked(self):
        (self.folder / "long.yaml").write_text('a: "' + "x" * 10_000_000 + '"\n', encoding="utf-8")
        (self.folder / "wide.yaml").write_text('a: b\nc: "' + "x" * 30_000 + '"\n', encoding="utf-8")
        (self.folder / "bomb.yaml").write_text("a: &a [x, x]\nb: &b [*a, *a]\n", encoding="utf-8")
        self.edit("mail-account.yaml", "kind: look", "kind: looking")
        problems = run_json("sheet", "lint", "--sheets", self.folder, expect=(1,))["problem"]
        places = {pathlib.Path(problem["file"]).name: (problem["line"], problem["column"])
                  for problem in problems if problem["level"] == "error"}
        self.assertEqual((places["long.yaml"], places["wide.yaml"], places["bomb.yaml"]),
                         ((1, 1), (2, 20001), (1, 4)))
        self.assertGreater(places["mail-account.yaml"][0], 1)

    def test_a_broken_sheet_is_never_used(self):
        self.edit("mail-account.yaml", 'format: "1"', 'format: "7"')
        for verb in (["list"], ["show", "mail-account"], ["coverage"]):
            done = run("sheet", *verb, "--sheets", self.folder)
            self.assertEqual(done.returncode, 1, verb)
            self.assertIn("it reads format 1", done.stderr)
            self.assertEqual(done.stdout, "")

    def test_show_holds_every_step_by_priority_and_by_theme(self):
        shown = run_json("sheet", "show", "mail-account", expect=(0,))
        ids = [step["id"] for step in shown["step"]]
        self.assertEqual(shown["sheet"][0]["steps"], len(ids))
        for order in ("priority", "theme"):
            for language in ("fr", "en"):
                text = run("sheet", "show", "mail-account", "--by", order, language=language).stdout
                for step in ids:
                    self.assertEqual(text.count(f"[ ] {step} "), 1, (order, step))
                self.assertLessEqual(max(len(line) for line in text.splitlines()), 80)

    def test_the_attribution_is_shown_with_the_sheet(self):
        for language in ("fr", "en"):
            text = run("sheet", "show", "mail-account", language=language).stdout
            for words in ("CERTFR-2024-RFX-004", "ANSSI", "InterCERT", "CC BY-NC-SA 4.0"):
                self.assertIn(words, text)

    def test_one_step_alone(self):
        step = run_json("sheet", "show", "mail-account", "--step", "mail-account/1.a.1")["step"][0]
        self.assertTrue(step["destructive"] and step["undo"] and step["preservation"])
        done = run("sheet", "show", "mail-account", "--step", "mail-account/0")
        self.assertEqual(done.returncode, 1)
        self.assertIn("digue sheet show mail-account", done.stderr)

    def test_the_words_of_a_step_are_defined_with_it(self):
        shown = run_json("sheet", "show", "phishing", "--step", "phishing/c.2.1", expect=(0,))
        self.assertIn("token", [word["id"] for word in shown["definition"]])
        text = run("sheet", "show", "phishing", "--step", "phishing/c.2.1", language="fr").stdout
        self.assertIn("Jeton :", text.replace("\u00a0", " "))

    def test_the_age_of_an_old_source_is_told_and_of_our_own_sheet_is_not(self):
        self.assertRegex(run("sheet", "show", "phishing", language="en").stdout,
                         "This source is [0-9]+ years old")
        self.assertIn("This source bears no date",
                      run("sheet", "show", "mail-malware", language="en").stdout)
        self.assertNotIn("This source", run("sheet", "show", "any-incident", language="en").stdout)

    def test_glossary_whole_or_one_word_in_both_languages(self):
        words = run_json("sheet", "glossary", expect=(0,))["definition"]
        self.assertIn("def.axes", [word["item"] for word in words])
        for language, meaning in (("fr", "Jusqu’où va l’incident"), ("en", "How far")):
            self.assertIn(meaning, run("sheet", "glossary", "périmètre", language=language).stdout)
        unknown = run("sheet", "glossary", "zzz", language="en")
        self.assertEqual(unknown.returncode, 1)
        self.assertIn("is not defined", unknown.stderr)
        (self.folder / "glossary.yaml").unlink()
        lacking = run("sheet", "glossary", "--sheets", self.folder, language="en")
        self.assertEqual(lacking.returncode, 1)
        self.assertIn("glossary.yaml", lacking.stderr)

    def test_contacts_by_sector_and_status(self):
        ids = lambda *options: [  # noqa: E731
            contact["id"] for contact in run_json("sheet", "contacts", *options)["contact"]]
        self.assertIn("cert-sante", ids())
        self.assertIn("cert-sante", ids("--sector", "health"))
        self.assertNotIn("cert-sante", ids("--sector", "company"))
        self.assertIn("anssi-regulated", ids("--sector", "health", "--status", "oiv"))
        text = run("sheet", "contacts", language="fr").stdout.replace("\u00a0", " ")
        for words in ("3218", "+33 9 70 83 32 18", "Vérifié le 2025-08-11 (il y a", "À compléter"):
            self.assertIn(words, text)
        self.assertLessEqual(max(len(line) for line in text.splitlines()), 80)
        self.assertEqual(run("sheet", "contacts", "--sector", "zoo").returncode, 2)

    def test_wrong_usage(self):
        self.assertEqual(run("sheet").returncode, 2)
        self.assertEqual(run("sheet", "show").returncode, 2)
        self.assertEqual(run("sheet", "show", "mail-account", "--by", "colour").returncode, 2)


if __name__ == "__main__":
    unittest.main()
