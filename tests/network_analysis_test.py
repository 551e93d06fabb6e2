#!/usr/bin/env python3
"""Logs of a proxy and of a mail server: what left, who followed the link, what a list knows."""
import datetime
import pathlib
import tempfile
import unittest

import contract

FIELDS = ("#Software: SGOS\n#Fields: date time c-ip cs-username cs-method cs-uri-scheme cs-host "
          "cs-uri-path cs-uri-query sc-status cs-bytes sc-bytes rs(Content-Type) cs(Referer)\n")
FIRST = datetime.datetime(2026, 3, 1, 8)
LURE = "portail.lure.example"
PAGE = "/8f2a91c0b7d34e65a1f0/connexion/espace"


def request(day, second, client, method, host, path, out=500, referer="-", kind="text/html"):
    moment = FIRST + datetime.timedelta(days=day, seconds=second)
    return (f"{moment:%Y-%m-%d %H:%M:%S} 10.0.0.{client} chv\\user{client} {method} http {host} {path} "
            f"- 200 {out} 3000 {kind} {referer}\n")


def ordinary(days):
    return "".join(request(day, client * 60, client, "GET", "www.partner.example", "/", 2000,
                           "http://www.partner.example/")
                   for day in range(days) for client in range(1, 9))


def delivery(name, sender, recipient):
    head = "2026-03-10T07:50:0{}+00:00 mx postfix/{}[1]: " + name + ": "
    return (head.format(1, "qmgr") + f"from=<{sender}>, size=3000, nrcpt=1 (queue active)\n" +
            head.format(2, "smtp") + f"to=<{recipient}>, relay=10.0.9.25[10.0.9.25]:25, delay=0.2, "
            "delays=0.1/0/0/0.1, dsn=2.0.0, status=sent (250 ok)\n")


class NetworkAnalysis(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_text(content, encoding="utf-8")
        return path

    def test_a_large_transfer_is_found_after_a_week_and_never_before(self):
        for days, severity in ((10, "critical"), (4, "info")):
            sent = "".join(request(days - 1, 3600 + i, 3, "POST", "drop.evil.example", "/put", 60_000_000)
                           for i in range(200))
            log = self.write("proxy.log", FIELDS + ordinary(days) + sent)
            read = contract.run_json("analyze", log)
            found = [one for one in read["finding"] if one["rule"] == "R27"]
            self.assertEqual([one["severity"] for one in found], [severity], days)
            answers = {one["item"]: one["value"] for one in read["answer"]}
            self.assertNotEqual(answers.get("ransomware/1.c.6"), "no")
            self.assertEqual(answers.get("ransomware/1.c.6") == "yes", severity == "critical")

    def test_each_user_of_a_link_is_told_with_the_gravest_that_was_done(self):
        log = self.write("proxy.log", FIELDS + ordinary(9) +
                         request(9, 0, 1, "GET", LURE, PAGE) + request(9, 5, 2, "GET", LURE, PAGE) +
                         request(9, 40, 2, "POST", LURE, "/8f/post"))
        sender = "securite@lure.example"
        mail = self.write("mail.log", delivery("4AbC1", sender, "user1@chv.example") +
                          delivery("4AbC2", sender, "user7@chv.example") +
                          delivery("4AbC3", "user8@chv.example", sender))
        read = contract.run_json("analyze", log, mail, "--link", f"hxxp://{LURE}/x", "--sender", sender)
        self.assertEqual({one["user"]: one["status"] for one in read["link-user"]},
                         {"user1": "opened", "user2": "posted", "user7": "received", "user8": "replied"})
        by_user = {one["user"]: one for one in read["link-user"]}
        self.assertEqual(by_user["user2"]["posted"], "2026-03-10T08:00:40Z")
        self.assertIsNone(by_user["user2"]["received"])
        files = {pathlib.Path(row["file"]).name for row in by_user["user1"]["evidence"]}
        self.assertEqual(files, {"proxy.log", "mail.log"})
        for language in ("fr", "en"):
            page = contract.run("analyze", log, "--link", LURE, language=language).stdout
            self.assertIn("user2", page)

    def test_a_filter_that_opens_everybodys_link_is_told_and_stays_on_the_list(self):
        opened = "".join(f"2026-03-10 08:00:0{n} 10.0.0.40 - GET http {LURE} /c e=user{n}%40chv.example "
                         "200 500 3000 text/html -\n" for n in range(3))
        log = self.write("proxy.log", FIELDS + ordinary(9) + opened + request(9, 40, 2, "GET", LURE, PAGE))
        read = contract.run_json("analyze", log, "--link", LURE)
        self.assertEqual({one["user"]: (one["status"], one["automatic"]) for one in read["link-user"]},
                         {"10.0.0.40": ("opened", "recipients"), "user2": ("opened", None)})
        for language, word in (("fr", "filtre de messagerie"), ("en", "mail filter")):
            page = contract.run("analyze", log, "--link", LURE, language=language).stdout
            self.assertEqual(page.count(word), 1)
            self.assertLessEqual(max(map(len, page.splitlines())), 80)

    def test_a_link_without_a_site_is_refused(self):
        log = self.write("proxy.log", FIELDS + ordinary(1))
        self.assertEqual(contract.run("analyze", log, "--link", "lien").returncode, 2)

    def test_what_a_list_knows_is_found_where_host_and_path_are_apart(self):
        log = self.write("proxy.log", FIELDS + request(0, 0, 1, "GET", LURE, PAGE) +
                         request(0, 1, 2, "GET", LURE, "/other"))
        listed = self.write("urlhaus.csv", "# id,dateadded,url,url_status\n"
                            f'"1","2026-03-01 08:00:00","http://{LURE}{PAGE}","online"\n')
        read = contract.run_json("analyze", log, "--list", listed)
        found = [one for one in read["finding"] if one["rule"] == "R33"]
        self.assertEqual([one["addresses"] for one in found], [["10.0.0.1"]])
        self.assertIn("urlhaus.csv", " ".join(str(one) for one in read["summary"][0]["remarks"]))
        empty = self.write("empty.csv", "nothing here\n")
        refused = contract.run("analyze", log, "--list", empty)
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("empty.csv", refused.stderr)
        self.assertNotEqual(contract.run("analyze", log, "--list", self.folder / "none").returncode, 0)


if __name__ == "__main__":
    unittest.main()
