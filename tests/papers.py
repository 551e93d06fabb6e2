"""digue script and digue report, end to end, over the made exercise: files, contract, language.

python3 tests/papers.py  (DIGUE_PROGRAM names the program)
"""
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

from contract import PROGRAM, run, run_json


def exercise(folder):
    subprocess.run([PROGRAM, "exercise", "make", "mailbox-takeover", "--seed", "7", "--out", folder],
                   check=True, capture_output=True)
    return ["--org", folder / "organisation.yaml", folder / "evidence"]


def check_scripts(evidence, folder):
    scripts = run_json("script", *evidence, "--out", folder)["script"]
    measures = [script["measure"] for script in scripts]
    assert measures == sorted(measures), measures
    for needed in ("C1", "C2", "C3", "C4", "C5", "C6", "C9"):
        assert needed in measures, f"{needed} is missing from {measures}"
    for script in scripts:
        written = pathlib.Path(script["file"]).read_bytes()
        assert hashlib.sha256(written).hexdigest() == script["sha256"], script["file"]
        if script["reverse_file"]:
            assert pathlib.Path(script["reverse_file"]).exists()
    again = run("script", *evidence, "--out", folder)
    assert again.returncode == 1 and "already" in again.stderr, "a reviewed script was replaced"


def check_only(evidence, folder):
    scripts = run_json("script", "--account", "compta@hopital.example", "--only", "C5", "--only", "c2",
                       "--out", folder)["script"]
    assert [script["measure"] for script in scripts] == ["C2", "C5"]
    assert run("script").returncode == 2


def check_report(evidence, folder):
    for language, words in (("fr", "Ce qui s’est passé"), ("en", "What happened")):
        page = folder / f"report.{language}.html"
        paper = run_json("report", *evidence, "--out", page, language=language)["paper"][0]
        text = page.read_text(encoding="utf-8")
        assert words in text and f'lang="{language}"' in text
        assert hashlib.sha256(text.encode()).hexdigest() == paper["sha256"]
        assert "<script" not in text
    both = run_json("report", *evidence, "--out", folder / "one.html", "--out", folder / "one.pdf")
    assert [pathlib.Path(paper["file"]).suffix for paper in both["paper"]] == [".html", ".pdf"]
    assert (folder / "one.pdf").read_bytes().startswith(b"%PDF-")
    assert run("report", *evidence, "--out", folder / "report.doc").returncode == 2
    assert run("report").returncode == 2


def check_incident(evidence, folder):
    book = folder / "one.digue"
    os.environ["DIGUE_STATE"] = str(folder / "state")
    subprocess.run([PROGRAM, "incident", "new", "Boîte de la comptabilité", "--incident", book,
                    "--zone", "Europe/Paris", "--author", "Claire Morel"], check=True,
                   capture_output=True)
    run_json("analyze", *evidence, "--incident", book)
    page = folder / "incident.html"
    run_json("report", "--incident", book, "--out", page, "--author", "Claire Morel")
    text = page.read_text(encoding="utf-8")
    assert "Boîte de la comptabilité" in text and "Claire Morel" in text
    assert re.search(r"Root</dt><dd><div><bdi class=\"name\">[0-9a-f]{64}<", text), "no root"
    assert "(UTC+02:00)" in text, "the incident's zone is not used"
    scripts = run_json("script", "--incident", book, "--out", folder / "from-incident")["script"]
    assert {"C1", "C5", "C6"} <= {script["measure"] for script in scripts}


def check_case_number(folder):
    """The number under which a CERT knows the incident stands in every document."""
    book, number = folder / "one.digue", "2026-118"
    for arguments in (("call", "cert-sante", "--reference", number), ("clock", "met", "--clock", "complaint", "--why", "dépôt", "--reference", "PV 9"),
                      ("handover", "--to", "Paul")):
        done = run(*arguments, "--incident", book, "--author", "Claire Morel")
        assert done.returncode == 0, done.stderr
    page, kit, log, calendar = (folder / name for name in ("numbered.html", "kit.pdf", "log.pdf", "clocks.ics"))
    run_json("report", "--incident", book, "--out", page)
    text = page.read_text(encoding="utf-8")
    assert f"CERT Santé (French health CERT): {number}" in text, "report"
    assert "PV 9" in text
    run_json("clock", "calendar", "--incident", book, "--out", calendar)
    assert number in calendar.read_text(encoding="utf-8").replace("\r\n ", ""), "calendar"
    assert number in run("handover", "--incident", book).stdout, "hand-over"
    for paper, arguments in ((kit, ("print",)), (log, ("log", "print"))):
        run_json(*arguments, "--incident", book, "--out", paper)
        if shutil.which("pdftotext"):
            done = subprocess.run(["pdftotext", paper, "-"], capture_output=True, text=True, check=True)
            pages = done.stdout.split("\f")[:-1]
            assert all(number in page for page in pages), paper


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        evidence = exercise(folder / "exercise")
        check_scripts(evidence, folder / "scripts")
        check_only(evidence, folder / "some")
        check_report(evidence, folder)
        check_incident(evidence, folder)
        check_case_number(folder)
    print("papers: scripts and reports hold")


if __name__ == "__main__":
    main()
