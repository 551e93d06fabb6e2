"""`digue qualify`: a severity between what is established and what is possible, decided by people."""
import os
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from contract import run, run_json  # noqa: E402

DEGREES = ["anomaly", "minor", "major", "crisis"]
INPUTS = [f"q{number}" for number in range(1, 13)]


class Qualify(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        os.environ["DIGUE_STATE"] = str(self.folder / "state")
        self.file = self.folder / "a.digue"
        self.open("any-incident")

    def open(self, sheet):
        self.file.unlink(missing_ok=True)
        self.done("incident", "new", "Doute", "--zone", "Europe/Paris", "--author", "Alice",
                  "--sheet", sheet)

    def done(self, *words, **options):
        done = run(*words, "--incident", self.file, **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def refused(self, *words, says, code=1):
        done = run("qualify", *words, "--incident", self.file)
        self.assertEqual(done.returncode, code, done.stdout)
        self.assertIn(says, done.stderr)

    def qualify(self, *words):
        return run_json("qualify", *words, "--incident", self.file)["severity"][0]

    def answer(self, item, value):
        self.done("answer", item, value, "--author", "Alice")

    def say(self, **answers):
        for name, value in answers.items():
            self.answer(f"any-incident/{name}", value)

    def test_nothing_but_unknown_still_leads_on(self):
        for name in INPUTS:
            self.say(**{name: "unknown"})
        severity = self.qualify()
        self.assertEqual([severity[key] for key in ("floor", "ceiling", "working", "degree")],
                         ["anomaly", "crisis", "major", "major"])
        self.assertFalse(severity["decided"])
        self.assertEqual(len(severity["open"]), 12)
        most = max(one["changes"] for one in severity["open"])
        self.assertEqual(severity["open"][0]["changes"], most)
        self.assertTrue(severity["next"]["item"].startswith("any-incident/"))

    def test_all_yes_is_a_crisis(self):
        for name in INPUTS:
            self.say(**{name: "yes"})
        severity = self.qualify()
        self.assertEqual((severity["floor"], severity["degree"]), ("crisis", "crisis"))
        self.assertIsNone(severity["next"])
        self.assertEqual({axis["floor"] for axis in severity["axes"]},
                         {"confirmed", "wide", "strong", "immediate"})

    def test_an_adverse_answer_never_lowers_the_degree(self):
        before = -1
        for name in INPUTS:
            self.say(**{name: "yes"})
            floor = DEGREES.index(self.qualify()["floor"])
            self.assertGreaterEqual(floor, before)
            before = floor

    def test_reasons_name_who_said_so(self):
        self.say(q2="yes", q4="yes")
        severity = self.qualify()
        self.assertEqual(severity["established"], ["q2", "q4"])
        ground = severity["inputs"][3]["grounds"][0]
        self.assertEqual((ground["item"], ground["who"]), ("any-incident/q4", "Alice"))
        page = self.done("qualify", language="fr")
        self.assertIn("Établi : Incident majeur", page)
        self.assertIn("any-incident/q4", page)
        self.assertTrue(all(len(line) <= 80 for line in page.splitlines()), page)

    def test_answers_of_one_sheet_serve_another(self):
        self.answer("mail-account/2.c.3", "yes")
        self.assertEqual(self.qualify()["inputs"][3]["value"], "yes")

    def test_names_and_durations_are_compared_with_the_thresholds(self):
        self.open("ransomware")
        value = lambda name: next(one["value"] for one in self.qualify()["inputs"]
                                  if one["input"] == name)
        self.answer("ransomware/2.c.1", "réseau bureautique")
        self.assertEqual(value("q5"), "no")
        self.answer("ransomware/2.c.1", "réseau bureautique, sauvegarde")
        self.assertEqual(value("q5"), "yes")
        self.answer("ransomware/4.a.3", "1 jour et demi")
        self.assertEqual(value("q12"), "no")
        self.answer("ransomware/4.a.3", "8 h")
        self.assertEqual(value("q12"), "yes")

    def test_a_person_decides_and_the_logbook_keeps_it(self):
        self.say(q1="yes")
        self.refused("--decide", "awful", "--by", "Bruno", "--why", "x", says="anomaly, minor")
        self.refused("--decide", "crisis", "--why", "x", says="who decides")
        self.refused("--decide", "crisis", "--by", "Bruno", says="why")
        self.refused("--by", "Bruno", says="--decide", code=2)
        severity = self.qualify("--decide", "crisis", "--by", "Bruno", "--why", "soins arrêtés",
                                "--author", "Alice")
        self.assertEqual((severity["degree"], severity["floor"]), ("crisis", "minor"))
        self.assertTrue(severity["decided"])
        decision = severity["decisions"][0]
        self.assertEqual([decision[key] for key in ("by", "who", "before", "table")],
                         ["Bruno", "Alice", "major", "1"])
        self.assertIn("Gravité décidée par Bruno : Crise cyber (avant : Incident majeur)",
                      self.done("log", "list", language="fr"))
        self.assertFalse(severity["overtaken"])
        self.say(q4="yes")
        self.assertTrue(self.qualify()["overtaken"])
        moment = decision["when"]
        self.refused("--at", moment, "--round", "start", says="past moment", code=2)
        self.assertEqual(self.qualify("--at", moment)["degree"], "crisis")

    def test_the_conclusion_of_the_sheet_is_the_decision(self):
        self.qualify("--decide", "minor", "--by", "Bruno", "--why", "peu de chose")
        incident = run_json("incident", "show", "--incident", self.file)["incident"][0]
        self.assertEqual([(one["item"], one["value"]) for one in incident["answers"]],
                         [("any-incident/end", "minor")])
        self.assertEqual(incident["severity"], "minor")
        self.assertIn("Gravité : Incident mineur, décidée par Bruno",
                      self.done("incident", "show", language="fr").replace("\u00a0", " "))
        self.answer("any-incident/end", "major")
        self.assertEqual(self.qualify()["degree"], "major")

    def test_rounds_are_kept_and_compared(self):
        self.refused("--round", "end", says="No round")
        self.refused("--time-box", "20", says="--round start", code=2)
        started = self.qualify("--round", "start", "--time-box", "20")
        self.assertIn(started["minutes_left"], (19, 20))
        self.refused("--round", "start", says="Round 1 is under way")
        self.say(q1="yes", q8="unknown")
        self.qualify("--round", "end")
        self.qualify("--round", "start")
        self.say(q8="yes", q1="no")
        severity = self.qualify()
        self.assertEqual([round["minutes"] for round in severity["rounds"]], [20, 30])
        first, second = severity["rounds"]
        self.assertEqual((first["floor"], second["ended"]), ("minor", None))
        self.assertEqual([(one["input"], one["before"], one["after"]) for one in second["changes"]],
                         [("q1", "yes", "no"), ("q8", "unknown", "yes")])
        page = self.done("qualify", "--round", "end", language="fr")
        self.assertIn("Tour 2", page)
        self.assertIn("(avant : oui)", page)

    def test_conclusions_are_proposed_again_at_each_round(self):
        self.open("ransomware")
        self.answer("ransomware/1.b.2", "yes")
        command = "digue answer ransomware/1.d confirmed"
        self.assertIn(command, self.done("qualify"))
        self.answer("ransomware/1.d", "confirmed")
        self.assertNotIn(command, self.done("qualify"))
        self.assertIn(command, self.done("qualify", "--round", "start"))
        self.assertNotIn("digue answer ransomware/end ", self.done("qualify"))

    def test_the_register_proposes_and_a_person_decides(self):
        (self.folder / "activites.csv").write_bytes(
            "Activité;Vitale;Mode dégradé;Durée;Perte par jour;Systèmes\n"
            "Soins;oui;Papier;8 h;50 000 €;Dossier patient\n".encode("cp1252"))
        (self.folder / "org.yaml").write_text(
            "severity: {degraded-mode-hours: \"12\"}\nregister: [activites.csv]\n"
            "systems:\n"
            "  - {name: Dossier patient, data: [health], runs_on: [srv-dpi]}\n"
            "  - {name: srv-dpi, zone: Métier, backups: [floppy]}\n", encoding="utf-8")
        org = ("--org", self.folder / "org.yaml")
        self.assertIsNone(self.qualify()["register"])
        self.assertEqual(self.qualify(*org)["register"]["proposals"], [])
        for host in ("SRV-DPI.hopital.example", "poste-12"):
            self.done("incident", "host", host, "--standing", "compromised", "--occurred",
                      "2026-03-08T04:00:00+01:00")
        checked = run_json("organisation", "check", org[1], expect=(3,))["organisation"][0]
        self.assertEqual((checked["activities"], checked["vital"], checked["systems"]),
                         (1, ["Soins"], 2))
        self.assertIn("floppy", checked["notes"][0])
        register = self.qualify(*org)["register"]
        self.assertEqual(register["unknown"], ["poste-12"])
        activity = register["activities"][0]
        self.assertEqual([activity[key] for key in ("name", "vital", "degraded_minutes")],
                         ["Soins", "yes", 480])
        self.assertEqual(activity["degraded_until"], "2026-03-08T11:00:00Z")
        proposals = {one["input"]: one for one in register["proposals"]}
        self.assertEqual(set(proposals), {"q8", "q12"})
        self.assertIn("less than 12 h", proposals["q12"]["reason"])
        self.assertEqual(proposals["q8"]["item"], "any-incident/q8")
        self.assertEqual(self.qualify(*org)["inputs"][7]["value"], "unknown")
        page = run("qualify", "--incident", self.file, *org, language="fr")
        self.assertIn("« floppy » n’est pas compris", page.stderr.replace("\u00a0", " "))
        self.assertIn("Soins (vitale)", page.stdout)
        self.assertIn("digue answer any-incident/q8 yes", page.stdout)
        self.assertTrue(all(len(line) <= 80 for line in page.stdout.splitlines()), page.stdout)
        self.say(q8="yes")
        self.assertEqual([one["input"] for one in self.qualify(*org)["register"]["proposals"]],
                         ["q12"])
        (self.folder / "org.yaml").write_text("severity: {areas: \"3\"}\n", encoding="utf-8")
        self.refused(*map(str, org), says="zones, degraded-mode-hours")


if __name__ == "__main__":
    unittest.main()
