"""`digue clock`: what is due and by when, from starting facts that people date."""
import os
import pathlib
import re
import shutil
import sys
import tempfile
import unittest
from datetime import datetime, timedelta, timezone

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from contract import run, run_json  # noqa: E402


def moment(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


class Clocks(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        os.environ["DIGUE_STATE"] = str(self.folder / "state")
        self.file = self.folder / "a.digue"
        self.done("incident", "new", "Doute", "--zone", "Europe/Paris", "--author", "Alice",
                  "--sheet", "any-incident")

    def done(self, *words, **options):
        done = run(*words, "--incident", self.file, **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def refused(self, *words, says, code=1):
        done = run("clock", *words, "--incident", self.file)
        self.assertEqual(done.returncode, code, done.stdout)
        self.assertIn(says, done.stderr)

    def receipt(self, *words):
        return run_json(*words, "--incident", self.file)["receipt"][0]["entry"]

    def clock(self, name, *words):
        every = run_json("clock", "list", *words, "--incident", self.file)["clock"]
        return next(clock for clock in every if clock["clock"] == name)

    def organisation(self, text):
        path = self.folder / "org.yaml"
        path.write_text(text, encoding="utf-8")
        return ["--org", path]

    def start(self, name, *words):
        return self.receipt("clock", "start", "--clock", name, "--why", "vu", "--author", "Alice",
                            *words)

    def test_nothing_runs_before_someone_dates_a_fact(self):
        every = run_json("clock", "list", "--incident", self.file)["clock"]
        self.assertEqual([clock["clock"] for clock in every],
                         ["cnil", "gdpr-persons", "complaint", "insurer", "oiv-ose", "health",
                          "nis2-early", "nis2-notification", "nis2-final"])
        for clock in every:
            self.assertEqual(clock["status"],
                             "off" if clock["clock"].startswith("nis2") else "not-started")
            self.assertIsNone(clock["due"])

    def test_an_answer_proposes_and_a_person_starts(self):
        self.receipt("answer", "any-incident/data", "personal", "--author", "Alice")
        proposed = self.clock("cnil")
        self.assertEqual(proposed["status"], "proposed")
        self.assertFalse(proposed["started"])
        self.assertEqual(moment(proposed["due"]) - moment(proposed["start"]), timedelta(hours=72))
        note = self.receipt("log", "add", "La comptable appelle", "--occurred",
                            "2026-03-27T18:00:00+01:00", "--author", "Alice")
        self.start("cnil", "--entry", note)
        running = self.clock("cnil", "--at", "2099-01-01T00:00:00Z")
        self.assertEqual((running["status"], running["fact"]), ("overdue", note))
        # Across the change of hour: 72 hours, whatever the wall clock says.
        self.assertEqual(running["due"], "2026-03-30T17:00:00Z")
        shown = self.done("clock", "list", "--clock", "oiv-ose").stdout
        self.assertIn("contact: ", shown)
        self.assertNotIn("contact: anssi-regulated", shown)
        shown = self.done("clock", "list", "--clock", "cnil").stdout
        self.assertIn("2026-03-30 19:00:00 +02:00", shown)

    def test_months_end_on_the_last_day_when_the_number_is_missing(self):
        words = self.organisation("clocks: [nis2-final]\n")
        self.start("nis2-final", "--at", "2026-01-31T10:00:00+01:00")
        self.assertEqual(self.clock("nis2-final", *words)["due"], "2026-02-28T22:59:59Z")

    def test_a_changed_date_stays_traced(self):
        first = self.start("complaint", "--at", "2026-03-08T10:00:00Z")
        second = self.start("complaint", "--at", "2026-03-07T10:00:00Z")
        clock = self.clock("complaint")
        self.assertEqual(clock["start"], "2026-03-07T10:00:00Z")
        self.assertEqual([(act["entry"], act["at"]) for act in clock["history"]],
                         [(first, "2026-03-08T10:00:00Z"), (second, "2026-03-07T10:00:00Z")])
        # As it was known before: nothing yet.
        self.assertEqual(self.clock("complaint", "--at", "2026-01-01T00:00:00Z")["history"], [])

    def test_met_keeps_its_reference_and_says_when_late(self):
        self.start("complaint", "--at", "2026-03-07T10:00:00Z")
        self.receipt("clock", "met", "--clock", "complaint", "--at", "2026-03-12T10:00:00Z",
                     "--reference", "PV 118", "--author", "Alice")
        clock = self.clock("complaint")
        self.assertEqual((clock["status"], clock["reference"], clock["late"]),
                         ("met", "PV 118", True))
        self.refused("waive", "--clock", "complaint", "--why", "trop tard", says="already met")

    def test_not_required_has_a_reason_and_an_author(self):
        self.refused("waive", "--clock", "cnil", says="--why", code=2)
        self.receipt("clock", "waive", "--clock", "cnil", "--why", "aucune donnée", "--author", "Bob")
        clock = self.clock("cnil")
        self.assertEqual(clock["status"], "not-required")
        self.assertEqual((clock["history"][0]["who"], clock["history"][0]["why"]),
                         ("Bob", "aucune donnée"))

    def test_the_organisation_says_what_is_due(self):
        words = self.organisation("regulated: [ose]\ninsurance: {policy: CY-1, declare_hours: \"48\"}\n"
                                  "clocks: [nis2-early]\n")
        self.assertEqual(self.clock("oiv-ose", *words)["concerned"], "yes")
        self.assertEqual(self.clock("health", *words)["status"], "not-due")
        self.assertEqual(self.clock("nis2-early", *words)["status"], "not-due")
        self.start("insurer", "--at", "2026-03-08T10:00:00Z")
        self.assertEqual(self.clock("insurer", *words)["due"], "2026-03-10T10:00:00Z")
        self.assertIsNone(self.clock("insurer")["due"])
        self.assertIn("CY-1", self.done("clock", "list", *words).stdout)
        wrong = self.organisation("clocks: [nis3]\n")
        self.refused("list", *wrong, says="nis3")

    def test_a_withdrawn_declaration_runs_again(self):
        self.start("complaint", "--at", "2026-03-07T10:00:00Z")
        met = self.receipt("clock", "met", "--clock", "complaint", "--author", "Alice")
        self.receipt("log", "withdraw", met, "--why", "pas envoyée", "--author", "Alice")
        self.assertEqual(self.clock("complaint")["status"], "overdue")

    def test_the_report_tells_the_declarations(self):
        path = self.folder / "r.html"
        self.done("report", "--out", path)
        self.assertNotIn("Declarations", path.read_text(encoding="utf-8"))
        self.start("complaint", "--at", "2026-03-07T10:00:00Z")
        self.receipt("clock", "met", "--clock", "complaint", "--at", "2026-03-09T10:00:00Z",
                     "--reference", "PV 118", "--author", "Alice")
        self.receipt("clock", "waive", "--clock", "health", "--why", "no patient data",
                     "--author", "Bob")
        self.done("report", "--out", path)
        page = path.read_text(encoding="utf-8")
        section = page[page.index('id="declarations"'):]
        section = section[:section.index("</section>") if "</section>" in section else 6000]
        for told in ("File a complaint about the attack", "PV 118", "no patient data", "Bob"):
            self.assertIn(told, section)

    def test_what_can_not_be_is_refused(self):
        self.refused("start", "--clock", "gdpr", "--why", "x", says="no clock “gdpr”")
        self.refused("start", "--clock", "cnil", "--why", " ", says="Say why")
        self.refused("start", "--clock", "cnil", "--why", "x", "--entry", 99, says="no. 99")
        self.refused("start", "--clock", "cnil", "--why", "x", "--at", "2199-01-01T00:00:00Z",
                     says="future")
        self.refused("list", "--clock", "gdpr", says="gdpr")

    def test_the_calendar_updates_itself(self):
        now = datetime.now(timezone.utc).replace(microsecond=0)
        self.start("cnil", "--at", (now - timedelta(hours=1)).isoformat())
        self.start("health", "--at", (now - timedelta(hours=1)).isoformat())
        path = self.folder / "c.ics"
        written = run_json("clock", "calendar", "--out", path, "--incident", self.file)["calendar"]
        self.assertEqual((written[0]["events"], written[0]["without_end"]), (1, 1))
        before = path.read_bytes().decode()
        self.assertTrue(before.endswith("END:VCALENDAR\r\n"))
        due = (now + timedelta(hours=71)).strftime("%Y%m%dT%H%M%SZ")
        self.assertIn(f"DTSTART:{due}\r\n", before)
        self.assertEqual(before.count("BEGIN:VALARM"), 3)
        self.assertTrue(all(len(line.encode()) <= 75 for line in before.split("\r\n")))
        self.receipt("clock", "met", "--clock", "cnil", "--author", "Alice")
        self.done("clock", "calendar", "--out", path, language="fr")
        after = path.read_bytes().decode()
        uid = re.search(r"UID:.*", before).group()
        self.assertIn(uid, after)
        self.assertIn("SEQUENCE:2", after)
        self.assertIn("STATUS:CANCELLED", after)
        self.assertNotIn("VALARM", after)

    def test_the_plan_and_the_summary_show_what_presses(self):
        self.start("cnil", "--at", "2026-03-08T10:00:00Z")
        for words in (("plan",), ("incident", "show")):
            shown = " ".join(self.done(*words).stdout.split())
            self.assertIn("Notify the personal-data breach to the CNIL: OVERDUE", shown)
        running = run_json("plan", "--incident", self.file)["clock"]
        self.assertEqual([clock["clock"] for clock in running], ["cnil"])
        self.receipt("clock", "met", "--clock", "cnil", "--author", "Alice")
        self.assertNotIn("clock", run_json("plan", "--incident", self.file))


if __name__ == "__main__":
    unittest.main()
