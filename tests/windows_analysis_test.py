#!/usr/bin/env python3
"""`digue analyze` on Windows event logs, as a person uses it.

DIGUE_REAL_DATA/evtx is a folder of logs; what needs it is skipped, and said so, where it is absent.
"""
import os
import pathlib
import shutil
import tempfile
import unittest

import contract

GOLDEN = contract.ROOT / "tests" / "golden" / "evtx"
LOG = GOLDEN / "security.evtx"


def titles(objects):
    return {one["title"]: one for one in objects["finding"] if one["rule"].startswith("sigma/")}


class WindowsAnalysis(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)

    def analyze(self, *arguments, expect=(0, 3)):
        return contract.run_json("analyze", *arguments, expect=expect)

    def test_what_the_rules_match_becomes_findings_that_answer_the_sheet(self):
        objects = self.analyze(LOG)
        found = titles(objects)
        added = found["Member added to Domain, Enterprise or Schema Admins (dc01.chv.example)"]
        self.assertEqual((added["severity"], added["hosts"]), ("high", ["dc01.chv.example"]))
        self.assertEqual(len(added["evidence"]), 2)
        self.assertIn("TargetSid=S-1-5-21-111-222-333-512", " ".join(added["why"]))
        self.assertIn("TargetUserName=Admins du domaine", " ".join(added["why"]))
        self.assertIn("Account created, then made an administrator", found)
        answers = {one["item"]: one for one in objects["answer"]}
        self.assertEqual(answers["ransomware/2.b.2"]["value"], "yes")
        self.assertIn(added["id"], answers["ransomware/2.b.2"]["because"])
        self.assertEqual(answers["ransomware/2.b.3"]["value"], "unknown")
        self.assertIn("is no “no”", answers["ransomware/2.b.3"]["coverage"])

    RULE = """title: Somebody was added to a group
id: 11111111-2222-4333-8444-555555555555
status: test
level: low
logsource: {product: windows, service: security}
detection:
  selection: {EventID: [4728, 4732, 4756]}
  condition: selection
"""
    OTHERS = """title: On Linux
id: 21111111-2222-4333-8444-555555555555
logsource: {product: linux, service: auth}
detection:
  selection: {a: b}
  condition: selection
---
title: Broken
id: 31111111-2222-4333-8444-555555555555
logsource: {product: windows, service: security}
detection:
  selection: {a|nonsense: b}
  condition: selection
"""

    def test_rules_that_are_given_are_asked_beside_ours(self):
        (self.folder / "group.yml").write_text(self.RULE, encoding="utf-8")
        ours = titles(self.analyze(LOG))
        objects = self.analyze(LOG, "--rules", self.folder, expect=(0,))
        both = titles(objects)
        self.assertEqual(set(both) - set(ours),
                         {"Somebody was added to a group (dc01.chv.example)"})
        self.assertEqual({title: both[title]["why"] for title in ours},
                         {title: one["why"] for title, one in ours.items()})
        added = both["Somebody was added to a group (dc01.chv.example)"]
        self.assertEqual((added["severity"], added["rule"]),
                         ("low", "sigma/11111111-2222-4333-8444-555555555555"))
        self.assertGreaterEqual(len(added["evidence"]), 3)
        self.assertNotIn("sigma-rule", objects)

    def test_what_does_not_load_is_told_with_its_reason(self):
        (self.folder / "group.yml").write_text(self.RULE, encoding="utf-8")
        (self.folder / "others.yml").write_text(self.OTHERS, encoding="utf-8")
        objects = self.analyze(LOG, "--rules", self.folder, expect=(3,))
        told = {one["title"]: one for one in objects["sigma-rule"]}
        self.assertEqual(told["On Linux"]["status"], "skipped")
        self.assertIn("linux/auth", told["On Linux"]["reason"])
        self.assertEqual(told["Broken"]["status"], "not-loaded")
        self.assertIn("nonsense", told["Broken"]["reason"])
        for language, heading in (("en", "THE RULES"), ("fr", "LES RÈGLES")):
            done = contract.run("analyze", LOG, "--rules", self.folder, language=language)
            self.assertIn(heading, done.stdout)
            self.assertIn("others.yml:8", done.stdout)

    def test_a_folder_of_rules_that_is_not_there_is_told(self):
        done = contract.run("analyze", LOG, "--rules", self.folder / "nowhere")
        self.assertEqual(done.returncode, 3)
        self.assertIn("nowhere", done.stderr)

    def test_a_second_copy_of_a_log_changes_nothing(self):
        shutil.copy(LOG, self.folder / "copy.evtx")
        once = {title: one["why"] for title, one in titles(self.analyze(LOG)).items()}
        twice = {title: one["why"] for title, one in titles(self.analyze(LOG, self.folder)).items()}
        self.assertEqual(once, twice)

    def test_without_a_windows_log_its_items_are_not_asked(self):
        mail = contract.ROOT / "tests" / "golden" / "inbox-rules"
        items = {one["item"] for one in self.analyze(mail)["answer"]}
        self.assertFalse([item for item in items if item.startswith("ransomware/")])

    def test_it_says_what_the_logs_let_one_see(self):
        objects = self.analyze(LOG)
        views = {(one["host"], one["channel"]): one for one in objects["visibility"]}
        security = views["dc01.chv.example", "Security"]
        self.assertEqual((security["reach"], security["days"]), ("under-30-days", 1))
        records = contract.objects_of(contract.run("evtx", LOG).stdout)
        for (host, channel), view in views.items():
            of_channel = [one for one in records if (one["computer"].lower(), one["channel"]) == (host, channel)]
            self.assertEqual(view["records"], len(of_channel))
            self.assertEqual({one["event_id"]: one["records"] for one in view["events"]},
                             {number: sum(one["event_id"] == number for one in of_channel)
                              for number in {one["event_id"] for one in of_channel}})
        (seen,) = [one for one in objects["answer"] if one["item"] == "ransomware/1.a.1"]
        self.assertEqual(seen["value"], "yes")
        self.assertIn("dc01.chv.example", seen["coverage"])
        self.assertIn("less than 30 days", seen["coverage"])

    def test_the_command_lines_of_programs_are_looked_for(self):
        for name, told in self.logs_with_processes():
            (view,) = [one for one in self.analyze(name)["visibility"] if one["processes"]]
            self.assertEqual(view["with_command_line"], told)

    def logs_with_processes(self):
        """Every golden log that starts programs, with how many say their command line, by digue evtx."""
        for log in sorted(GOLDEN.glob("*.evtx")):
            records = contract.objects_of(contract.run("evtx", log).stdout)
            starts = [one for one in records if (one["channel"], one["event_id"]) in
                      (("Security", 4688), ("Microsoft-Windows-Sysmon/Operational", 1))]
            if starts:
                yield log, sum(bool(one["data"].get("CommandLine")) for one in starts)

    def test_a_person_reads_it_in_their_language(self):
        done = contract.run("analyze", LOG, language="fr")
        self.assertIn("Compte créé, puis nommé administrateur", done.stdout)
        self.assertIn("CE QUE LES JOURNAUX WINDOWS LAISSENT VOIR", done.stdout)
        self.assertLessEqual(max(map(len, done.stdout.splitlines())), 80)
        self.assertIn("Un compte a été créé puis a reçu des droits d’administrateur", " ".join(done.stdout.split()))

    def test_the_rules_say_the_same_as_the_verb_that_asks_them(self):
        folder = os.environ.get("DIGUE_REAL_DATA")
        logs = pathlib.Path(folder, "evtx") if folder else None
        if logs is None or not logs.is_dir():
            raise unittest.SkipTest("DIGUE_REAL_DATA/evtx is not there")
        asked = {(one["rule"], host.lower()) for one in contract.run_json("sigma", logs)["finding"]
                 for host in one["hosts"]}
        said = {(one["rule"], host) for one in self.analyze(logs)["finding"] if one["rule"].startswith("sigma/")
                for host in one["hosts"]}
        self.assertTrue(asked)
        self.assertEqual(asked, said)


if __name__ == "__main__":
    unittest.main(verbosity=2)
