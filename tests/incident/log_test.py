"""The logbook by hand: `digue log add`, `list`, `print`, `merge`."""
import hashlib
import json
import os
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from contract import run, run_json  # noqa: E402


class Logbook(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        os.environ["DIGUE_STATE"] = str(self.folder / "state")
        self.file = self.folder / "a.digue"
        self.done("incident", "new", "Un compte pris", "--account", "jean@ch.example",
                  "--zone", "Europe/Paris", "--author", "Alice")

    def done(self, *words, file=None, **options):
        done = run(*words, "--incident", file or self.file, **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def refused(self, *words, code=1, file=None, **options):
        done = run(*words, "--incident", file or self.file, **options)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stderr

    def objects(self, kind, *words, file=None):
        return run_json(*words, "--incident", file or self.file).get(kind, [])

    def last(self, *words):
        return self.objects("log-entry", "log", "list", *words)[-1]


class Recognising(Logbook):
    text = ("Mail de pirate (at) evil [.] example vers anne@ch.example, page "
            "hxxps://ch.example.evil[.]example/owa depuis 203.0.113.4 et 10.1.2.3 ; google.de ; "
            "mail.ch.example, rapport.docx")

    def test_what_is_named_is_kept_with_the_line_and_ours_is_no_indicator(self):
        found = {one["value"]: one for one in self.objects("recognised", "log", "add", self.text)}
        self.assertEqual({value: one["role"] for value, one in found.items()}, {
            "pirate@evil.example": "indicator", "anne@ch.example": "account",
            "https://ch.example.evil.example/owa": "indicator", "203.0.113.4": "indicator",
            "10.1.2.3": "host", "google.de": "indicator", "mail.ch.example": "ours",
            "rapport.docx": "indicator"})
        self.assertEqual([v for v, one in found.items() if not one["kept"]],
                         ["google.de", "mail.ch.example"])
        url = found["https://ch.example.evil.example/owa"]
        written = self.text.encode()[url["offset"]:url["offset"] + url["length"]]
        self.assertEqual(written, b"hxxps://ch.example.evil[.]example/owa")
        self.assertEqual((url["misp"], url["stix"], url["defanged"]), ("url", "url:value", True))
        line = self.last()
        self.assertEqual(line["accounts"], ["anne@ch.example"])
        self.assertEqual(line["hosts"], ["10.1.2.3"])
        self.assertEqual(line["indicators"], ["pirate@evil.example", url["value"], "203.0.113.4",
                                              "rapport.docx"])
        self.assertEqual(line["text"], self.text)

    def test_the_person_is_told_in_both_languages_and_nothing_is_observed(self):
        said = self.done("log", "add", self.text, language="fr").stderr
        self.assertIn("domaine", said)
        self.assertIn("à vous, donc pas un indicateur : mail.ch.example", said)
        self.assertIn("hxxps://ch[.]example[.]evil[.]example/owa", said)
        self.assertIn("Rien n’est surveillé ni bloqué", said)
        said = self.done("log", "add", "from evil.example", language="en").stderr
        self.assertIn("domain: evil[.]example", said)
        incident = self.objects("incident", "incident", "show")[0]
        self.assertEqual(incident["indicators"], [])
        named = {one["value"]: one for one in incident["named"]}
        self.assertEqual((named["evil.example"]["kind"], named["evil.example"]["entries"]),
                         ("domain", [4]))
        self.assertIn("evil[.]example (no. 4)", self.done("incident", "show").stdout)

    def test_observe_puts_them_under_observation_and_refuses_nothing(self):
        self.done("log", "add", "vu evil[.]example et anne@ch.example", "--observe")
        incident = self.objects("incident", "incident", "show")[0]
        self.assertEqual([(one["value"], one["kind"], one["treatment"])
                          for one in incident["indicators"]], [("evil.example", "domain", "observe")])
        self.done("incident", "indicator", "hxxp://autre[.]example/x")
        incident = self.objects("incident", "incident", "show")[0]
        self.assertIn(("http://autre.example/x", "url"),
                      [(one["value"], one["kind"]) for one in incident["indicators"]])

    def test_what_is_wrong_is_corrected_or_withdrawn(self):
        self.done("log", "add", "vu evil.example")
        self.done("log", "add", "vu evil.example", "--no-indicators", "--corrects", "3")
        self.assertEqual(self.objects("incident", "incident", "show")[0]["named"], [])
        self.done("log", "add", "vu autre.example")
        self.done("log", "withdraw", "5", "--why", "faux")
        self.assertEqual(self.objects("incident", "incident", "show")[0]["named"], [])
        self.done("log", "add", "vu sur google.de", "--indicator", "google[.]de")
        self.assertEqual(self.last()["indicators"], ["google.de"])

    def test_settings_say_what_else_is_ours(self):
        settings = self.folder / "org.yaml"
        settings.write_text("name: CH\ndomains: [autre.example]\nknown_networks: [203.0.113.0/24]\n")
        found = self.objects("recognised", "log", "add", "x@autre.example 203.0.113.9 198.51.100.1",
                             "--org", settings)
        self.assertEqual([one["role"] for one in found], ["account", "ours", "indicator"])

    def test_settings_that_the_incident_keeps_count_without_being_given(self):
        settings = self.folder / "org.yaml"
        settings.write_text("name: CH\nknown_networks: [203.0.113.0/24]\n")
        roles = lambda: [one["role"] for one in self.objects("recognised", "log", "add", "203.0.113.9")]
        self.assertEqual(roles(), ["indicator"])
        self.done("incident", "organisation", "--org", settings)
        self.assertEqual(roles(), ["ours"])


class Paper(Logbook):
    def test_a_line_of_paper_keeps_its_time_its_sheet_and_who_wrote_it(self):
        self.done("log", "add", "Compte bloqué", "--at", "2026-03-08 03:11", "--paper", "3",
                  "--paper-line", "4", "--written-by", "Marie", "--late", "pas de machine",
                  "--author", "Alice")
        line = self.last()
        self.assertEqual((line["occurred"], line["occurred_precision"], line["occurred_offset_minutes"]),
                         ("2026-03-08T02:11:00Z", "minute", 60))
        self.assertEqual((line["paper_sheet"], line["paper_line"], line["written_by"], line["late"],
                          line["author"]), ("3", "4", "Marie", "pas de machine", "Alice"))
        shown = self.done("log", "list", language="fr").stdout
        self.assertIn("2026-03-08 03:11 +01:00  Alice", shown)
        self.assertIn("Recopié de la feuille 3, ligne 4. Écrit par Marie.", shown)
        self.assertIn("Noté le ", shown)

    def test_a_day_without_its_hour_stays_a_day(self):
        self.done("log", "add", "Premier appel", "--at", "2026-03-08", "--paper", "1")
        self.assertEqual(self.last()["occurred_precision"], "day")
        self.assertIn("2026-03-08  ", self.done("log", "list").stdout)
        self.assertNotIn("2026-03-08 00:00", self.done("log", "list").stdout)

    def test_the_same_line_of_paper_is_noticed_and_added_only_when_told(self):
        words = ("log", "add", "Compte bloqué", "--at", "2026-03-08 03:11", "--paper", "3")
        self.done(*words)
        self.assertIn("n° 3", self.refused("log", "add", "COMPTE  bloque", *words[3:], language="fr"))
        self.assertEqual(len(self.objects("log-entry", "log", "list")), 4)
        self.done(*words, "--again")
        self.done("log", "add", "Compte débloqué", *words[3:])

    def test_what_makes_no_sense_is_said_and_nothing_is_written(self):
        self.assertIn("--at", self.refused("log", "add", "x", "--paper", "3"))
        self.assertIn("--paper", self.refused("log", "add", "x", "--written-by", "Marie"))
        self.assertIn("demain", self.refused("log", "add", "x", "--at", "demain", language="fr"))
        self.assertIn("future", self.refused("log", "add", "x", "--at", "2099-01-01"))
        self.assertIn("2026-03-29 02:30", self.refused("log", "add", "x", "--at", "2026-03-29 02:30"))
        long_text = self.refused("log", "add", "-", input="x" * 1_000_000)
        self.assertIn("65536", long_text)
        self.assertEqual(len(self.objects("log-entry", "log", "list")), 3)

    def test_a_text_comes_from_standard_input_too(self):
        self.done("log", "add", "-", input="Appel de la comptable.\nElle a ouvert x.docm\n")
        self.assertEqual(self.last()["text"], "Appel de la comptable.\nElle a ouvert x.docm")



class Finding(Logbook):
    def setUp(self):
        super().setUp()
        self.done("log", "add", "Le relais a été coupé, vu evil.example", "--at", "2026-03-07 23:30",
                  "--author", "Hélène")
        self.done("log", "add", "On isole", "--decision", "--author", "Bruno", "--host", "SRV-AD",
                  "--at", "2026-03-08 03:11", "--paper", "3")

    def found(self, *words):
        return [line["entry"] for line in self.objects("log-entry", "log", "list", *words)]

    def test_words_and_options_narrow_what_is_shown(self):
        self.assertEqual(self.found("--text", "ETE coupe"), [3])
        self.assertEqual(self.found("--text", "evil[.]example"), [3])
        self.assertEqual(self.found("--kind", "note", "--kind", "decision"), [3, 4])
        self.assertEqual(self.found("--author", "helene"), [3])
        self.assertEqual(self.found("--host", "srv-ad"), [4])
        self.assertEqual(self.found("--indicator", "evil[.]example"), [3])
        self.assertEqual(self.found("--account", "jean@ch.example"), [2])
        self.assertEqual(self.found("--paper", "3"), [4])
        self.assertEqual(self.found("--since", "2026-03-08", "--until", "2026-03-08"), [4])
        self.assertEqual(self.found("--until", "2026-03-07"), [3])

    def test_what_was_left_out_is_counted_and_a_wrong_kind_is_told(self):
        done = self.done("log", "list", "--kind", "decision")
        self.assertIn("1 line found, 4 left out", done.stderr)
        counts = self.objects("log-selection", "log", "list", "--kind", "decision")
        self.assertEqual((counts[0]["found"], counts[0]["left_out"]), (1, 4))
        self.assertNotIn("left out", self.done("log", "list").stderr)
        self.assertIn("answer-given", self.refused("log", "list", "--kind", "answer"))
        self.assertIn("demain", self.refused("log", "list", "--since", "demain"))

    def test_a_line_tells_the_step_by_its_title_and_its_id(self):
        step = next(step for step in self.objects("plan-step", "plan")
                    if step["kind"] not in ("ask", "rule") and not step["account"])
        self.done("act", step["item"], "impossible", "--why", "pas d’accès")
        text = self.last("--item", step["item"])["text"]
        self.assertIn(f"{step['title']} [{step['item']}]", text)


class Printing(Logbook):
    def test_all_or_an_extract_is_printed_with_the_root(self):
        self.done("log", "add", "mot " * 3000, "--at", "2026-03-08", "--paper", "2")
        root = self.objects("log-verdict", "log", "verify")[0]["root"]
        for language, words in (("fr", "Toute la main courante : 4 lignes"), ("en", "The whole logbook: 4 lines")):
            out = self.folder / f"log-{language}.pdf"
            self.done("log", "print", "--out", out, language=language)
            text = self.text_of(out)
            self.assertIn(words, text)
            self.assertIn(root[:12], text)
            self.assertIn("TLP:AMBER", text)
            self.assertEqual(text.count("mot"), 3000)
        out = self.folder / "extract.pdf"
        paper = run_json("log", "print", "--kind", "incident-opened", "--out", out, "--incident", self.file)["paper"]
        self.assertEqual((paper[0]["kind"], paper[0]["bytes"]), ("logbook", out.stat().st_size))
        text = self.text_of(out)
        self.assertIn("EXTRACT: 1 line of 4", text)
        self.assertIn("--kind incident-opened", text)
        self.assertNotIn("mot mot", text)

    def test_a_wrong_ending_or_marking_is_refused(self):
        self.refused("log", "print", "--out", self.folder / "x.txt", code=2)
        self.refused("log", "print", "--marking", "SECRET", code=2)

    def text_of(self, path):
        if shutil.which("pdftotext") is None:
            self.skipTest("no pdftotext")
        import subprocess
        return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True,
                              check=True).stdout


class Merging(Logbook):
    """Machine B has a state folder, and so a key, of its own."""

    def on_b(self, *words, **options):
        mine = os.environ["DIGUE_STATE"]
        os.environ["DIGUE_STATE"] = str(self.folder / "state-b")
        try:
            return self.done(*words, file=self.b, **options)
        finally:
            os.environ["DIGUE_STATE"] = mine

    def copy_to_b(self):
        self.b = self.folder / "b.digue"
        shutil.copy(self.file, self.b)

    def fresh_b(self):
        self.b = self.folder / "b.digue"
        self.on_b("incident", "new", "Autre machine", "--sheet", "phishing", "--author", "Bob")

    def merge(self, *words):
        return run_json("log", "merge", self.b, "--incident", self.file, *words)

    def verified(self, file):
        self.assertTrue(self.objects("log-verdict", "log", "verify", file=file)[0]["intact"])

    def test_a_copy_that_went_on_apart_is_taken_in_once_with_times_authors_and_origin(self):
        self.copy_to_b()
        self.on_b("log", "add", "Vu evil.example", "--author", "Bob", "--at", "2026-03-08 03:11")
        self.done("log", "add", "De notre côté", "--author", "Alice")
        before = self.b.read_bytes()
        told = self.merge()["log-merge"][0]
        self.assertEqual((told["shared"], told["taken"], told["inert"], told["conflicts"], told["written"]),
                         (3, 1, 0, 0, True))
        self.assertEqual(self.b.read_bytes(), before)
        line = self.last()
        self.assertEqual((line["author"], line["occurred"], line["occurred_precision"], line["indicators"],
                          line["from"]["inert"]),
                         ("Bob", "2026-03-08T02:11:00Z", "minute", ["evil.example"], False))
        self.assertIn("noté là-bas le", " ".join(self.done("log", "list", language="fr").stdout.split()))
        size = len(self.objects("log-entry", "log", "list"))
        again = self.merge()["log-merge"][0]
        self.assertEqual((again["taken"], again["known"], again["written"]), (0, 1, False))
        self.assertEqual(len(self.objects("log-entry", "log", "list")), size)
        self.verified(self.file)
        self.verified(self.b)
        # ... and back: only what is new to them.
        done = self.on_b("log", "merge", self.file, "--json")
        told = json.loads(done.stdout.splitlines()[-1])
        self.assertEqual((told["taken"], told["known"]), (1, 1))
        again = self.merge()["log-merge"][0]
        self.assertEqual((again["taken"], again["written"]), (0, False))

    def test_their_evidence_comes_along_as_long_as_it_is_sound(self):
        self.copy_to_b()
        for name in ("one.csv", "two.csv"):
            (self.folder / name).write_text(name)
            self.on_b("evidence", "add", self.folder / name, "--author", "Bob")
        two = hashlib.sha256(b"two.csv").hexdigest()
        altered = pathlib.Path(f"{self.b}.evidence") / "objects" / two[:2] / two
        altered.chmod(0o600)
        altered.write_text("changed")
        told = self.merge()["log-merge"][0]
        self.assertEqual((len(told["evidence"]), told["copied"]), (2, [hashlib.sha256(b"one.csv").hexdigest()]))
        states = sorted(one["soundness"] for one in run_json("evidence", "verify", "--incident", self.file,
                                                         expect=(1,))["piece-check"])
        self.assertEqual(states, ["missing", "sound"])

    def test_a_fresh_incident_keeps_ours_open_as_it_was(self):
        self.fresh_b()
        self.on_b("incident", "account", "anne@ch.example", "--author", "Bob")
        told = self.merge()["log-merge"][0]
        self.assertEqual((told["shared"], told["inert"], told["taken"]), (0, 1, 2))
        incident = self.objects("incident", "incident", "show")[0]
        self.assertEqual((incident["title"], incident["sheet"]), ("Un compte pris", "mail-account"))
        self.assertIn("anne@ch.example", [one["name"] for one in incident["accounts"]])
        opened = [line for line in self.objects("log-entry", "log", "list")
                  if line["kind"] == "entry-merged"]
        self.assertIn("Autre machine", opened[0]["text"])

    def test_what_both_settled_otherwise_is_told_and_left_to_a_person(self):
        self.copy_to_b()
        self.on_b("incident", "account", "jean@ch.example", "--standing", "cleared", "--author", "Bob")
        self.on_b("incident", "host", "srv-ad", "--author", "Bob")
        self.done("incident", "account", "jean@ch.example", "--standing", "suspected")
        said = self.done("log", "merge", self.b, "--check", language="fr").stderr
        self.assertIn("DÉSACCORD sur jean@ch.example : là-bas « cleared »", said)
        self.assertEqual(len(self.objects("log-entry", "log", "list")), 4)
        told = self.merge()
        self.assertEqual([(one["theirs"], one["ours"], one["entry"]) for one in told["log-conflict"]],
                         [("cleared", "suspected", 3)])
        incident = self.objects("incident", "incident", "show")[0]
        self.assertEqual([one["standing"] for one in incident["accounts"]], ["suspected"])
        self.assertEqual([one["name"] for one in incident["hosts"]], ["srv-ad"])
        # What they say later of what we hold from them follows.
        self.on_b("incident", "host", "srv-ad", "--standing", "compromised", "--author", "Bob")
        self.assertEqual(self.merge()["log-merge"][0]["conflicts"], 0)
        incident = self.objects("incident", "incident", "show")[0]
        self.assertEqual([one["standing"] for one in incident["hosts"]], ["compromised"])

    def test_what_they_corrected_or_withdrew_follows(self):
        self.copy_to_b()
        self.on_b("log", "add", "vu evil.example", "--author", "Bob")
        self.merge()
        self.on_b("log", "withdraw", self.number_on_b("vu evil.example"), "--why", "faux", "--author", "Bob")
        self.merge()
        self.assertEqual(self.objects("incident", "incident", "show")[0]["named"], [])

    def number_on_b(self, text):
        return next(line["entry"] for line in self.objects("log-entry", "log", "list", file=self.b)
                    if line["text"] == text)

    def test_what_cannot_be_taken_in_is_refused_and_nothing_is_written(self):
        self.copy_to_b()
        self.assertIn("same file", self.refused("log", "merge", self.file))
        nothing = self.folder / "c.digue"
        nothing.write_text("ceci n’est pas un incident")
        self.refused("log", "merge", nothing)
        self.refused("log", "merge", self.folder / "missing.digue")
        self.on_b("log", "add", "vu evil.example", "--author", "Bob")
        import sqlite3
        with sqlite3.connect(self.b) as base:
            for (trigger,) in base.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
                base.execute(f'DROP TRIGGER "{trigger}"')
            base.execute("UPDATE body SET content = CAST(replace(CAST(content AS TEXT), 'evil', 'bien') AS BLOB) "
                         "WHERE position = (SELECT max(position) FROM body)")
        said = self.refused("log", "merge", self.b)
        self.assertIn("does not verify", said)
        self.assertEqual(len(self.objects("log-entry", "log", "list")), 3)


if __name__ == "__main__":
    unittest.main()
