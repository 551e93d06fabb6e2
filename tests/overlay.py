"""An organisation prepares: it begins an overlay, fills it in, checks it; an incident keeps it with the
settings, and stands alone on another machine.
"""
import os
import pathlib
import shutil
import tempfile

from contract import ROOT, run, run_json

SHEET = "mail-account"
STEP = f"{SHEET}/1.a.1"
HIDDEN = f"{SHEET}/9.d.1"
OWN = f"{SHEET}/org.call"

FILLED = f"""platforms: [zimbra]
contacts:
  - contact: insurer
    name: "Mutuelle du Nord"
    phones: [{{number: "01 23 45 67 89", where: "jour et nuit"}}]
steps:
  - step: {STEP}
    owners: ["Paul Petit"]
    console: [{{platform: zimbra, path: "Gérer > Comptes", address: "admin.valmont.example"}}]
own_steps:
  - after: {STEP}
    owners: ["Standard"]
    console: [{{platform: zimbra, path: "Gérer > Comptes", address: "admin.valmont.example"}}]
    step:
      id: {OWN}
      kind: do
      title: "Prévenir le standard"
hidden:
  - step: {HIDDEN}
    reason: "Le serveur est chez le prestataire."
"""


def prepared(folder):
    """The settings, a table in Windows-1252, and an overlay begun by the program and filled in."""
    overlay = folder / "adaptation.yaml"
    done = run("sheet", "overlay", SHEET, "--out", overlay, language="fr")
    assert done.returncode == 0, done.stderr
    again = run("sheet", "overlay", SHEET, "--out", overlay)
    assert again.returncode == 1 and "exists already" in again.stderr
    keys = ("contacts:", "steps:", "own_steps:", "hidden:")
    lines = [line for line in overlay.read_text("utf-8").splitlines() if line not in keys]
    overlay.write_text("\n".join(lines) + "\n" + FILLED, "utf-8")
    (folder / "activites.csv").write_bytes("activité;vitale\nRéanimation;oui\n".encode("cp1252"))
    settings = folder / "digue.yaml"
    settings.write_text('name: "CH de Valmont"\nzone: Europe/Paris\ndomains: [valmont.example]\n'
                        "regulated: []\ninsurance: no\n"
                        "register: [activites.csv]\noverlay: adaptation.yaml\n", "utf-8")
    return settings, overlay


def lint(overlay):
    found = run_json("sheet", "lint", overlay)["problem"]
    assert all(one["level"] == "warning" for one in found), found
    assert len(found) == 2, found  # neither reviewed nor tried yet
    text = overlay.read_text("utf-8").replace("\n#reviewed: ", "\nreviewed: ")
    overlay.write_text(text.replace("\n#tested: ", "\ntested: ").replace('by: ""', 'by: "A"'), "utf-8")
    assert "problem" not in run_json("sheet", "lint", overlay)
    other = overlay.parent / "other.yaml"
    other.write_text(overlay.read_text("utf-8").replace('    version: "', '    version: "0.'), "utf-8")
    (problem,) = run_json("sheet", "lint", other, expect=(1,))["problem"]
    assert problem["line"] > 1 and problem["column"] > 1 and "digue sheet diff" in problem["message"]
    for language, words in (("fr", "écrit pour la version"), ("en", "written for version")):
        assert words in run("sheet", "lint", other, language=language).stdout


def update(overlay, folder):
    """The sheets of another folder, where one step says something else."""
    sheets = folder / "sheets"
    shutil.copytree(ROOT / "sheets", sheets)
    path = sheets / f"{SHEET}.yaml"
    text = path.read_text("utf-8")
    start = text.index(f"- id: {STEP}\n")
    end = text.index('en: "', text.index("title:", start)) + len('en: "')
    path.write_text(text[:end] + "At once: " + text[end:], "utf-8")
    assert "sheet-difference" not in run_json("sheet", "diff", overlay)
    found = run_json("sheet", "--sheets", sheets, "diff", overlay)["sheet-difference"]
    assert [(one["kind"], one["step"], one["touched"]) for one in found] == [
        ("version", "", False), ("changed", STEP, True)], found
    updated = folder / "updated.yaml"
    done = run("sheet", "--sheets", sheets, "diff", overlay, "--out", updated)
    assert done.returncode == 0 and "LOOK AGAIN" in done.stdout, done.stderr
    assert "problem" not in run_json("sheet", "--sheets", sheets, "lint", updated)
    before, after = overlay.read_text("utf-8").splitlines(), updated.read_text("utf-8").splitlines()
    assert [line for line in before if line not in after and "=P" not in line and "hash" not in line] == []


def shown(settings):
    shown_sheet = run_json("sheet", "show", SHEET, "--org", settings)
    (sheet,) = shown_sheet["sheet"]
    assert sheet["adapted"]["by"] and sheet["adapted"]["hidden"] == [HIDDEN]
    steps = {one["id"]: one for one in shown_sheet["step"]}
    assert steps[STEP]["local"]["owners"] == ["Paul Petit"] and steps[STEP]["scripts"] == []
    assert steps[OWN]["local"]["own"] and steps[OWN]["priority"] == steps[STEP]["priority"]
    for language, words in (("fr", "Masquée"), ("en", "Hidden")):
        assert words in run("sheet", "show", SHEET, "--org", settings, language=language).stdout
    contacts = {one["id"]: one for one in run_json("sheet", "contacts", "--org", settings)["contact"]}
    assert contacts["insurer"]["name"] == "Mutuelle du Nord"
    assert contacts["insurer"]["phones"][0]["number"] == "01 23 45 67 89"


def plan_of(incident, *more):
    return {one["item"]: one for one in run_json("plan", "--incident", incident, *more)["plan-step"]}


def consoles_of(incident):
    (page,) = run_json("handover", "--incident", incident)["handover"]
    return [(one["path"], {step["item"] for step in one["steps"]}) for one in page["consoles"]]


def kept(settings, folder):
    """Without --org, and with the prepared files gone."""
    incident = folder / "i.digue"
    run_json("incident", "new", "Compte", "--incident", incident, "--org", settings, "--account",
             "claire@valmont.example")
    shutil.rmtree(settings.parent)
    (state,) = run_json("incident", "show", "--incident", incident)["incident"]
    assert state["organisation"]["name"] == "CH de Valmont" and state["organisation"]["files"] == 3
    assert state["zone"] == "Europe/Paris", "the organisation's zone is not taken"
    plan = plan_of(incident)
    assert plan[STEP]["local"]["owners"] == ["Paul Petit"] and plan[STEP]["owner"] == "Paul Petit"
    assert plan[HIDDEN]["hidden"] and "prestataire" in plan[HIDDEN]["reasons"][0]
    for language, words in (("fr", "masquées par l’organisation"), ("en", "hidden by the organisation")):
        done = run("plan", "--incident", incident, "--next", "3", language=language)
        assert words in done.stdout and "prestataire" in done.stdout, done.stdout
        assert max(map(len, done.stdout.splitlines())) <= 80
    assert consoles_of(incident) == [("Gérer > Comptes", {STEP, OWN})]
    run_json("act", OWN, "done", "--incident", incident, "--author", "Anne")
    assert consoles_of(incident) == [("Gérer > Comptes", {STEP})], "what is done needs no console"
    assert plan_of(incident)[OWN]["state"] == "done"
    said = run_json("log", "list", "--item", OWN, "--incident", incident)["log-entry"][-1]["text"]
    assert "Tell the switchboard" in said or "Prévenir le standard" in said, said
    clocks = {one["clock"]: one for one in run_json("clock", "list", "--all", "--incident", incident)["clock"]}
    assert clocks["insurer"]["concerned"] == "no", clocks["insurer"]
    (severity,) = run_json("qualify", "--incident", incident)["severity"]
    assert severity["register"] is not None
    for language, words in (("fr", "Consoles de votre organisation"), ("en", "Your organisation’s consoles")):
        done = run("handover", "--incident", incident, language=language)
        assert words in done.stdout and "Gérer > Comptes" in done.stdout, done.stdout
        assert max(map(len, done.stdout.splitlines())) <= 80
    html = folder / "report.html"
    assert run("report", "--incident", incident, "--out", html).returncode == 0
    assert "CH de Valmont" in html.read_text("utf-8") and "Prévenir le standard" in html.read_text("utf-8")
    assert run("print", "--incident", incident, "--out", folder / "kit.pdf").returncode == 0
    return incident


def renewed(incident, folder):
    other = folder / "other"
    other.mkdir()
    settings = other / "autre.yaml"
    settings.write_text('name: "Autre"\n', "utf-8")
    assert plan_of(incident, "--org", settings)[STEP]["local"] is None  # for one command
    assert plan_of(incident)[STEP]["local"] is not None
    run_json("incident", "organisation", "--incident", incident, "--org", settings)
    assert plan_of(incident)[STEP]["local"] is None
    (line,) = [one for one in run_json("log", "list", "--incident", incident)["log-entry"]
               if one["kind"] == "organisation-set" and "Autre" in one["text"]]
    assert "autre.yaml" in line["text"]
    settings.write_text('name: "Autre"\noverlay: absent.yaml\n', "utf-8")
    assert run("incident", "organisation", "--incident", incident, "--org", settings).returncode == 1


def guided(folder):
    """The guide takes what lies where it is expected, and a mistake in it stops nobody."""
    for settings, told in (('name: "Chez nous"\n', True), ("nom: faux\n", False)):
        place = pathlib.Path(tempfile.mkdtemp(dir=folder))
        (place / "digue.yaml").write_text(settings, "utf-8")
        done = run("guide", "--sheet", SHEET, "--incident", "g.digue", input="Anne\n\nq\n", cwd=place)
        assert done.returncode == 0, done.stderr
        (state,) = run_json("incident", "show", "--incident", place / "g.digue")["incident"]
        assert (state["organisation"] is not None) == told, done.stdout + done.stderr


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        os.environ["DIGUE_STATE"] = str(folder / "state")
        (folder / "prepared").mkdir()
        settings, overlay = prepared(folder / "prepared")
        lint(overlay)
        update(overlay, folder)
        shown(settings)
        incident = kept(settings, folder)
        renewed(incident, folder)
        guided(folder)


if __name__ == "__main__":
    main()
