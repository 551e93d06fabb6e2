#!/usr/bin/env python3
"""`digue sigma`, as a person uses it; and over the public rules and their own samples, where they are there.

DIGUE_REAL_DATA/sigma-rules is a checkout of the public rules (with its regression_data or without),
DIGUE_REAL_DATA/evtx a folder of logs.  What is absent is skipped, and said so.
"""
import os
import pathlib
import re
import tempfile
import unittest

import contract

GOLDEN = contract.ROOT / "tests" / "golden" / "evtx"
LOG = GOLDEN / "security.evtx"
# An addition to a group, known by its SID: the log is a French one.
ADDED = """title: Member added to Domain Admins
id: 11111111-2222-3333-4444-555555555555
modified: 2026-02-03
logsource: {product: windows, service: security}
detection:
  selection:
    EventID: 4728
    TargetSid|endswith: '-512'
  condition: selection
level: high
"""
BURST = """title: Several events at once
id: burst
level: critical
correlation:
  type: event_count
  rules: [any]
  group-by: [Computer]
  timespan: 1y
  condition: {gte: 2}
---
title: Any event of the domain controller
id: any
logsource: {product: windows, service: security}
detection: {a: {Computer|startswith: DC01}, condition: a}
level: low
"""
ELSEWHERE = """title: On Linux
id: linux
logsource: {product: linux, service: auditd}
detection: {a: {type: x}, condition: a}
"""
# Names of rules as the public ones have them, for two exports.
CLOUD = """title: Credentials added to an application
id: 41111111-2222-3333-4444-555555555555
logsource: {product: azure, service: auditlogs}
detection:
  selection: {properties.message: Consent to application}
  condition: selection
level: high
---
title: A mailbox sends on
id: 42222222-2222-3333-4444-555555555555
logsource: {product: m365, service: audit}
detection:
  selection: {Operation: 'Set-Mailbox', Parameters|contains: Forwarding}
  condition: selection
level: medium
---
title: A risk
id: 43333333-2222-3333-4444-555555555555
logsource: {product: azure, service: riskdetection}
detection: {a: {riskEventType: x}, condition: a}
"""
WEB = """title: A script
id: 44444444-2222-3333-4444-555555555555
logsource: {category: proxy}
detection:
  selection: {c-uri-extension: ps1, c-useragent|startswith: curl}
  condition: selection
---
title: A way out of the folder
id: 45555555-2222-3333-4444-555555555555
logsource: {category: webserver}
detection:
  selection: {cs-uri-query|contains: '/../'}
  condition: selection
---
title: A bad name
id: 46666666-2222-3333-4444-555555555555
logsource: {category: dns}
detection:
  selection: {query: evil.example}
  condition: selection
"""
SCAN = """title: A scanner
id: 47777777-2222-3333-4444-555555555555
name: scanner
logsource: {category: webserver}
detection:
  selection: {c-useragent|startswith: sqlmap}
  condition: selection
---
title: A scan
id: 48888888-2222-3333-4444-555555555555
correlation:
  type: event_count
  rules: [scanner]
  group-by: [c-ip]
  timespan: 1m
  condition: {gte: 15}
  generate: true
level: high
"""
ENTRA = contract.ROOT / "tests" / "golden" / "entra-audit" / "graph.json"
AUDIT = '''{"Id":"1","CreationTime":"2026-03-28T02:11:00","Workload":"Exchange","Operation":"Set-Mailbox",\
"RecordType":1,"OrganizationId":"o","UserType":2,"UserId":"A.Martin@ch-valmont.example","ClientIP":"203.0.113.7:443",\
"ResultStatus":"True","Parameters":[{"Name":"%s","Value":"smtp:e@evil.example"}]}
'''


def real_data(name):
    folder = os.environ.get("DIGUE_REAL_DATA")
    path = pathlib.Path(folder, name) if folder else None
    if path is None or not path.is_dir():
        raise unittest.SkipTest(f"DIGUE_REAL_DATA/{name} is not there")
    return path


class Sigma(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.rules = pathlib.Path(holder.name)
        self.write("added.yml", ADDED)

    def write(self, name, text):
        (self.rules / name).write_text(text, encoding="utf-8")

    def sigma(self, *arguments, expect=0):
        return contract.run_json("sigma", "--rules", self.rules, *arguments, expect=(expect,))

    def test_a_match_is_a_finding_with_its_record_and_its_facts(self):
        objects = self.sigma(LOG)
        (found,) = objects["finding"]
        self.assertEqual(found["rule"], "sigma/11111111-2222-3333-4444-555555555555")
        self.assertEqual((found["rule_version"], found["severity"]), (20260203, "high"))
        self.assertEqual(found["hosts"], ["DC01.chv.example"])
        self.assertEqual(found["why"], ["EventID=4728", "TargetSid=S-1-5-21-111-222-333-512"])
        records, = contract.objects_of(contract.run("evtx", LOG).stdout),
        (record,) = [one for one in records if one["event_id"] == 4728]
        self.assertEqual(found["evidence"][0]["record"], record["record_id"])
        (summary,) = objects["sigma-summary"]
        self.assertEqual((summary["rules"], summary["high"], summary["records"]), (1, 1, len(records)))

    def test_rules_of_the_cloud_are_asked_of_exports(self):
        self.write("cloud.yml", CLOUD)
        with tempfile.TemporaryDirectory() as holder:
            audit = pathlib.Path(holder, "audit.jsonl")
            audit.write_text(AUDIT % "AuditEnabled" + AUDIT.replace('"1"', '"2"') % "ForwardingSmtpAddress",
                             encoding="utf-8")
            objects = self.sigma(LOG, ENTRA, audit)
            analysed = contract.run_json("analyze", "--rules", self.rules, LOG, ENTRA, audit)
            told = contract.run("sigma", "--rules", self.rules, ENTRA, audit, language="fr")
            audit.write_text(AUDIT % "x" + '{"Operation": broken}\n', encoding="utf-8")
            bad = contract.run("sigma", "--rules", self.rules, audit)
        found = {one["title"]: one for one in objects["finding"]}
        self.assertEqual(len(found), 3)  # that of Windows too
        sent_on = found["A mailbox sends on"]
        self.assertEqual((sent_on["accounts"], sent_on["addresses"], sent_on["time"]),
                         (["a.martin@ch-valmont.example"], ["203.0.113.7"], "2026-03-28T02:11:00Z"))
        self.assertEqual([sent_on["evidence"][0][key] for key in ("file", "line", "record")], [str(audit), 2, 2])
        self.assertIn("Parameters=ForwardingSmtpAddress", sent_on["why"])
        self.assertEqual(found["Credentials added to an application"]["accounts"], ["a.martin@ch-valmont.example"])
        (skipped,) = objects["sigma-rule"]
        self.assertIn("azure/riskdetection", skipped["reason"])
        again = {one["title"]: one for one in analysed["finding"] if one["rule"].startswith("sigma/")}
        for title in ("A mailbox sends on", "Credentials added to an application"):
            self.assertEqual(again[title]["accounts"], found[title]["accounts"])
            self.assertEqual([one["line"] for one in again[title]["evidence"]],
                             [one["evidence"][0]["line"] for one in objects["finding"] if one["title"] == title])
        self.assertIn("ligne 2", told.stdout)
        self.assertEqual(bad.returncode, 3)

    def test_rules_of_proxies_servers_and_names_are_asked_of_their_logs(self):
        self.write("web.yml", WEB)
        line = '%s - jdoe [08/Mar/2026:02:11:0%d +0100] "GET %s HTTP/1.1" 200 8123 "-" "%s"\n'
        proxy, server = self.rules / "proxy.log", self.rules / "server.log"
        proxy.write_text(line % ("10.0.1.2", 1, "http://x.example/a.ps1", "Mozilla") +
                         line % ("10.0.1.2", 2, "http://evil.example/a.ps1", "curl/8"), encoding="utf-8")
        server.write_text(line % ("203.0.113.9", 3, "/vpn/../vpns/cfg?a=b", "curl/8"), encoding="utf-8")
        logs = (proxy, server, contract.ROOT / "tests" / "golden" / "bind" / "query.log")
        found = {one["title"]: one for one in self.sigma(*logs)["finding"]}
        self.assertEqual(set(found), {"A script", "A way out of the folder", "A bad name"})
        script = found["A script"]
        self.assertEqual((script["accounts"], script["addresses"], script["time"]),
                         (["jdoe"], ["10.0.1.2"], "2026-03-08T01:11:02Z"))
        self.assertEqual([script["evidence"][0][key] for key in ("file", "line", "record")], [str(proxy), 2, 2])
        self.assertIn("c-useragent=curl/8", script["why"])
        analysed = contract.run_json("analyze", "--rules", self.rules, *logs, expect=(0, 3))
        again = {one["title"]: one for one in analysed["finding"] if one["rule"].startswith("sigma/4")}
        for title, one in found.items():
            self.assertEqual([(place["file"], place["line"]) for place in again[title]["evidence"]],
                             [(place["file"], place["line"]) for place in one["evidence"]])
            self.assertEqual(again[title]["addresses"], one["addresses"])

    def test_requests_of_one_second_are_each_a_match(self):
        self.write("scan.yml", SCAN)
        log = self.rules / "server.log"
        log.write_text("".join(f'203.0.113.9 - - [08/Mar/2026:02:11:07 +0100] "GET /p{i} HTTP/1.1" 404 10 "-" '
                               '"sqlmap/1.8"\n' for i in range(20)), encoding="utf-8")
        alone = self.sigma(log)["finding"]
        analysed = contract.run_json("analyze", "--rules", self.rules, log, expect=(0, 3))
        again = [one for one in analysed["finding"] if one["rule"].startswith("sigma/")]
        for found in (alone, again):
            self.assertEqual({one["title"] for one in found}, {"A scanner", "A scan"})
            self.assertEqual(sum(len(one["evidence"]) for one in found if one["title"] == "A scanner"), 20)
        (source,) = analysed["source"]
        self.assertEqual(source["duplicates"], 0)

    def test_windows_events_in_json_match_as_the_logs_that_they_were_made_of(self):
        self.write("burst.yml", BURST.replace("Computer|startswith: DC01", "EventID|exists: true"))
        rules = [word for name in (self.rules, "digue") for word in ("--rules", name)]
        contract.run("exercise", "make", "ransomware", "--seed", "3", "--out", self.rules / "case")
        logs = sorted((self.rules / "case").rglob("*.evtx")) + sorted(GOLDEN.glob("*.evtx"))
        self.assertGreater(len(logs), 4)
        texts = []
        for number, log in enumerate(logs):
            texts.append(self.rules / f"{number}.jsonl")
            decoded = contract.run("evtx", log, "--json").stdout
            texts[-1].write_text(decoded, encoding="utf-8")
        def said(found):
            return (found["rule"], found["id"], found.get("time"), found["hosts"], found["accounts"], found["addresses"],
                    found["why"], [one["record"] for one in found["evidence"]])
        of_logs, of_texts = ([said(one) for one in contract.run_json("sigma", *rules, *files, expect=(0, 3))["finding"]]
                             for files in (logs, texts))
        self.assertGreater(len(of_logs), 20)
        self.assertTrue(any(one[0] == "sigma/burst" for one in of_logs))
        self.assertEqual(of_logs, of_texts)
        own = [word for word in rules if word != "digue"][:2]
        of_logs, of_texts, of_both = (
            sorted((one["rule"], one["id"], one["severity"], one["hosts"], one["accounts"], one["why"],
                    len(one["evidence"]))
                   for one in contract.run_json("analyze", *own, *files, expect=(0, 3))["finding"])
            for files in (logs, texts, logs + texts))
        self.assertGreater(len(of_logs), 5)
        self.assertEqual(of_logs, of_texts)
        self.assertEqual(of_logs, of_both)  # a record in two copies counts once

    def test_damage_in_windows_events_in_json_is_told_and_passed_over(self):
        lines = contract.run("evtx", LOG).stdout.splitlines(keepends=True)
        text = self.rules / "cut.jsonl"
        text.write_text("".join(lines[:3]) + '{"type":"record","record_id":9,"time":\n' + "".join(lines[3:]),
                        encoding="utf-8")
        objects = self.sigma(text, expect=3)
        self.assertEqual(len(objects["finding"]), len(self.sigma(LOG)["finding"]))
        self.assertEqual(objects["sigma-summary"][0]["records"], len(lines))
        self.assertIn("1 record", objects["unreadable"][0]["reason"])

    def test_what_does_not_run_is_told_with_its_reason(self):
        self.write("linux.yml", ELSEWHERE)
        self.write("broken.yml", "title: Broken\nlogsource: {product: windows}\ndetection:\n  a: {A|x: 1}\n"
                                 "  condition: a\n")
        self.write("notes.txt", "no rule")
        objects = self.sigma(LOG, expect=3)
        told = {one["title"]: (one["status"], one["reason"]) for one in objects["sigma-rule"]}
        self.assertEqual(told["On Linux"], ("skipped", "Digue applies no rules to linux/auditd"))
        self.assertEqual(told["Broken"][0], "not-loaded")
        self.assertIn("“x”", told["Broken"][1])
        self.assertEqual(len(told), 2)

    def test_a_person_reads_it_in_both_languages_within_80_columns(self):
        self.write("linux.yml", ELSEWHERE)
        for language, words in (("en", ("WHAT THE RULES FIND", "Rules applied: 1.", "hosts: DC01.chv.example")),
                                ("fr", ("CE QUE LES RÈGLES TROUVENT", "machines : DC01.chv.example"))):
            done = contract.run("sigma", "--rules", self.rules, LOG, language=language)
            self.assertEqual(done.returncode, 0)
            for word in words:
                self.assertIn(word, done.stdout)
            self.assertIn("TargetSid=S-1-5-21-111-222-333-512", done.stdout)
            words_apart = [line for line in done.stdout.splitlines() if " " in line.strip()]
            self.assertLessEqual(max(map(len, words_apart)), 80)

    def test_narrowed_by_level_and_by_name(self):
        self.assertNotIn("finding", self.sigma("--level", "critical", LOG, expect=3))
        self.assertIn("finding", self.sigma("--level", "high", "--rule", "added", LOG))

    def test_the_exit_code_says_what_was_found(self):
        self.sigma("--fail-on", "high", LOG, expect=10)
        self.sigma("--fail-on", "critical", LOG)
        self.sigma(self.rules / "added.yml", expect=3)  # no log

    def test_the_rules_of_the_product_are_asked_when_none_are_named(self):
        titles = {}
        for language in ("en", "fr"):
            done = contract.run("sigma", LOG, "--json", language=language)
            self.assertEqual(done.returncode, 0)
            found = [one for one in contract.objects_of(done.stdout) if one["type"] == "finding"]
            titles[language] = {one["rule"]: one["title"] for one in found}
        self.assertIn("Member added to Domain, Enterprise or Schema Admins", titles["en"].values())
        self.assertEqual(set(titles["en"]), set(titles["fr"]))
        self.assertFalse(set(titles["en"].values()) & set(titles["fr"].values()))
        (added, *_) = [one for one in found if one["title"].startswith("Membre ajouté aux admins du domaine")]
        self.assertEqual(added["items"], ["ransomware/2.b.2"])

    def test_the_rules_of_the_product_can_stand_beside_others(self):
        alone = {one["rule"] for one in self.sigma(LOG)["finding"]}
        both = {one["rule"] for one in self.sigma("--rules", "digue", LOG)["finding"]}
        own = {one["rule"] for one in contract.run_json("sigma", LOG)["finding"]}
        self.assertEqual(both, alone | own)
        self.assertTrue(own - alone)

    def test_placeholders_come_from_a_file(self):
        self.write("added.yml", ADDED.replace("TargetSid|endswith: '-512'", "TargetSid|expand: '*%groups%'"))
        self.assertIn("%groups%", self.sigma(LOG, expect=3)["sigma-rule"][0]["reason"])
        values = self.rules / "values.txt"
        values.write_text("groups: ['-512', '-519']\n", encoding="utf-8")
        self.assertIn("finding", self.sigma("--placeholders", values, LOG))

    def test_a_correlation_is_a_finding_over_its_matches(self):
        self.write("added.yml", BURST)
        objects = self.sigma(LOG)
        (found,) = objects["finding"]  # its rule is told by it alone
        self.assertEqual((found["rule"], found["severity"]), ("sigma/burst", "critical"))
        self.assertEqual(found["why"][0], "Computer=DC01.chv.example")
        self.assertGreaterEqual(len(found["evidence"]), 2)
        self.assertLessEqual(found["time"], found["time_end"])
        (summary,) = objects["sigma-summary"]
        self.assertEqual((summary["correlations"], summary["correlations_matched"], summary["critical"]), (1, 1, 1))
        self.write("added.yml", BURST.replace("correlation:\n", "correlation:\n  generate: true\n"))
        self.assertEqual({one["rule"] for one in self.sigma(LOG)["finding"]}, {"sigma/burst", "sigma/any"})
        self.assertIn("Several events at once", contract.run("sigma", "--rules", self.rules, LOG).stdout)
        self.sigma("--fail-on", "critical", LOG, expect=10)

    def test_the_same_comes_out_whatever_the_number_of_threads(self):
        texts = {contract.run("sigma", "--rules", self.rules, *sorted(GOLDEN.glob("*.evtx")), "--json",
                              "--threads", threads).stdout for threads in ("1", "2", "5")}
        self.assertEqual(len(texts), 1)


class PublicRules(unittest.TestCase):
    def test_every_rule_loads_or_says_why(self):
        rules = real_data("sigma-rules")
        folders = [argument for folder in sorted(rules.glob("rules*")) if folder.name != "rules-placeholder"
                   for argument in ("--rules", folder)]
        objects = contract.run_json("sigma", *folders, LOG)
        (summary,) = objects["sigma-summary"]
        self.assertGreater(summary["rules"], 2000)
        for one in objects["sigma-rule"]:
            if one["status"] == "not-loaded":  # only for values that an organisation must give
                self.assertRegex(one["reason"], r"^the values of “%\w+%” are not given")
            elif "windows/" in one["file"]:
                self.assertRegex(one["reason"], r"windows/file_(access|rename)$")

    def test_every_rule_matches_its_own_sample(self):
        rules = real_data("sigma-rules")
        samples = rules / "regression_data"
        if not samples.is_dir():
            raise unittest.SkipTest("the checkout of the public rules has no regression_data")
        folders = [argument for folder in sorted(rules.glob("rules*")) for argument in ("--rules", folder)]
        logs = sorted(samples.rglob("*.evtx"))
        found = {(one["evidence"][0]["file"], one["rule"].removeprefix("sigma/"))
                 for one in contract.run_json("sigma", *folders, *logs)["finding"]}
        asked = {(str(rules / path), rule) for path, rule in self.samples_of(samples)}
        self.assertGreater(len(asked), 100)
        self.assertEqual(sorted(asked - found), [])

    @staticmethod
    def samples_of(folder):
        for info in sorted(folder.rglob("info.yml")):
            text = info.read_text(encoding="utf-8")
            rules = re.findall(r"^ +- id: (\S+)", text, re.M)
            for path in re.findall(r"^ +path: (\S+\.evtx)$", text, re.M):
                yield from ((path, rule) for rule in rules)


if __name__ == "__main__":
    unittest.main(verbosity=2)
