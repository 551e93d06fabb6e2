#!/usr/bin/env python3
"""`digue evtx`, as a person uses it; and against an independent reader, where both are there.

The oracle is libevtx by its Python module (Debian: python3-libevtx), over the logs of
DIGUE_REAL_DATA/evtx: every record that it can read must be ours, with the same values.  It is skipped,
and says so, where either is absent.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

import contract

GOLDEN = contract.ROOT / "tests" / "golden" / "evtx"
LOG = GOLDEN / "security.evtx"


def lines(*arguments, **options):
    """The objects of standard output, each checked against the schema."""
    done = contract.run("evtx", *arguments, **options)
    return contract.objects_of(done.stdout), done


class Evtx(unittest.TestCase):
    def test_records_as_json_lines(self):
        records, done = lines(GOLDEN / "security.evtx")
        self.assertEqual(done.returncode, 0)
        self.assertEqual({one["type"] for one in records}, {"record"})
        added = next(one for one in records if one["event_id"] == 4728)
        self.assertEqual(added["channel"], "Security")
        self.assertEqual(added["computer"], "DC01.chv.example")
        self.assertEqual(added["data"]["TargetSid"], "S-1-5-21-111-222-333-512")
        self.assertEqual(added["data"]["TargetUserName"], "Admins du domaine")
        self.assertIn("10 records, 0 of them recovered", done.stderr)

    def test_what_is_known_of_the_log_with_json(self):
        objects, done = lines(GOLDEN / "recovered.evtx", "--json")
        self.assertEqual(done.stderr, "")
        facts = objects[-1]
        self.assertEqual((facts["type"], facts["header"], facts["dirty"]), ("event-log", "good", True))
        self.assertEqual((facts["records"], facts["recovered"]), (2, 1))
        self.assertEqual(facts["bad_record_checksums"], 1)
        self.assertTrue(objects[1]["recovered"])
        log = (GOLDEN / "recovered.evtx").read_bytes()
        self.assertEqual(log[objects[1]["offset"]:][:4], b"**\0\0")

    def test_a_record_without_template_is_typed_alike(self):
        records, _ = lines(GOLDEN / "without-template.evtx")
        self.assertEqual(records[0]["event_id"], 1116)
        self.assertEqual(records[0]["data"]["Unused"], "")

    def only_says_what_the_whole_says(self, logs, names):
        only, _ = lines(*logs, *(word for name in names for word in ("--only", name)))
        whole, _ = lines(*logs)
        for record in whole:
            for part in ("system", "data"):
                record[part] = {name: value for name, value in record[part].items()
                                if name in names or name == "LostTemplate"}
        self.assertEqual(only, whole)
        return sum(len(record["data"]) for record in only)

    def test_only_the_values_that_are_named(self):
        logs = sorted(GOLDEN.glob("*.evtx"))
        for names in (["TargetUserName", "Keywords"], ["Value"], ["Version", "Unused"], ["Nothing"]):
            self.only_says_what_the_whole_says(logs, names)
        self.assertEqual(contract.run("evtx", LOG, "--xml", "--only", "Keywords").returncode, 2)

    def test_only_the_values_that_are_named_of_real_logs(self):
        folder = pathlib.Path(os.environ.get("DIGUE_REAL_DATA", "")) / "evtx"
        if "DIGUE_REAL_DATA" not in os.environ or not folder.is_dir():
            self.skipTest("DIGUE_REAL_DATA does not name a folder with evtx/: no real logs")
        names = ["SubjectUserName", "CommandLine", "Data", "UserData", "Binary", "Value", "Execution.ProcessID"]
        self.assertGreater(self.only_says_what_the_whole_says(sorted(folder.rglob("*.evtx")), names), 1000)

    def test_xml_is_well_formed_and_says_the_same(self):
        logs = sorted(GOLDEN.glob("*.evtx"))
        done = contract.run("evtx", "--xml", *logs)
        root = ElementTree.fromstring(done.stdout)
        records, _ = lines(*logs)
        events = [e for e in root.iter() if e.tag.endswith("}Event")]
        self.assertEqual(len(events), len(records))
        for event, record in zip(events, records):
            number = next(e for e in event.iter() if e.tag.endswith("}EventID"))
            self.assertEqual(number.text, str(record["event_id"]))

    def test_the_order_does_not_depend_on_the_threads(self):
        one, two = (contract.run("evtx", GOLDEN, "--threads", n).stdout for n in (1, 4))
        self.assertEqual(one, two)

    def test_damage_is_told_with_its_place_and_exits_3(self):
        log = bytearray((GOLDEN / "security.evtx").read_bytes())
        at = log.index(b"**\0\0", 4096 + 512 + 8)
        log[at + 4] = 0xff
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "damaged.evtx"
            path.write_bytes(log)
            objects, done = lines(path, "--json")
            self.assertEqual(done.returncode, 3)
            lost = next(one for one in objects if one["type"] == "unreadable")
            self.assertEqual(lost["offset"], at)
            french = contract.run("evtx", path, language="fr")
            self.assertIn(f"octets illisibles à l’octet {at}", french.stderr)

    def test_a_log_cut_between_two_chunks_is_said(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "cut.evtx"
            path.write_bytes((GOLDEN / "security.evtx").read_bytes()[:4096])
            objects, done = lines(path, "--json")
            self.assertEqual(done.returncode, 3)
            self.assertEqual(objects[-1]["missing_chunks"], 1)
            self.assertIn("1 of the chunks", contract.run("evtx", path).stderr)

    def test_what_is_no_log_is_said(self):
        done = contract.run("evtx", contract.ROOT / "README.md")
        self.assertEqual((done.returncode, done.stdout), (3, ""))
        self.assertIn("not a Windows event log", done.stderr)
        self.assertEqual(contract.run("evtx").returncode, 2)

    def test_a_full_disk_is_a_failure(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([contract.PROGRAM, "evtx", GOLDEN], stdout=full, check=False,
                                  stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("Cannot write", done.stderr)


def normal(element):
    """What both readers must agree on.  Theirs pads hexadecimals and times with zeros."""
    def text(value):
        value = (value or "").replace("\r\n", "\n").replace("\r", "\n").strip()
        value = re.sub(r"^0x0*(?=[0-9a-f])", "0x", value)
        return re.sub(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7})00Z$", r"\1Z", value)
    children = [normal(child) for child in element]
    # An element without a value that ends the data is left out by theirs.
    while children and children[-1] in (("Data", (), "", ()), ("Binary", (), "", ())):
        children.pop()
    attributes = tuple(sorted((k, text(v)) for k, v in element.attrib.items() if v))
    return (element.tag.split("}")[-1], attributes, text(element.text), tuple(children))


class Oracle(unittest.TestCase):
    def setUp(self):
        try:
            import pyevtx
        except ImportError:
            self.skipTest("python3-libevtx is not installed: no oracle")
        self.pyevtx = pyevtx
        folder = pathlib.Path(os.environ.get("DIGUE_REAL_DATA", "")) / "evtx"
        if "DIGUE_REAL_DATA" not in os.environ or not folder.is_dir():
            self.skipTest("DIGUE_REAL_DATA does not name a folder with evtx/: no real logs")
        self.logs = sorted(folder.rglob("*.evtx"))

    def theirs(self, path):
        """The records that libevtx can read."""
        log = self.pyevtx.file()
        log.open(str(path))
        for i in range(log.number_of_records):
            try:
                xml = log.get_record(i).xml_string
            except OSError:
                continue
            yield normal(ElementTree.fromstring(re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", xml)))
        log.close()

    def test_the_same_records_and_values(self):
        compared = 0
        for path in self.logs:
            root = ElementTree.fromstring(contract.run("evtx", "--xml", path).stdout)
            ours = {normal(e) for e in root.iter() if e.tag.endswith("}Event")}
            for record in self.theirs(path):
                compared += 1
                if record not in ours:
                    self.fail(f"{path}: no record of ours is {str(record)[:1500]}")
        print(f"{compared} records of {len(self.logs)} logs compared with libevtx", file=sys.stderr)
        self.assertGreater(compared, 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
