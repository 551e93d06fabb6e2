"""`digue evidence`: pieces taken into the vault, listed with their custody, verified."""
import hashlib
import os
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from contract import run, run_json  # noqa: E402


class EvidenceVerb(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        os.environ["DIGUE_STATE"] = str(self.folder / "state")
        self.file = self.folder / "a.digue"
        done = run("incident", "new", "Compta", "--author", "Alice", "--incident", self.file)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.exports = self.folder / "exports"
        self.exports.mkdir()
        (self.exports / "rules.csv").write_bytes(b"a,b\n1,2\n")
        (self.exports / "sub").mkdir()
        (self.exports / "sub" / "b.json").write_bytes(b"[]")

    def objects(self, kind, *words, **options):
        return run_json("evidence", *words, "--incident", self.file, **options).get(kind, [])

    def add(self, *paths, **options):
        return self.objects("piece", "add", *paths, "--author", "Alice", "--origin",
                            "M365 ch-valmont", "--how", "export, v2.1, by Bruno", **options)

    def vault_path(self, sha256):
        return pathlib.Path(f"{self.file}.evidence") / "objects" / sha256[:2] / sha256

    def test_a_folder_is_taken_in_with_its_hashes_and_its_custody(self):
        pieces = self.add(self.exports)
        self.assertEqual([pathlib.Path(p["name"]).name for p in pieces], ["rules.csv", "b.json"])
        for piece, content in zip(pieces, [b"a,b\n1,2\n", b"[]"]):
            self.assertEqual(piece["sha256"], hashlib.sha256(content).hexdigest())
            self.assertEqual(self.vault_path(piece["sha256"]).read_bytes(), content)
            self.assertEqual((piece["who"], piece["origin"], piece["how"], piece["bytes"]),
                             ("Alice", "M365 ch-valmont", "export, v2.1, by Bruno", len(content)))
        self.assertEqual(len(self.objects("piece", "list")), 2)
        listed = run("evidence", "list", "--incident", self.file, language="fr").stdout
        self.assertIn("versé par Alice", listed)
        log = run("log", "list", "--incident", self.file).stdout
        self.assertIn(pieces[0]["sha256"], log.replace("\n", "").replace(" ", ""))

    def test_the_same_bytes_are_logged_once(self):
        first = self.add(self.exports / "rules.csv")
        (self.exports / "copy.csv").write_bytes(b"a,b\n1,2\n")
        again = self.add(self.exports / "copy.csv")
        self.assertEqual(again[0]["entry"], first[0]["entry"])
        self.assertEqual(len(self.objects("piece", "list")), 1)

    def test_what_is_altered_missing_or_not_logged_is_told_apart(self):
        pieces = self.add(self.exports)
        self.assertEqual({c["soundness"] for c in self.objects("piece-check", "verify")}, {"sound"})
        altered, missing = (self.vault_path(p["sha256"]) for p in pieces)
        altered.chmod(0o600)
        altered.write_bytes(b"a,b\n1,3\n")
        missing.unlink()
        stray = hashlib.sha256(b"stray").hexdigest()
        self.vault_path(stray).parent.mkdir(exist_ok=True)
        self.vault_path(stray).write_bytes(b"stray")
        found = {c["sha256"]: c["soundness"]
                 for c in self.objects("piece-check", "verify", expect=(1,))}
        self.assertEqual(found, {pieces[0]["sha256"]: "altered", pieces[1]["sha256"]: "missing",
                                 stray: "not-logged"})

    def test_a_path_that_is_not_there_is_said_and_the_rest_taken_in(self):
        done = run("evidence", "add", self.exports / "rules.csv", self.folder / "nowhere",
                   "--incident", self.file, "--author", "Alice")
        self.assertEqual(done.returncode, 3)
        self.assertIn("nowhere", done.stderr)
        self.assertEqual(len(self.objects("piece", "list")), 1)

    def test_an_empty_vault_says_what_to_do(self):
        done = run("evidence", "list", "--incident", self.file)
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertIn("digue evidence add", done.stderr)


if __name__ == "__main__":
    unittest.main()
