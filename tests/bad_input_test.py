#!/usr/bin/env python3
"""Hostile and broken evidence: a clear message each, the rest still analysed, nothing lost silently."""
import gzip
import io
import json
import pathlib
import resource
import subprocess
import sys
import tarfile
import tempfile
import unittest
import zipfile

import contract

HEADER = "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames"


def row(number, operation="New-InboxRule", user="victim@town.example", **extra):
    """One row of a portal's audit CSV."""
    identity = f"00000000-0000-4000-8000-{number:012x}"
    record = {"CreationTime": f"2026-03-02T08:{number % 60:02d}:00", "Id": identity,
              "Operation": operation, "RecordType": 1, "ResultStatus": "True", "UserType": 0,
              "Workload": "Exchange", "UserId": user, "ClientIP": "203.0.113.7:1234", **extra}
    quoted = json.dumps(record, ensure_ascii=False).replace('"', '""')
    return f'{identity},2026-03-02T08:{number % 60:02d}:00.0000000Z,1,{operation},{user},"{quoted}",,\n'


def rule(number, name):
    """A rule that hides everything, under that name."""
    parameters = [{"Name": "Name", "Value": name}, {"Name": "DeleteMessage", "Value": "True"},
                  {"Name": "StopProcessingRules", "Value": "True"}]
    return row(number, ObjectId=f"victim\\{name}", Parameters=parameters)


GOOD = HEADER + "\n" + rule(1, ".") + "".join(row(n, "UserLoggedIn") for n in range(2, 40))


class BadInput(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        (self.folder / "good.csv").write_text(GOOD, encoding="utf-8")

    def analyze(self, expect=(3,)):
        """Analyses the folder; the good file must have been read whole, whatever stands beside it."""
        result = contract.run_json("analyze", self.folder, expect=expect)
        good = [s for s in result["source"] if s["file"].endswith("good.csv")]
        self.assertEqual([s["records"] for s in good], [39])
        self.assertTrue(any(f["rule"] == "R10" for f in result.get("finding", [])))
        for source in result["source"]:
            self.assertEqual(source["rows"],
                             source["records"] + source["duplicates"] + source["rejected"])
        return result

    def reasons(self, result, name):
        return [u["reason"] for u in result.get("unreadable", []) if name in u["file"]]

    def put(self, name, data):
        path = self.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def test_truncated_csv_keeps_what_came_before(self):
        self.put("cut.csv", (HEADER + "\n" + row(50) + row(51)[:300]))
        result = self.analyze()
        source = next(s for s in result["source"] if s["file"].endswith("cut.csv"))
        self.assertGreaterEqual(source["records"], 1)
        self.assertTrue(self.reasons(result, "cut.csv") or result["summary"][0]["remarks"])

    def test_truncated_json_keeps_what_came_before(self):
        records = [json.dumps({"CreationTime": "2026-03-02T09:00:00", "Id": f"{n}" * 8 + "-0000-4000-8000-000000000000",
                               "Operation": "UserLoggedIn", "RecordType": 15, "UserId": "a@town.example",
                               "Workload": "AzureActiveDirectory", "ResultStatus": "Success"}) for n in "abc"]
        self.put("cut.json", "[" + ",".join(records)[:-40])
        result = self.analyze()
        source = next(s for s in result["source"] if s["file"].endswith("cut.json"))
        self.assertEqual((source["records"], source["rejected"]), (2, 1))
        self.assertTrue(self.reasons(result, "cut.json"))

    def test_empty_binary_and_unknown_files_are_named(self):
        self.put("empty.csv", b"")
        self.put("noise.bin", bytes(range(256)) * 400)
        self.put("letter.txt", "Bonjour, voici les exports.")
        result = self.analyze()
        for name in ("empty.csv", "noise.bin", "letter.txt"):
            self.assertEqual(len(self.reasons(result, name)), 1, name)

    def test_ten_thousand_columns(self):
        self.put("wide.csv", ",".join(f"c{n}" for n in range(10000)) + "\n" + "x," * 9999 + "x\n")
        self.put("wide-audit.csv", HEADER + "".join(f",c{n}" for n in range(10000)) + "\n" + row(60))
        result = self.analyze()
        self.assertTrue(self.reasons(result, "wide.csv"))

    def test_encodings(self):
        text = HEADER + "\n" + rule(70, "Règle d’absence")
        self.put("utf16.csv", b"\xff\xfe" + text.encode("utf-16-le"))
        self.put("utf16be.csv", b"\xfe\xff" + (HEADER + "\n" + rule(71, "Règle")).encode("utf-16-be"))
        self.put("windows.csv", (HEADER + "\n" + rule(72, "Règle")).encode("cp1252"))
        self.put("broken.csv", (HEADER + "\n" + rule(73, "Règle")).encode().replace(b"\xc3\xa8", b"\xc3"))
        result = self.analyze(expect=(0, 3))
        names = {s["name"] for f in result["finding"] for s in f["subjects"]}
        self.assertIn("Règle d’absence", names)
        for name in ("utf16.csv", "utf16be.csv", "windows.csv", "broken.csv"):
            source = next(s for s in result["source"] if s["file"].endswith("/" + name))
            self.assertEqual(source["rows"], 1, name)

    def test_names_with_shell_html_and_control_characters_stay_text(self):
        hostile = ["'; Remove-Mailbox x #", "$(calc)", "<script>alert(1)</script>", "a\u2019; b", "a\x1b[31mb\nc"]
        self.put("hostile.csv", HEADER + "\n" + "".join(rule(80 + n, name) for n, name in enumerate(hostile)))
        result = self.analyze(expect=(0, 3))
        names = {s["name"] for f in result["finding"] for s in f["subjects"]}
        self.assertLessEqual(set(hostile[:4]), names)
        shown = contract.run("analyze", self.folder).stdout
        self.assertNotIn("\x1b", shown)

    def test_bomb_archive_is_bounded(self):
        inner = io.BytesIO()
        with gzip.GzipFile(fileobj=inner, mode="wb", compresslevel=9) as out:
            for _ in range(600):
                out.write(b"a,b\n" * (1 << 18))
        with zipfile.ZipFile(self.folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("bomb.csv.gz", inner.getvalue())
        result = self.analyze()
        self.assertTrue(self.reasons(result, "bomb.zip"))

    def test_an_archive_of_zeros_is_said_to_hold_nothing(self):
        (self.folder / "zeros.gz").write_bytes(gzip.compress(b"\0" * (1 << 24)))
        self.assertEqual(len(self.reasons(self.analyze(), "zeros.gz")), 1)

    def test_path_traversal_is_refused_and_the_rest_read(self):
        outside = self.folder.parent / "digue-escaped.csv"
        with tarfile.open(self.folder / "escape.tar", "w") as archive:
            for name in ("../digue-escaped.csv", "/digue-escaped.csv", "inside/fine.csv"):
                data = (HEADER + "\n" + row(90, "UserLoggedIn")).encode()
                info = tarfile.TarInfo(name)
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
        result = self.analyze()
        self.assertFalse(outside.exists())
        self.assertTrue(self.reasons(result, "escape.tar"))
        self.assertTrue(any(s["file"].endswith("escape.tar/inside/fine.csv") for s in result["source"]))

    def test_evidence_in_archives_gives_the_same_findings(self):
        plain = contract.run_json("analyze", self.folder / "good.csv", expect=(0,))
        with zipfile.ZipFile(self.folder / "packed.zip", "w") as archive:
            archive.write(self.folder / "good.csv", "exports/good.csv")
        packed = contract.run_json("analyze", self.folder / "packed.zip", expect=(0,))
        self.assertEqual([f["id"] for f in plain["finding"]], [f["id"] for f in packed["finding"]])
        self.assertTrue(packed["finding"][0]["evidence"][0]["file"].endswith("packed.zip/exports/good.csv"))

    def test_an_unterminated_quote_does_not_swallow_the_file(self):
        self.put("quote.csv", HEADER + "\n" + row(95).replace('"",""', '","', 1) +
                 "".join(row(n, "UserLoggedIn") for n in range(100, 160)))
        result = self.analyze(expect=(0, 3))
        source = next(s for s in result["source"] if s["file"].endswith("quote.csv"))
        self.assertGreaterEqual(source["records"], 55)

    def test_a_record_of_a_hundred_megabytes_is_rejected_in_bounded_memory(self):
        with open(self.folder / "huge.json", "w", encoding="utf-8") as out:
            out.write('[{"CreationTime":"2026-03-02T09:00:00","Id":"aaaaaaaa-0000-4000-8000-000000000000",'
                      '"Operation":"X","RecordType":1,"UserId":"a@town.example","Workload":"Exchange","Pad":"')
            for _ in range(100):
                out.write("x" * (1 << 20))
            out.write('"}]')
        process = subprocess.Popen([contract.PROGRAM, "analyze", str(self.folder), "--json", "--lang", "en"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        process.wait(120)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        self.assertIn(process.returncode, (0, 3))
        self.assertLess(peak, 400)
        result = self.analyze()
        self.assertTrue(self.reasons(result, "huge.json"))

    def test_messages_exist_in_both_languages(self):
        self.put("empty.csv", b"")
        english = contract.run_json("analyze", self.folder, expect=(3,), language="en")
        french = contract.run_json("analyze", self.folder, expect=(3,), language="fr")
        self.assertNotEqual(self.reasons(english, "empty"), self.reasons(french, "empty"))
        self.assertEqual([f["id"] for f in english["finding"]], [f["id"] for f in french["finding"]])

    def test_wrong_usage_says_what_to_do(self):
        for arguments in (["analyze"], ["analyze", self.folder, "--since", "yesterday"], ["frobnicate"],
                          ["analyze", self.folder, "--fail-on", "terrible"]):
            done = contract.run(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertTrue(done.stderr.strip())

    def test_wrong_usage_names_what_is_wrong_and_what_is_near(self):
        for arguments, french, english in (
                (["analyze", self.folder, "--sheet", "x"], "Option inconnue : --sheet.", "Unknown option: --sheet."),
                (["analyze", "--sheet", "x"], "Option inconnue : --sheet.", "Unknown option: --sheet."),
                (["analyze", self.folder, "--zoen", "UTC"], "plus proche est --zone", "nearest is --zone"),
                (["plan", "--prioritty=P0"], "plus proche est --priority", "nearest is --priority"),
                (["analyse", self.folder], "Verbe inconnu : analyse. Le plus proche est analyze",
                 "Unknown verb: analyse. The nearest is analyze"),
                (["log", "lst"], "plus proche est list", "nearest is list"),
                (["log"], "attend un de ces mots : add,", "wants one of these words: add,"),
                (["--frob"], "Option inconnue : --frob", "Unknown option: --frob"),
                (["analyze", self.folder, "--zone"], "--zone attend une valeur", "--zone wants a value"),
                (["plan", "--incident", "--json"], "--incident attend une valeur", "--incident wants a value"),
                (["analyze", self.folder, "--zone", "UTC", "--zone", "UTC"], "--zone est donné 2 fois",
                 "--zone is given 2 times"),
                (["analyze", self.folder, "--workers", "many"], "« many » ne convient pas à --workers",
                 "“many” does not fit --workers"),
                (["analyze", self.folder, "--fail-on", "terrible"], "--fail-on, qui peut être : info, low",
                 "--fail-on, which can be: info, low"),
                (["analyze", self.folder, "--sender", "a@b.example"], "--sender ne va pas sans --link",
                 "--sender does not go without --link"),
                (["plan"], "Il manque --incident.", "--incident is missing.")):
            for language, expected in (("fr", french), ("en", english)):
                done = contract.run(*arguments, language=language)
                self.assertEqual(done.returncode, 2, arguments)
                self.assertIn(expected, done.stderr)
                self.assertEqual(done.stdout, "")

    def test_fail_on_wins_over_unreadable(self):
        self.put("empty.csv", b"")
        self.assertEqual(contract.run("analyze", self.folder, "--fail-on", "medium").returncode, 10)
        self.assertEqual(contract.run("analyze", self.folder).returncode, 3)


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=1))
