#!/usr/bin/env python3
"""`digue hunt`, as a person uses it; and against a search that shares no code with it."""
import gzip
import os
import pathlib
import random
import re
import tempfile
import threading
import time
import unittest

import contract

GOLDEN = contract.ROOT / "tests" / "golden"


class Folder(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = pathlib.Path(self.temporary.name)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def hunt(self, indicators, *paths, options=(), expect=(0,), **more):
        listed = self.write("indicators.txt", indicators)
        return contract.run_json("hunt", "--indicators", listed, *options, *paths, expect=expect, **more)


class Hunt(Folder):
    def test_sightings_with_their_line(self):
        log = self.write("a.log", "nothing\nGET http://www.evil.example/a\nuser=jdupont to 203.0.113.9\n")
        found = self.hunt("evil[.]example # C2\n203.0.113.0/24\naccount: jdupont\nabsent.example\n", log)
        lines = {(one["indicator"], one["line"]) for one in found["sighting"]}
        self.assertEqual(lines, {("evil.example", 2), ("203.0.113.0/24", 3), ("jdupont", 3)})
        self.assertEqual(found["hunt"][0]["indicators"], 4)
        self.assertEqual(found["hunt"][0]["seen"], 3)
        self.assertEqual(len(found["source"][0]["sha256"]), 64)

    def test_within_archives_and_folders(self):
        self.write("logs/proxy.log.1.gz", gzip.compress(b"x\n http://evil.example/\n"))
        found = self.hunt("evil.example\n", self.folder / "logs")
        self.assertEqual(found["sighting"][0]["line"], 2)
        self.assertTrue(found["sighting"][0]["file"].endswith("proxy.log.1.gz/proxy.log.1"))

    def test_in_utf_16_and_in_bytes_that_are_no_text(self):
        wide = self.write("wide.txt", "\ufeffun\r\nevil.example\r\n".encode("utf-16-le"))
        binary = self.write("dump.bin", b"\0\1\2evil.example\0\n")
        found = self.hunt("evil.example\n", wide, binary)
        by_file = {pathlib.Path(one["file"]).name: one for one in found["sighting"]}
        self.assertEqual(by_file["wide.txt"]["line"], 2)
        self.assertNotIn("line", by_file["dump.bin"])
        self.assertEqual(by_file["dump.bin"]["offset"], 3)

    def test_when_who_and_where_of_formats_that_are_known(self):
        found = self.hunt("account: karim.berard\n", GOLDEN / "evtx" / "security.evtx")
        self.assertGreater(len(found["sighting"]), 3)
        self.assertEqual(found["hunted"][0]["accounts"], ["chv\\karim.berard"])
        for one in found["sighting"]:
            self.assertIsNotNone(one["time"])
            self.assertEqual(one["host"], "dc01.chv.example")
            self.assertGreater(one["record"], 0)

    def test_who_asked_for_a_page_and_from_where(self):
        found = self.hunt("portail-chv.example\n", GOLDEN / "squid", GOLDEN / "syslog" / "mail.log")
        who = {(pathlib.Path(one["file"]).name, one["line"], one["account"], one["host"]) for one in found["sighting"]}
        self.assertLessEqual({("native.log", 2, "karim.berard", "10.20.1.14"), ("native.log", 3, "", "10.20.1.77"),
                              ("mail.log", 1, "", "203.0.113.133")}, who)
        self.assertEqual(found["hunted"][0]["first"], "2026-03-08T01:11:07.123Z")
        self.assertEqual(found["hunted"][0]["last"], "2026-03-08T01:11:09.500Z")
        self.assertEqual(found["hunted"][0]["hosts"], ["10.20.1.14", "10.20.1.77", "203.0.113.133"])

    def test_records_of_exports_have_their_time_and_account(self):
        cases = sorted((GOLDEN / "m365-audit-csv").glob("*.csv"))
        seen = 0
        for case in cases:
            found = self.hunt("203.0.113.0/24\n198.51.100.0/24\n192.0.2.0/24\n2001:db8::/32\n", case)
            for one in found.get("sighting", []):
                seen += 1
                self.assertGreater(one["record"], 0)
                self.assertTrue(one["time"] and one["account"], one)
        self.assertGreater(seen, 0)

    def test_a_sum_for_each_indicator_and_a_list_that_is_bounded(self):
        log = self.write("a.log", "evil.example\n" * 5000)
        found = self.hunt("evil.example\n", log, options=("--listed", "10"))
        self.assertEqual(found["hunted"][0]["count"], 5000)
        self.assertEqual(found["hunted"][0]["listed"], 10)
        self.assertEqual([one["line"] for one in found["sighting"]], list(range(1, 11)))

    def test_the_order_does_not_depend_on_the_threads(self):
        chance = random.Random(5)
        for i in range(4):
            self.write(f"logs/{i}.log", "".join(
                f"{'x' * chance.randint(0, 200)} evil{chance.randint(0, 9)}.example\n" for _ in range(30000)))
        indicators = "".join(f"evil{i}.example\n" for i in range(9))
        results = []
        for threads in ("1", "2", "7"):
            found = self.hunt(indicators, self.folder / "logs", options=("--threads", threads))
            found["hunt"][0].pop("seconds")
            results.append(found)
        self.assertEqual(results[0], results[1])
        self.assertEqual(results[0], results[2])

    def test_a_table_of_indicators(self):
        log = self.write("a.log", "evil.example d41d8cd98f00b204e9800998ecf8427e facture.exe other.example\n")
        found = self.hunt('type;value;comment\ndomain;evil[.]example;"a;b"\nfilename|md5;facture.exe|'
                          'd41d8cd98f00b204e9800998ecf8427e;\nfoo;other.example;\n', log)
        self.assertEqual({one["kind"] for one in found["hunted"]}, {"domain", "file", "md5"})
        self.assertEqual(found["not-taken"][0]["line"], 4)
        self.assertIn("foo", found["not-taken"][0]["reason"])

    def test_a_public_list_whose_header_is_a_comment(self):
        log = self.write("a.log", "http://mal.example/x.exe\nhttps://list.example/url/1/\n")
        found = self.hunt('# Dump\n# id,dateadded,url,link\n"1","2026-01-01","http://mal.example/x.exe",'
                          '"https://list.example/url/1/"\n', log)
        self.assertEqual([one["indicator"] for one in found["hunted"]], ["http://mal.example/x.exe"])


class OfAnIncident(Folder):
    def setUp(self):
        super().setUp()
        self.home = {"HOME": str(self.folder), "PATH": os.environ["PATH"]}
        self.incident = self.folder / "i.digue"
        self.digue("incident", "new", "Essai", "--sheet", "mail-account", "--author", "Alice")
        self.digue("log", "add", "Le lien menait à hxxps://evil[.]example/kit/", "--author", "Alice")

    def digue(self, *words, expect=(0,)):
        done = contract.run(*words, "--incident", self.incident, env=self.home)
        self.assertIn(done.returncode, expect, done.stderr)
        return done

    def test_its_indicators_and_who_is_not_in_it_yet(self):
        log = self.write("proxy.log", "1772932267.123 5 10.20.1.14 TCP_MISS/200 8 GET "
                         "http://evil.example/kit/a Marie HIER_DIRECT/1.2.3.4 text/html\n")
        found = contract.run_json("hunt", "--incident", self.incident, "--write", "--author", "Alice", log,
                                  env=self.home)
        self.assertEqual(found["sighting"][0]["indicator"], "https://evil.example/kit/")
        self.assertEqual(found["hunt"][0]["new_accounts"], ["marie"])
        self.assertEqual(found["hunt"][0]["new_hosts"], ["10.20.1.14"])
        kept = self.digue("log", "list").stdout
        self.assertIn("evil[.]example/kit/ (1)", re.sub(r"\s+", " ", kept))
        self.assertIn(found["source"][0]["sha256"], re.sub(r"\s+", "", kept))
        self.assertEqual(self.digue("log", "verify").returncode, 0)

    def test_nothing_is_written_unless_asked(self):
        before = self.digue("log", "list").stdout
        self.digue("hunt", self.write("a.log", "evil.example/kit/x\n"))
        self.assertEqual(self.digue("log", "list").stdout, before)


class BadInput(Folder):
    def test_nothing_to_look_for_and_nowhere_to_write(self):
        log = self.write("a.log", "x\n")
        self.assertEqual(contract.run("hunt", log).returncode, 2)
        done = contract.run("hunt", "--indicators", log, "--write", log)
        self.assertEqual(done.returncode, 2)
        self.assertIn("--incident", done.stderr)

    def test_no_indicator_is_wrong_usage(self):
        listed = self.write("list.txt", "# nothing\nbonjour tout le monde\n")
        done = contract.run("hunt", "--indicators", listed, listed)
        self.assertEqual(done.returncode, 2)
        self.assertIn("lines not understood: 1", done.stderr)
        self.assertEqual(done.stdout, "")

    def test_a_list_or_a_path_that_is_not_there(self):
        listed = self.write("list.txt", "evil.example\n")
        self.assertEqual(contract.run("hunt", "--indicators", self.folder / "no", listed).returncode, 2)
        done = contract.run("hunt", "--indicators", listed, self.folder / "no")
        self.assertEqual(done.returncode, 1)

    def test_a_loop_of_links_and_a_link_to_the_file_itself(self):
        self.write("logs/a.log", "evil.example\n")
        os.symlink(self.folder / "logs", self.folder / "logs" / "again")
        found = self.hunt("evil.example\n", self.folder / "logs", expect=(3,))
        self.assertEqual(len(found["sighting"]), 1)
        self.assertIn("symbolic link", found["unreadable"][0]["reason"])

    def test_a_folder_that_cannot_be_opened(self):
        self.write("logs/a.log", "evil.example\n")
        closed = self.folder / "logs" / "closed"
        closed.mkdir()
        closed.chmod(0)
        self.addCleanup(closed.chmod, 0o700)
        if os.access(closed, os.R_OK):
            self.skipTest("whoever runs this may open every folder")
        found = self.hunt("evil.example\n", self.folder / "logs", expect=(3,))
        self.assertEqual(len(found["sighting"]), 1)
        self.assertEqual(len(found["unreadable"]), 1)

    def test_a_file_that_grows(self):
        log = self.write("a.log", "evil.example\n" * 200_000)
        going = threading.Event()

        def grow():
            with open(log, "ab") as file:
                while not going.is_set():
                    file.write(b"evil.example\n")
                    file.flush()
                    time.sleep(0.0005)

        writer = threading.Thread(target=grow)
        writer.start()
        try:
            found = self.hunt("evil.example\n", log)
        finally:
            going.set()
            writer.join()
        self.assertGreaterEqual(found["hunted"][0]["count"], 200_000)
        self.assertEqual(found["source"][0]["bytes"] // 13, found["hunted"][0]["count"])

    def test_damage_is_told_and_what_is_before_is_searched(self):
        packed = gzip.compress(b"evil.example\n" + random.Random(1).randbytes(200_000))
        log = self.write("a.log.gz", packed[:100_000])
        found = self.hunt("evil.example\n", log, expect=(3,))
        self.assertEqual(len(found["sighting"]), 1)
        self.assertTrue(found["unreadable"][0]["reason"])

    def test_lines_without_end_and_empty_files(self):
        long = self.write("long.txt", b"a" * 3_000_000 + b" evil.example " + b"b" * 3_000_000)
        empty = self.write("empty.txt", b"")
        found = self.hunt("evil.example\n", long, empty)
        self.assertEqual(found["sighting"][0]["offset"], 3_000_001)


class Truth(Folder):
    """Random logs, searched by regular expressions too."""

    LETTER = r"0-9a-z"

    def expression(self, value):
        if re.fullmatch(r"[\d.]+", value):
            before, after = rf"(?<![{self.LETTER}.])", rf"(?![{self.LETTER}]|\.[{self.LETTER}])"
        else:
            before, after = rf"(?<![{self.LETTER}_-])", rf"(?![{self.LETTER}@_-]|\.[{self.LETTER}])"
        return re.compile(before + re.escape(value) + after, re.IGNORECASE | re.ASCII)

    def test_the_same_lines_as_regular_expressions(self):
        for seed in range(6):
            chance = random.Random(seed)
            label = lambda: "".join(chance.choices("ab12", k=chance.randint(1, 4)))
            name = lambda: ".".join(label() for _ in range(chance.randint(1, 3))) + "." + chance.choice(["fr", "com"])
            address = lambda: ".".join(str(chance.choice([1, 11, 2, 22])) for _ in range(4))
            wanted = sorted({name() for _ in range(300)} | {address() for _ in range(40)})
            pieces = [lambda: chance.choice(wanted), name, address, label, lambda: chance.choice(wanted).upper()]
            lines = ["".join(chance.choice(pieces)() + chance.choice(" /:@.-=,")
                             for _ in range(chance.randint(1, 12))) for _ in range(1500)]
            log = self.write(f"{seed}.log", "\n".join(lines) + "\n")
            found = self.hunt("\n".join(wanted) + "\n", log, options=("--listed", "1000000"))
            ours = {(one["indicator"], one["line"]) for one in found["sighting"]}
            expected = set()
            for value in wanted:
                expression = self.expression(value)
                expected |= {(value, i) for i, line in enumerate(lines, 1) if expression.search(line)}
            self.assertGreater(len(expected), 1000)
            self.assertEqual(ours, expected)


if __name__ == "__main__":
    unittest.main()
