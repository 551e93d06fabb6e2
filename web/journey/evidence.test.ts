// From a file dropped in to what it says beside the steps.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { axeViolations } from "./axe";
import { closeBrowser, openBrowser, Person } from "./person";
import { Server } from "./server";

const folder = join(import.meta.dirname, "../../tests/golden/message-trace");
const name = "cmdlet.csv";

let server: Server;
beforeAll(async () => {
  await openBrowser();
  server = await Server.started();
});
afterAll(async () => {
  await closeBrowser();
  await server.end();
});

test("a file is looked at before it counts, kept with its own hash, and analysed in the background", async () => {
  const person = await Person.at(server);
  const { page, words } = person;
  await person.beginFirst();
  const incident = await person.openIncident("c.durand@ch.example");
  await person.goTo(incident, "evidence");
  await page.locator(".drop input[type=file]").setInputFiles(join(folder, name));
  const hash = createHash("sha256").update(readFileSync(join(folder, name)));
  const before = page.getByRole("region", { name });
  await before.getByText(hash.digest("hex")).waitFor();
  await before.getByText("message-trace").waitFor();
  await before.getByText("Europe/Paris").first().waitFor();
  expect(await before.locator("pre").innerText()).toContain("MessageTraceId");
  expect((await person.log(incident)).join("\n")).not.toContain(name);
  await before.getByRole("button", { name: words.evidence.keep, exact: true }).click();
  await page.locator(".notice.good", { hasText: name }).waitFor();
  await person.button(words.evidence.analyse).click();
  await page.getByText(words.evidence.state.done).waitFor();
  await page.getByText(words.evidence.read(1, 1)).waitFor();
  await page.getByText(words.evidence.rulesOwn).waitFor();
  expect((await person.log(incident)).join("\n")).toContain(name);
  expect(person.faults).toEqual([]);
  await person.leave();
});

const mapping = `format: digue-mapping
version: 1
files:
- name: badges
  shape: csv
  recognise: [Porte, Badge]
  parts: {day: Jour, clock: Heure, account: Porteur, device: Porte}
  actions:
  - {when: {Résultat: Refusé}, is: logon, verdict: failure}
`;
const badges =
  "Jour;Heure;Porte;Badge;Porteur;Résultat\n2026-03-08;02:11:07;Serveurs;77;karim;Refusé\n";

test.each(["fr", "en"] as const)(
  "a format that nobody knows is read once it is told what its fields mean; in %s",
  async (language) => {
    const person = await Person.at(server, { language });
    const { page, words } = person;
    await person.signIn();
    const incident = await person.openIncident(`${language}.badge@ch.example`);
    await person.goTo(incident, "evidence");
    await page.locator(".drop input[type=file]").setInputFiles({
      name: "badges.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(badges),
    });
    const before = page.getByRole("region", { name: "badges.csv" });
    await before.getByText(words.evidence.unknownFormat).waitFor();
    await page.getByText(words.evidence.tell).click();
    await page.getByLabel(words.evidence.zoneOfFiles).selectOption("Indian/Reunion");
    const fields = person.field(words.evidence.mapping);
    await fields.fill(mapping.replace("csv", "excel"));
    await before.getByRole("button", { name: words.evidence.lookAgain }).click();
    await before.getByRole("alert").getByText("mapping.yaml").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.locator("details input[type=file]").setInputFiles({
      name: "badges.yaml",
      mimeType: "text/yaml",
      buffer: Buffer.from(mapping),
    });
    await expect.poll(() => fields.inputValue()).toBe(mapping);
    await before.getByRole("button", { name: words.evidence.lookAgain }).click();
    await before.getByText("badges", { exact: true }).waitFor();
    // Told for the tab: it is still there after the page was left.
    await page.reload();
    await person.heading().waitFor();
    expect(await fields.inputValue()).toBe(mapping);
    await page.locator(".drop input[type=file]").setInputFiles({
      name: "badges.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(badges),
    });
    await before.getByText("badges", { exact: true }).waitFor();
    await before.getByRole("button", { name: words.evidence.keep, exact: true }).click();
    await person.button(words.evidence.analyse).click();
    await page.getByText(words.evidence.state.done).waitFor();
    expect((await person.log(incident)).join("\n")).toContain("Indian/Reunion");
    const sources = await person.context.request.get(`/api/v1/incidents/${incident}/sources`);
    const { items } = (await sources.json()) as { items: { format: string; first: string }[] };
    expect(items).toMatchObject([{ format: "badges", first: "2026-03-07T22:11:07Z" }]);
    expect(person.faults).toEqual([]);
    await person.leave();
  },
);

test("what is not kept leaves nothing; what was cut goes on from there", async () => {
  const person = await Person.at(server);
  const { page, words } = person;
  await person.signIn();
  const incident = await person.openIncident("d.durand@ch.example");
  const begun = await person.context.request.post(`/api/v1/incidents/${incident}/uploads`, {
    headers: { "X-Digue": "1" },
    data: { name },
  });
  const { upload } = (await begun.json()) as { upload: string };
  await person.context.request.post(`/api/v1/incidents/${incident}/uploads/${upload}?offset=0`, {
    headers: { "X-Digue": "1", "Content-Type": "application/octet-stream" },
    data: readFileSync(join(folder, name)).subarray(0, 100),
  });
  await person.goTo(incident, "evidence");
  await page.getByText(words.evidence.leftOver).waitFor();
  await page.locator(".drop input[type=file]").setInputFiles(join(folder, name));
  const before = page.getByRole("region", { name });
  await before.locator("pre").waitFor();
  await page.getByText(words.evidence.leftOver).waitFor({ state: "detached" });
  await before.getByRole("button", { name: words.evidence.giveUp }).click();
  await before.waitFor({ state: "detached" });
  const left = await person.context.request.get(`/api/v1/incidents/${incident}/uploads`);
  expect(((await left.json()) as { total: number }).total).toBe(0);
  await page.getByText(words.evidence.none).waitFor();
  expect(person.faults).toEqual([]);
  await person.leave();
});
