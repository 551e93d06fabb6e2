// Nothing typed is ever lost.
import { afterAll, beforeAll, expect, test } from "vitest";

import { closeBrowser, openBrowser, Person } from "./person";
import { Server } from "./server";

let server: Server;
let person: Person;
let incident = "";
beforeAll(async () => {
  await openBrowser();
  server = await Server.started();
  person = await Person.at(server);
  await person.beginFirst();
  incident = await person.openIncident("c.durand@ch.example");
});
afterAll(async () => {
  await closeBrowser();
  await server.end();
});

const box = () => person.page.locator("#entry-box");

test("a session that ends in the middle keeps the text, and goes on where it was", async () => {
  await person.goTo(incident, "log");
  await box().fill("Le standard ne répond plus");
  await person.context.request.delete("/api/v1/session", { headers: { "X-Digue": "1" } });
  await person.page.keyboard.press("Control+Enter");
  await person.page.getByRole("heading", { name: person.words.begin.again }).waitFor();
  expect(await person.receipt().count()).toBe(0);
  await person.fillSignIn("alix");
  await person.page.locator("[role=dialog]").waitFor({ state: "detached" });
  expect(await box().inputValue()).toBe("Le standard ne répond plus");
  await box().focus();
  await person.page.keyboard.press("Control+Enter");
  await person.receipt().waitFor();
  expect(await box().inputValue()).toBe("");
  const told = (await person.log(incident)).filter((line) => line.includes("standard"));
  expect(told).toHaveLength(1);
});

test("a server that is killed loses no text, and what was acknowledged is still there", async () => {
  await person.note("Avant la coupure");
  await person.page.locator(".dock [data-receipt]").waitFor();
  await server.kill();
  await person.note("Pendant la coupure");
  await person.page.getByText(person.words.receipt.notSaved).waitFor();
  await person.page.getByText(person.words.line.cut).waitFor();
  await server.start();
  await box().focus();
  await person.page.keyboard.press("Control+Enter");
  await person.page.getByText(person.words.line.cut).waitFor({ state: "detached" });
  await expect.poll(() => box().inputValue()).toBe("");
  const lines = await person.log(incident);
  expect(lines.filter((line) => line.includes("Avant la coupure"))).toHaveLength(1);
  expect(lines.filter((line) => line.includes("Pendant la coupure"))).toHaveLength(1);
});

test("a page that is closed leaves its text to the next", async () => {
  const other = await person.context.newPage();
  await other.goto(`/incident/${incident}/log`);
  await other.locator("#entry-box").fill("Écrit puis fermé");
  await other.close();
  await person.page.reload();
  await expect.poll(() => box().inputValue()).toBe("Écrit puis fermé");
  await person.page.getByText(person.words.receipt.restored).waitFor();
  await person.page.getByRole("button", { name: person.words.receipt.discard }).click();
  expect(await box().inputValue()).toBe("");
});

test("two tabs never write over each other", async () => {
  const other = await person.context.newPage();
  await other.goto(`/incident/${incident}/log`);
  await other.locator("#entry-box").fill("Dans l’autre onglet");
  await box().fill("Dans le premier onglet");
  await other.reload();
  await person.page.reload();
  await expect.poll(() => other.locator("#entry-box").inputValue()).toBe("Dans l’autre onglet");
  await expect.poll(() => box().inputValue()).toBe("Dans le premier onglet");
  await other.close();
  await box().fill("");
});

test("a line is seen by the others within a second", async () => {
  const second = await Person.at(server);
  await second.signIn();
  await second.goTo(incident, "log");
  await second.page.waitForTimeout(1000);
  await person.note("Vu par tous");
  await person.page.locator(".dock [data-receipt]").waitFor();
  const began = Date.now();
  await second.page.getByText("Vu par tous").waitFor();
  expect(Date.now() - began).toBeLessThan(1000);
  await second.leave();
});

test("two who write at once see each other’s line within a second", async () => {
  const second = await Person.at(server, { language: "en" });
  await second.signIn();
  await second.goTo(incident, "log");
  await person.goTo(incident, "log");
  await person.page.waitForTimeout(1000);
  await Promise.all([person.note("De la première"), second.note("Du second")]);
  await Promise.all([
    person.page.locator(".dock [data-receipt]").waitFor(),
    second.page.locator(".dock [data-receipt]").waitFor(),
  ]);
  const began = Date.now();
  await Promise.all([
    person.page.locator(".log-row", { hasText: "Du second" }).waitFor(),
    second.page.locator(".log-row", { hasText: "De la première" }).waitFor(),
  ]);
  expect(Date.now() - began).toBeLessThan(1000);
  await second.leave();
});

test("an action that is being told survives the server, and is told once", async () => {
  const { page, words } = person;
  const step = new URLSearchParams({ step: "mail-account/1.a.1", account: "c.durand@ch.example" });
  await person.goTo(incident, `act?${step}`);
  await person.button(words.act.say.impossible).click();
  await person.field(words.act2.why).fill("Console injoignable depuis 3 h");
  await server.kill();
  await page.keyboard.press("Control+Enter");
  await page.getByText(words.receipt.notSaved).waitFor();
  await server.start();
  await page.reload();
  await person.button(words.act.say.impossible).click();
  expect(await person.field(words.act2.why).inputValue()).toBe("Console injoignable depuis 3 h");
  await page.keyboard.press("Control+Enter");
  await person.receipt().waitFor();
  const told = (await person.log(incident)).filter((line) => line.includes("Console injoignable"));
  expect(told).toHaveLength(1);
});

test("a hand-over that is being written survives the end of the session", async () => {
  const { page, words } = person;
  await person.goTo(incident, "handover");
  await person.field(words.handover.to).fill("Paul Garnier");
  await person.field(words.handover.text).fill("La clé est chez le gardien");
  await person.context.request.delete("/api/v1/session", { headers: { "X-Digue": "1" } });
  await person.button(words.handover.send).click();
  await page.getByRole("heading", { name: words.begin.again }).waitFor();
  await person.fillSignIn("alix");
  await page.locator("[role=dialog]").waitFor({ state: "detached" });
  expect(await person.field(words.handover.text).inputValue()).toBe("La clé est chez le gardien");
  await person.button(words.handover.send).click();
  await person.receipt().waitFor();
  await page.getByText("La clé est chez le gardien").waitFor();
});
