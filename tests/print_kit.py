"""digue print, looked at with poppler's tools: pages, structure, words, margins, footers.

python3 tests/print_kit.py  (DIGUE_PROGRAM names the program)
"""
import collections
import hashlib
import os
import pathlib
import re
import shutil
import sys
import tempfile
import zlib

from contract import run, run_json
from pdf import SKIPPED, check_fonts, tool

MARGIN = 15 / 25.4 * 72  # points
WIDTH, HEIGHT = 595.276, 841.89
WORDS = {"fr": {"card": "Fiche réflexe · carte"}, "en": {"card": "Reflex sheet · card"}}


def plain(text):
    """Words apart by single spaces, hyphens at the end of a line kept."""
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def pages_of(path):
    return [plain(page) for page in tool("pdftotext", "-raw", path, "-")[0].split("\f")[:-1]]


def has(words, page):
    """A line may be cut after a hyphen, where pdftotext puts a space; blanks stand beside some."""
    return plain(words).replace(" ", "") in page.replace(" ", "")


def check_margins(path):
    text, _ = tool("pdftotext", "-bbox", path, "-")
    boxes = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">', text)
    assert len(boxes) > 1000
    for box in boxes:
        left, top, right, bottom = map(float, box)
        # A font's own box may reach half a point above its letters' line.
        assert left >= MARGIN - 0.5 and right <= WIDTH - MARGIN + 0.5, box
        assert top >= MARGIN - 2 and bottom <= HEIGHT - MARGIN + 2, box


def check_structure(path, language):
    text, complaints = tool("pdfinfo", "-struct", path)
    assert not complaints, complaints[:800]
    assert text.lstrip().startswith("Document"), text[:200]
    kinds = collections.Counter(re.findall(r"^\s*([A-Z][A-Za-z0-9]*)\b", text, re.MULTILINE))
    for kind in ("H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD"):
        assert kinds[kind] > 0, f"no {kind} in {kinds}"
    assert kinds["H1"] == 1 and kinds["LI"] == kinds["LBody"] == kinds["Lbl"]
    raw = path.read_bytes()
    assert f"/Lang ({language})".encode() in raw and b"/DisplayDocTitle true" in raw


def check_footers(pages, sheets):
    for number, page in enumerate(pages, 1):
        assert has(f"page {number} / {len(pages)}", page), page[-200:]
        assert page.count("TLP:GREEN") == 2, "the marking stands at the head and at the foot"
    for sheet in sheets:
        source = pathlib.Path(__file__).parent.parent / "sheets" / f"{sheet['id']}.yaml"
        digest = hashlib.sha256(source.read_bytes()).hexdigest()[:12]
        foot = f"{sheet['id']} · version {sheet['version']} · {sheet['date']} · SHA-256 {digest}"
        assert any(has(foot, page) for page in pages), foot


def check_cards(pages, sheets, language):
    """At most two pages, then the pages of the measures with every step, whole."""
    starts = [i for i, page in enumerate(pages) if has(WORDS[language]["card"], page)]
    assert len(starts) == len(sheets)
    for start, sheet in zip(starts, sheets):
        assert has(sheet["title"], pages[start]) and has(sheet["when"], pages[start])
        end = next(i for i in range(start, len(pages)) if re.search(r"AVANT|BEFORE", pages[i][:60]))
        assert 1 <= end - start <= 2, f"the card of {sheet['id']} takes {end - start} pages"


def check_steps(pages, steps):
    for step in steps:
        if step.get("hidden"):
            continue
        where = [page for page in pages if has(step["title"], page)]
        assert where, f"{step['id']} is not printed: {step['title']}"
        # Not cut: what to do stands on one page with its title.
        assert any(has(step["text"], page) for page in where), f"{step['id']} is cut"


def check_annexes(pages, language):
    titles = {"fr": ["Annuaire", "Délais et déclarations", "Porter plainte", "Glossaire", "Main courante"],
              "en": ["Directory", "Time limits and declarations", "File a complaint", "Glossary", "Logbook"]}
    over = {"fr": "Annexe", "en": "Annex"}[language]
    starts = [[i for i, page in enumerate(pages) if page.startswith(f"{over} {title} ")]
              for title in titles[language]]
    assert all(starts) and starts == sorted(starts), starts
    assert len(starts[-1]) == 2, "two blank pages of the logbook"
    assert starts[3][0] - starts[2][0] == 1, "the complaint holds on one page"
    directory = " ".join(pages[starts[0][0]:starts[1][0]])
    assert "3218" in directory and "cert-fr@ssi.gouv.fr" in directory
    for number, title in zip(starts, titles[language]):
        assert has(f"p. {number[0] + 1}{title}", pages[0]), f"the contents do not lead to {title}"


def page_streams(path):
    """What is drawn, page by page: the streams that hold structure."""
    raw = path.read_bytes()
    for found in re.finditer(rb"stream\r?\n", raw):
        try:
            stream = zlib.decompressobj().decompress(raw[found.end():])
        except zlib.error:
            continue
        if b"/MCID" in stream:
            yield re.sub(rb"\((?:\\.|[^\\()])*\)", b"()", stream)


def check_artefacts(path, pages):
    """Whatever is drawn stands in an element, or is told to be an artefact."""
    streams = list(page_streams(path))
    assert len(streams) == pages
    for stream in streams:
        depth = 0
        for word in stream.split():
            depth += word in (b"BDC", b"BMC")
            depth -= word == b"EMC"
            assert depth > 0 or word not in (b"Tj", b"TJ", b"f", b"S", b"f*"), stream[:400]
        assert depth == 0 and b"/Artifact BMC" in stream


def check_incident(folder):
    os.environ["DIGUE_STATE"] = str(folder / "state")
    book, path = folder / "one.digue", folder / "incident.pdf"
    said = ["--incident", book, "--author", "Claire Morel"]
    for words in (["incident", "new", "Boîte détournée", "--zone", "Europe/Paris"],
                  ["act", "mail-account/pre.2", "done"], ["answer", "mail-account/pre.1", "no"],
                  ["clock", "start", "--clock", "cnil", "--why", "Une boîte a été lue."]):
        done = run(*words, *said)
        assert done.returncode == 0, done.stderr
    run_json("print", *said, "--out", path)
    pages = pages_of(path)
    assert "Boîte détournée" in pages[0] and re.search(r"root [0-9a-f]{64}", pages[0])
    assert re.search(r"What is owed .*☐.*CNIL", pages[0])
    assert sum("Claire Morel" in page for page in pages) == 1, "who did it, beside the step"
    assert any("☒No" in page.replace(" ", "") for page in pages), "the answer given is not ticked"
    assert all(page.count("TLP:AMBER") == 2 for page in pages)
    check_margins(path)


def check_blank(folder, language):
    path = folder / f"kit.{language}.pdf"
    paper = run_json("print", "--marking", "TLP:GREEN", "--out", path, language=language)["paper"][0]
    assert paper["kind"] == "print-kit"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == paper["sha256"]
    sheets = run_json("sheet", "list", language=language)["sheet"]
    pages = pages_of(path)
    check_fonts(path)
    check_structure(path, {"fr": "fr-FR", "en": "en-GB"}[language])
    check_margins(path)
    check_footers(pages, sheets)
    check_annexes(pages, language)
    check_artefacts(path, len(pages))
    sheets = [run_json("sheet", "show", sheet["id"], language=language) for sheet in sheets]
    check_cards(pages, [shown["sheet"][0] for shown in sheets], language)
    for shown in sheets:
        check_steps(pages, shown["step"])


def check_refusals(folder):
    assert run("print", "--marking", "SECRET", "--out", folder / "x.pdf").returncode == 2
    assert run("print", "--out", folder / "x.txt").returncode == 2
    assert run("print", "no-such-sheet", "--out", folder / "x.pdf").returncode != 0
    assert not (folder / "x.pdf").exists()


def main():
    for name in ("pdfinfo", "pdffonts", "pdftotext"):
        if shutil.which(name) is None:
            print(f"SKIPPED: {name} is not there (Debian: poppler-utils)")
            sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for language in ("fr", "en"):
            check_blank(folder, language)
        check_incident(folder)
        check_refusals(folder)
    print("print kit: cards, measures, words, margins and structure hold, in both languages")


if __name__ == "__main__":
    main()
