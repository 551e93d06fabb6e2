#!/usr/bin/env python3
"""Logs of text, as a person gives them: rotated and packed, without a year, of no known format."""
import gzip
import lzma
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import contract

MAPPING = """\
format: digue-mapping
version: 1
files:
- name: badges
  shape: csv
  recognise: [Porte, Badge]
  parts: {day: Jour, clock: Heure, account: Porteur, device: Porte}
  actions:
  - {when: {Résultat: Refusé}, is: logon, verdict: failure}
"""
BADGES = "Jour;Heure;Porte;Badge;Porteur;Résultat\n2026-03-08;02:11:07;Serveurs;77;karim;Refusé\n"


SAAS = '''{"user_id":"1","display_name":"Léa Petit","category_id":"1000","category_label":"Services aux Entreprises",\
"url":"http://login.mssecure-portal.example/a?b=c","action":"allow","domain":"login.mssecure-portal.example",\
"src_ip":"10.20.4.23","src_port":"27275","timestamp":1737373729852,"threat":"-","dest_ip":"203.0.113.4",\
"http_method":"POST","http_version":"1.1","user_received_bytes":"4664","user_sent_bytes":"836",\
"user_status_code":"200","cache_status":"TCP_MISS","type":"proxy"}
'''


def sign_in(day, address):
    return (f"{day} 02:12:30 mx1 dovecot: imap-login: Login: user=<loic@chv.example>, method=PLAIN, "
            f"rip={address}, lip=10.20.0.5, TLS\n")


class TextLogs(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def write(self, name, content, written="2026-03-10"):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        moment = int(subprocess.run(["date", "-u", "-d", written, "+%s"], capture_output=True,
                                    text=True, check=True).stdout)
        os.utime(path, (moment, moment))
        return path

    def hunt(self, *paths, options=()):
        listed = self.write("indicators.txt", "203.0.113.0/24\n")
        return contract.run_json("hunt", "--indicators", listed, *options, *paths, expect=(0,))

    def test_a_rotated_set_is_read_in_the_order_of_time(self):
        def packed(text):  # with the date of the file only, as logrotate leaves it
            return gzip.compress(text.encode(), mtime=0)
        self.write("log/maillog", sign_in("Mar  9", "203.0.113.3"))
        self.write("log/maillog.1.gz", packed(sign_in("Mar  2", "203.0.113.2")), "2026-03-03")
        self.write("log/maillog.10.xz", lzma.compress(sign_in("Jan  2", "203.0.113.1").encode()),
                   "2026-01-03")
        if shutil.which("zstd"):
            old = self.write("maillog-20251228", sign_in("Dec 27", "203.0.113.0"), "2025-12-28")
            subprocess.run(["zstd", "-q", "--rm", old, "-o", self.folder / "log/maillog-20251228.zst"],
                           check=True)
            os.utime(self.folder / "log/maillog-20251228.zst", (1766880000, 1766880000))
        found = self.hunt(self.folder / "log", options=("--zone", "Europe/Paris"))
        times = [one["time"] for one in found["sighting"]]
        expected = ["2026-01-02T01:12:30Z", "2026-03-02T01:12:30Z", "2026-03-09T01:12:30Z"]
        if shutil.which("zstd"):
            expected.insert(0, "2025-12-27T01:12:30Z")
        self.assertEqual(times, expected)
        self.assertEqual({one["account"] for one in found["sighting"]}, {"loic@chv.example"})
        self.assertEqual({one["format"] for one in found["source"]}, {"syslog"})

    def test_the_year_goes_back_where_the_lines_pass_from_december_to_january(self):
        log = self.write("maillog", sign_in("Dec 31", "203.0.113.1") + sign_in("Jan  1", "203.0.113.2"),
                         "2026-02-01")
        found = self.hunt(log)
        self.assertEqual([(one["time"], one["time_is_local"]) for one in found["sighting"]],
                         [("2025-12-31T02:12:30Z", True), ("2026-01-01T02:12:30Z", True)])

    def test_what_was_deduced_is_said(self):
        log = self.write("maillog", sign_in("Mar  8", "203.0.113.1"))
        for options, said in (((), "--zone"), (("--zone", "Europe/Paris"), "Europe/Paris")):
            summary = contract.run_json("analyze", log, *options)["summary"][0]
            remarks = " ".join(str(one) for one in summary["remarks"])
            self.assertIn("2026", remarks)
            self.assertIn(said, remarks)

    def logs_of_a_console(self):
        """Detections whose dates say no zone, one of them on both sides of a change of hour."""
        return self.write("console.csv", "Date;Computer name;User;Threat name;File path;Action\n"
                          + "".join(f"{when};srv-{n};marc;Trojan.Emotet;C:\\Windows\\Temp\\a{n}.exe;Not cleaned\n"
                                    for n, when in enumerate(("2026-03-08 02:11:07", "2026-03-29 03:30:00",
                                                              "2026-10-25 02:30:00"))))

    def settings(self, text="zone: Europe/Paris"):
        return self.write("organisation.yaml", f'name: "Valmont"\n{text}\n')

    def test_dates_without_a_zone_take_the_organisations(self):
        log = self.logs_of_a_console()
        read = contract.run_json("analyze", log, "--org", self.settings())
        source = read["source"][0]
        self.assertEqual(source["zoneless"], {"dates": 3, "zone": "Europe/Paris", "from": "organisation"})
        self.assertEqual((source["first"], source["last"]), ("2026-03-08T01:11:07Z", "2026-10-25T00:30:00Z"))
        self.assertTrue(any("organisation’s: Europe/Paris" in one for one in read["summary"][0]["remarks"]))
        self.assertNotIn("period_is_local", read["summary"][0])
        self.assertTrue(read["finding"])
        self.assertFalse(any("time_is_local" in one for one in read["finding"]))
        french = contract.run("analyze", log, "--org", self.settings(), language="fr").stdout
        self.assertIn("celui de l’organisation : Europe/Paris", " ".join(french.split()))

    def test_a_zone_that_is_told_wins_over_the_organisations(self):
        log = self.logs_of_a_console()
        read = contract.run_json("analyze", log, "--org", self.settings(), "--zone", "Indian/Reunion")
        source = read["source"][0]
        self.assertEqual(source["zoneless"], {"dates": 3, "zone": "Indian/Reunion", "from": "told"})
        self.assertEqual(source["first"], "2026-03-07T22:11:07Z")

    def test_what_the_evidence_says_wins_over_the_organisations(self):
        log = self.write("maillog", sign_in("2026-03-08T02:12:30+04:00", "203.0.113.1").replace(" 02:12:30", "", 1))
        read = contract.run_json("analyze", log, "--org", self.settings())
        self.assertNotIn("zoneless", read["source"][0])
        self.assertEqual(read["source"][0]["first"], "2026-03-07T22:12:30Z")

    def test_a_zone_that_nobody_knows_is_shown_as_unknown(self):
        log = self.logs_of_a_console()
        read = contract.run_json("analyze", log, "--org", self.settings("home_countries: [FR]"))
        self.assertEqual(read["source"][0]["zoneless"], {"dates": 3, "zone": None, "from": None})
        self.assertTrue(all(one["time_is_local"] for one in read["finding"]))
        self.assertTrue(read["summary"][0]["period_is_local"])
        for language, said in (("en", "(zone unknown)"), ("fr", "(fuseau inconnu)")):
            text = " ".join(contract.run("analyze", log, language=language).stdout.split())
            self.assertIn(f"2026-03-08 02:11:07 {said}", text)
            self.assertNotIn("+00:00", text)
            self.assertNotIn("2026-03-08T02:11:07Z", text)

    def test_an_incident_and_its_report_keep_that_a_zone_is_unknown(self):
        log, book, page = self.logs_of_a_console(), self.folder / "one.digue", self.folder / "page.html"
        environment = dict(os.environ, DIGUE_STATE=str(self.folder / "state"))
        for arguments in (("incident", "new", "Essai", "--zone", "Europe/Paris", "--author", "Claire", "--incident", book),
                          ("analyze", log, "--incident", book),
                          ("report", "--incident", book, "--out", page)):
            done = contract.run(*arguments, env=environment)
            self.assertEqual(done.returncode, 0, done.stderr)
        text = page.read_text(encoding="utf-8")
        self.assertIn("2026-03-08 02:11:07 (zone unknown)", text)
        self.assertNotIn("2026-03-08 03:11:07", text)

    def test_a_hunt_takes_the_organisations_zone_and_says_so(self):
        log = self.write("maillog", sign_in("Mar  8", "203.0.113.1"))
        found = self.hunt(log, options=("--org", self.settings()))
        self.assertEqual(found["sighting"][0]["time"], "2026-03-08T01:12:30Z")
        self.assertEqual((found["hunt"][0]["zone"], found["hunt"][0]["zone_from"]),
                         ("Europe/Paris", "organisation"))
        listed = self.write("i.txt", "203.0.113.1\n")
        done = contract.run("hunt", "--indicators", listed, log, "--org", self.settings(), language="fr")
        self.assertIn("celui de l’organisation : Europe/Paris", done.stderr)

    def test_a_zone_that_does_not_exist_is_refused(self):
        log = self.write("maillog", sign_in("Mar  8", "203.0.113.1"))
        done = contract.run("analyze", log, "--zone", "Europe/Pariss")
        self.assertEqual(done.returncode, 2)
        self.assertIn("Europe/Pariss", done.stderr)

    def test_what_consoles_of_antivirus_say_becomes_findings(self):
        golden = pathlib.Path(__file__).parent / "golden"
        for folder, threat, hosts in (("epo", "Emotet-FXR", ["srv-dpi"]),
                                      ("tehtris", "Suspect spawn tree detected", ["pc-accueil-3"]),
                                      ("watchguard-endpoint", "Trj/Emotet.A", ["pc-accueil-3"])):
            files = [one for one in (golden / folder).iterdir() if ".expected." not in one.name]
            read = contract.run_json("analyze", *files)
            self.assertEqual({source["format"] for source in read["source"]}, {folder})
            found = [one for one in read["finding"] if one["rule"] == "R29" and f"{threat} on " in one["title"]]
            self.assertEqual([one["hosts"] for one in found], [hosts], folder)

    def test_olfeos_own_log_is_traffic(self):
        log = pathlib.Path(__file__).parent / "golden" / "olfeo" / "access.log"
        read = contract.run_json("analyze", log, "--link", "hxxp://login.mssecure-portal.example/a",
                                 "--zone", "Europe/Paris")
        self.assertEqual(read["source"][0]["format"], "olfeo")
        users = {one["user"]: one for one in read["link-user"]}
        self.assertEqual((users["10.20.4.23"]["status"], users["10.20.4.23"]["posted"]),
                         ("posted", "2026-07-18T07:13:02Z"))
        alone = contract.run_json("analyze", log, "--link", "http://login.mssecure-portal.example/a")
        self.assertTrue(all(one["time_is_local"] for one in alone["link-user"]))
        self.assertFalse(any("time_is_local" in one for one in read["link-user"]))

    def test_the_mapping_of_the_guide_reads_olfeos_saas(self):
        guide = (pathlib.Path(__file__).parent.parent / "docs" / "formats.md").read_text(encoding="utf-8")
        yaml = next(part for part in guide.split("```yaml\n")[1:] if "olfeo-saas" in part).split("```")[0]
        mapping = self.write("olfeo.yaml", yaml)
        log = self.write("saas.json", SAAS)
        read = contract.run_json("analyze", log, "--mapping", mapping, "--link", "http://login.mssecure-portal.example/")
        self.assertEqual(read["source"][0]["format"], "olfeo-saas")
        self.assertEqual([(one["user"], one["status"], one["posted"]) for one in read["link-user"]],
                         [("léa petit", "posted", "2025-01-20T11:48:49.852Z")])

    def test_a_format_that_is_not_known_is_searched_line_by_line(self):
        log = self.write("strange.txt", "8;one;x\n9;two;203.0.113.7;y\n")
        found = self.hunt(log)
        self.assertEqual(found["source"][0]["format"], "")
        self.assertEqual(found["sighting"][0]["line"], 2)
        self.assertIsNone(found["sighting"][0]["time"])

    def test_a_mapping_reads_what_no_format_knows(self):
        mapping = self.write("m.yaml", MAPPING)
        log = self.write("badges.csv", BADGES)
        options = ("--mapping", mapping, "--zone", "Europe/Paris")
        read = contract.run_json("analyze", log, *options)
        self.assertEqual(read["source"][0]["format"], "badges")
        listed = self.write("i.txt", "account: karim\n")
        found = contract.run_json("hunt", "--indicators", listed, log, *options)
        self.assertEqual(found["sighting"][0]["time"], "2026-03-08T01:11:07Z")
        self.assertEqual(found["sighting"][0]["account"], "karim")

    def test_a_mapping_that_is_not_well_made_is_refused_with_its_place(self):
        mapping = self.write("m.yaml", MAPPING.replace("shape: csv", "shape: excel"))
        log = self.write("badges.csv", BADGES)
        for language in ("fr", "en"):
            done = contract.run("analyze", log, "--mapping", mapping, language=language)
            self.assertEqual(done.returncode, 2)
            self.assertIn("5", done.stderr)
            self.assertIn("csv, json, w3c", done.stderr)

    def test_what_repeats_itself_without_end_is_counted(self):
        log = self.write("maillog", sign_in("Mar  8", "203.0.113.1") * 250)
        summary = contract.run_json("analyze", log)["summary"][0]
        self.assertLessEqual(summary["events"], 100)
        self.assertIn("150", " ".join(str(one) for one in summary["remarks"]))


if __name__ == "__main__":
    unittest.main()
