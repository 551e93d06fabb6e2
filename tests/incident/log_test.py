"""The logbook by hand: `digue log add`, `list`, `print`, `merge`."""
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


if __name__ == "__main__":
    unittest.main()
