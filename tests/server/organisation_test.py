#!/usr/bin/env python3
"""What the organisation prepared, in the browser: the same answers as the terminal's verbs with --org, and as
without it on an incident that keeps it."""
import json
import os
import pathlib
import subprocess
import tempfile

from program import PROGRAM, Server, run

SHEET = "mail-account"
STEP, HIDDEN, OWN = f"{SHEET}/1.a.1", f"{SHEET}/9.d.1", f"{SHEET}/org.call"
SETTINGS = """name: "CH de Valmont"
zone: Europe/Paris
domains: [valmont.example]
known_networks: [198.51.100.0/24]
regulated: [ose]
personal_data: yes
insurance: {insurer: "Mutuelle du Nord", declare_hours: "72"}
severity: {zones: "3"}
overlay: adaptation.yaml
activities:
  - {name: "Urgences", vital: yes, degraded_holds: "12 h", systems: ["Dossier patient"]}
systems:
  - {name: "Dossier patient", data: [health], runs_on: [srv-dpi]}
"""
FILLED = f"""platforms: [zimbra]
contacts:
  - {{contact: insurer, name: "Mutuelle du Nord", phones: [{{number: "01 23 45 67 89", where: "jour et nuit"}}]}}
steps:
  - {{step: {STEP}, owners: ["Paul Petit"]}}
own_steps:
  - {{after: {STEP}, owners: ["Standard"], step: {{id: {OWN}, kind: do, title: "Prévenir le standard"}}}}
hidden:
  - {{step: {HIDDEN}, reason: "Le serveur est chez le prestataire."}}
"""


class Terminal:
    """The verbs, on the file of the server."""

    def __init__(self, server, incident):
        self.file = str(server.folder / "data" / "incidents" / f"{incident}.digue")
        self.environment = dict(os.environ, DIGUE_STATE=str(server.folder / "state"))

    def objects(self, *arguments, kind):
        done = subprocess.run([PROGRAM, *map(str, arguments), "--incident", self.file, "--json", "--lang", "fr"],
                              capture_output=True, text=True, check=False, env=self.environment)
        assert done.returncode == 0, done.stderr
        return [one for one in map(json.loads, done.stdout.splitlines()) if one["type"] == kind]


def prepare(folder):
    overlay = folder / "adaptation.yaml"
    done = subprocess.run([PROGRAM, "sheet", "overlay", SHEET, "--out", overlay, "--lang", "fr"],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    keys = ("contacts:", "steps:", "own_steps:", "hidden:")
    lines = [line for line in overlay.read_text("utf-8").splitlines() if line not in keys]
    overlay.write_text("\n".join(lines) + "\n" + FILLED, "utf-8")
    settings = folder / "organisation.yaml"
    settings.write_text(SETTINGS, "utf-8")
    return settings


def work(lead, incident):
    assert lead.post(f"{incident}/answers", {"item": f"{SHEET}/2.a.3", "value": "yes"}).status == 201
    lead.post(f"{incident}/clocks/cnil", {"step": "start", "why": "fuite confirmée",
                                          "at": "2026-03-08T03:11:07+01:00"})


def same_as_the_terminal(lead, incident, terminal, *organisation):
    path = f"/incidents/{incident}"
    plan = lead.get(path + "/plan?all=1&lang=fr").json
    told = terminal.objects("plan", "--all", *organisation, kind="plan-step")
    assert plan["items"] == told and any(one["item"] == OWN for one in told)
    assert next(one for one in told if one["item"] == STEP)["local"]["owners"] == ["Paul Petit"]
    calls = terminal.objects("plan", *organisation, kind="call")
    assert plan["calls"] == calls
    clocks = lead.get(path + "/clocks?lang=fr").json["items"]
    assert clocks == terminal.objects("clock", "list", "--all", *organisation, kind="clock")
    (severity,) = terminal.objects("qualify", *organisation, kind="severity")
    assert lead.get(path + "/severity?lang=fr").json == severity
    assert OWN in [one["id"] for one in lead.get(path + f"/sheets/{SHEET}").json["steps"]]
    insurer = next(one for one in lead.get(path + "/contacts?lang=fr").json["items"] if one["id"] == "insurer")
    assert "Mutuelle du Nord" in json.dumps(insurer, ensure_ascii=False), insurer
    recognised = lead.post(path + "/log/recognise", {
        "text": "jean@valmont.example, 198.51.100.7 et 203.0.113.9 chez evil[.]example"}).json["items"]
    assert [(one["value"], one["role"], one["kept"]) for one in recognised] == [
        ("jean@valmont.example", "account", True), ("198.51.100.7", "ours", False),
        ("203.0.113.9", "indicator", True), ("evil.example", "indicator", True)], recognised


def with_org_the_browser_says_what_the_terminal_says():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        settings = prepare(folder)
        with Server(organisation=folder) as server:
            lead = server.lead()
            incident = lead.incident(subject={"account": "compta@valmont.example"})
            work(lead, f"/incidents/{incident}")
            terminal = Terminal(server, incident)
            same_as_the_terminal(lead, incident, terminal, "--org", settings)
            # It keeps them: alone, on another machine, it says the same.
            same_as_the_terminal(lead, incident, terminal)
            assert lead.get(f"/incidents/{incident}/log?kind=organisation-set").json["total"] == 1
            assert OWN in [one["id"] for one in lead.get(f"/sheets/{SHEET}").json["steps"]]
            assert lead.get(f"/incidents/{incident}/papers/kit.pdf").body.startswith(b"%PDF-")


def without_it_an_incident_brings_its_own():
    with tempfile.TemporaryDirectory() as name:
        settings = prepare(pathlib.Path(name))
        with Server() as server:
            lead = server.lead()
            incident, other = lead.incident(), lead.incident()
            terminal = Terminal(server, incident)
            terminal.objects("incident", "organisation", "--org", settings, kind="receipt")
            for file in pathlib.Path(name).iterdir():
                file.unlink()
            work(lead, f"/incidents/{incident}")
            same_as_the_terminal(lead, incident, terminal)
            assert OWN not in [one["id"] for one in lead.get(f"/sheets/{SHEET}").json["steps"]]
            assert OWN not in [one["item"] for one in lead.get(f"/incidents/{other}/plan?all=1").json["items"]]


def what_cannot_be_read_is_told_at_the_start():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "organisation.yaml").write_text("colour: red\n", "utf-8")
        for given in (folder, folder / "none.yaml"):
            for language in ("fr", "en"):
                done = subprocess.run([PROGRAM, "serve", "--data", folder / "data", "--listen", "127.0.0.1:0", "--org",
                                       given, "--lang", language], capture_output=True, text=True, timeout=20,
                                      check=False)
                assert done.returncode != 0 and "yaml" in done.stderr, (given, done)


if __name__ == "__main__":
    run(with_org_the_browser_says_what_the_terminal_says, without_it_an_incident_brings_its_own,
        what_cannot_be_read_is_told_at_the_start)
