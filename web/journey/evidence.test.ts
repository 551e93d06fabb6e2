// From a file dropped in to what it says beside the steps.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

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
  await page.locator("input[type=file]").setInputFiles(join(folder, name));
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
  expect((await person.log(incident)).join("\n")).toContain(name);
  expect(person.faults).toEqual([]);
  await person.leave();
});

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
  await page.locator("input[type=file]").setInputFiles(join(folder, name));
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
