"""Incidents of earlier versions: opened, still proven whole, read in both languages, and gone on with."""
import os
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from contract import ROOT, run, run_json  # noqa: E402

# The root that each had when it was put here: nothing in it may ever read otherwise.
ROOTS = {"incident-1.digue": "63326ae45e1b9afbdd01bfebb6c02428b998614913410002c395f7bdd1008d6d"}


class Kept(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        os.environ["DIGUE_STATE"] = str(self.folder / "state")

    def copies(self):
        for kept, root in ROOTS.items():
            copy = self.folder / kept
            shutil.copy(pathlib.Path(__file__).parent / "kept" / kept, copy)
            yield copy, root

    def test_there_is_one_of_each_version(self):
        versions = list((ROOT / "src" / "logbook" / "sql").glob("schema_*.sql"))
        self.assertEqual(len(versions), len(ROOTS))
        self.assertEqual(set(ROOTS), {one.name for one in (pathlib.Path(__file__).parent / "kept").iterdir()})

    def test_each_is_proven_whole_and_read(self):
        for file, root in self.copies():
            verdict = run_json("log", "verify", "--incident", file)["log-verdict"][0]
            self.assertEqual((verdict["intact"], verdict["root"], verdict["redacted"]), (True, root, 1))
            for language, words in (("fr", "Bloquer le compte"), ("en", "Block the account")):
                lines = run("log", "list", "--incident", file, language=language).stdout
                self.assertIn(words, lines)
                self.assertIn("203[.]0[.]113[.]7", lines)
                self.assertIn("2026-11-23 00:49:18 +01:00", lines)
                for verb in (("plan",), ("handover",), ("qualify",), ("clock", "list"), ("incident", "show")):
                    self.assertEqual(run(*verb, "--incident", file, language=language).returncode, 0, verb)
            clocks = run_json("clock", "list", "--incident", file)["clock"]
            self.assertIn("2026-11-25T23:49:19.074Z", {one["due"] for one in clocks if one["clock"] == "cnil"})

    def test_each_goes_on(self):
        for file, root in self.copies():
            done = run("log", "add", "Repris plus tard", "--incident", file, "--author", "Bob")
            self.assertEqual(done.returncode, 0, done.stderr)
            verdict = run_json("log", "verify", "--incident", file)["log-verdict"][0]
            self.assertTrue(verdict["intact"])
            self.assertNotEqual(verdict["root"], root)


if __name__ == "__main__":
    unittest.main()
