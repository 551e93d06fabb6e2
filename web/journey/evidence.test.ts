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

test("a file is kept with its own hash, and analysed in the background", async () => {
  const person = await Person.at(server);
  const { page, words } = person;
  await person.beginFirst();
  const incident = await person.openIncident("c.durand@ch.example");
  await person.goTo(incident, "evidence");
  await page.locator("input[type=file]").setInputFiles(join(folder, name));
  const hash = createHash("sha256").update(readFileSync(join(folder, name)));
  await page.getByText(hash.digest("hex")).waitFor();
  await person.button(words.evidence.analyse).click();
  await page.getByText(words.evidence.state.done).waitFor();
  await page.getByText(words.evidence.read(1, 1)).waitFor();
  expect((await person.log(incident)).join("\n")).toContain(name);
  expect(person.faults).toEqual([]);
  await person.leave();
});
