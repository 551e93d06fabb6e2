// What an organisation prepared is there for the next shift: where its own people do what is left.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { axeViolations } from "./axe";
import { closeBrowser, openBrowser, Person } from "./person";
import { Server } from "./server";

const folder = mkdtempSync(join(tmpdir(), "digue-organisation-"));
const settings = `name: "CH de Valmont"
zone: Europe/Paris
overlay: adaptation.yaml
`;
const overlay = `format: "1"
overlay: "CH de Valmont"
language: fr
platforms: [microsoft-365]
steps:
  - step: mail-account/1.a.1
    owners: ["Paul Petit"]
    console:
      - {platform: microsoft-365, path: "Utilisateurs > Bloquer", address: "admin.cloud.example"}
`;

// To which steps of the sheet it was fitted, as the program writes it.
function base(): string {
  const begun = join(folder, "begun.yaml");
  const words = ["sheet", "overlay", "mail-account", "--out", begun];
  execFileSync(process.env["DIGUE_PROGRAM"] ?? "", words);
  const text = readFileSync(begun, "utf8");
  return text.slice(text.indexOf("\nbase:") + 1);
}

let server: Server;
beforeAll(async () => {
  await openBrowser();
  writeFileSync(join(folder, "organisation.yaml"), settings);
  writeFileSync(join(folder, "adaptation.yaml"), overlay + base());
  server = await Server.started(["--org", join(folder, "organisation.yaml")]);
});
afterAll(async () => {
  await closeBrowser();
  await server.end();
  rmSync(folder, { recursive: true, force: true });
});

test("the hand-over tells the consoles of what is left, until it is done", async () => {
  const person = await Person.at(server);
  const { page, words } = person;
  await person.beginFirst();
  const incident = await person.openIncident("a.durand@ch.example");
  await person.goTo(incident, "handover");
  const consoles = page.locator("section", {
    has: page.getByRole("heading", { name: words.handover.consoles }),
  });
  await consoles.getByText("Utilisateurs > Bloquer").waitFor();
  await consoles.getByText("admin.cloud.example").waitFor();
  expect(await consoles.getByRole("link", { name: "admin.cloud.example" }).count()).toBe(0);
  expect(await axeViolations(page)).toEqual([]);
  const link = consoles.getByRole("link").first();
  await link.click();
  await page.waitForURL("**/act?step=mail-account%2F1.a.1*");
  const said = await person.context.request.post(`/api/v1/incidents/${incident}/actions`, {
    headers: { "X-Digue": "1" },
    data: {
      item: "mail-account/1.a.1",
      account: "a.durand@ch.example",
      state: "not-applicable",
      why: "compte d’essai",
    },
  });
  expect(said.status()).toBe(201);
  await person.goTo(incident, "handover");
  await person.button(words.handover.send).waitFor();
  expect(await consoles.count()).toBe(0);
  expect(person.faults).toEqual([]);
  await person.leave();
});
