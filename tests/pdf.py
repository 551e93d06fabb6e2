"""The PDFs that test_produce wrote, looked at with poppler's tools: tagged, fonts embedded, language,
outline, structure, words, page numbers.

python3 tests/pdf.py FOLDER
"""
import collections
import pathlib
import re
import shutil
import subprocess
import sys

SKIPPED = 77  # CTest's SKIP_RETURN_CODE


def tool(*arguments):
    done = subprocess.run([str(argument) for argument in arguments], capture_output=True, text=True,
                          timeout=120, check=False)
    assert done.returncode == 0, f"{arguments}: {done.stderr[:500]}"
    return done.stdout, done.stderr


def check_information(path, title):
    text, _ = tool("pdfinfo", path)
    facts = dict(re.findall(r"^(.*?):\s+(.*)$", text, re.MULTILINE))
    assert facts["Tagged"] == "yes", text
    assert facts["Title"] == title and facts["Author"] == "Claire Morel", text
    assert "A4" in facts["Page size"], text
    return int(facts["Pages"])


def check_fonts(path):
    rows = tool("pdffonts", path)[0].splitlines()[2:]
    assert rows, "no font at all"
    for row in rows:
        embedded, subset, unicode_map = re.search(r"(yes|no) (yes|no) (yes|no)\s+\d+\s+\d+$", row).groups()
        assert embedded == "yes" and unicode_map == "yes", row


def check_structure(path):
    text, complaints = tool("pdfinfo", "-struct", path)
    assert not complaints, complaints[:800]
    assert text.lstrip().startswith("Document"), text[:200]
    kinds = collections.Counter(re.findall(r"^\s*([A-Z][A-Za-z0-9]*)\b", text, re.MULTILINE))
    for kind in ("H1", "H2", "H3", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "Figure"):
        assert kinds[kind] > 0, f"no {kind} in {kinds}"
    assert kinds["H1"] == 1
    assert "/Scope /Column" in text and "/Scope /Row" in text


def check_bytes(path, language):
    raw = path.read_bytes()
    assert f"/Lang ({language})".encode() in raw
    assert b"/Outlines" in raw and b"/DisplayDocTitle true" in raw
    assert raw.count(b"/Alt ") >= 2, "a figure has no description"


def check_words(path, pages, words, footer):
    text = " ".join(tool("pdftotext", path, "-")[0].split())
    for word in words:
        assert word in text, f"{word!r} is not in the text"
    assert footer.format(1, pages) in text and footer.format(pages, pages) in text


def main():
    for name in ("pdfinfo", "pdffonts", "pdftotext"):
        if shutil.which(name) is None:
            print(f"SKIPPED: {name} is not there (Debian: poppler-utils)")
            sys.exit(SKIPPED)
    folder = pathlib.Path(sys.argv[1])
    for code, language, footer, words in (
            ("fr", "fr-FR", "page {0} sur {1}", ["Ce qui s’est passé", "8 mars 2026 à 03:11:07"]),
            ("en", "en-GB", "page {0} of {1}", ["What happened", "8 March 2026, 03:11:07"])):
        path = folder / f"sample.{code}.pdf"
        pages = check_information(path, "Boîte de la comptabilité détournée")
        check_fonts(path)
        check_structure(path)
        check_bytes(path, language)
        check_words(path, pages, words + [". <script>alert(1)</script>"], footer)
    print("pdf: tagged, embedded, described, in both languages")


if __name__ == "__main__":
    main()
