// Who does what, who takes over, and what is put right.
import { readFileSync } from "node:fs";

import { afterAll, beforeAll, expect, test } from "vitest";

import { analysedExercise } from "./exercise";
import { closeBrowser, openBrowser, password, Person } from "./person";
import { Server } from "./server";

let server: Server;
let lead: Person;
let incident = "";
beforeAll(async () => {
  await openBrowser();
  server = await Server.started();
  incident = analysedExercise(server);
  lead = await Person.at(server);
  await lead.beginFirst();
});
afterAll(async () => {
  await closeBrowser();
  await server.end();
});

const step = `act?${new URLSearchParams({
  step: "mail-account/1.a.1",
  account: "karim.berard@ch-vernouillac.example",
})}`;

test("a lead adds a person, who signs in", async () => {
  const { page, words } = lead;
  await lead.page.goto("/people");
  await lead.field(words.people.theirName).fill("Paul Garnier");
  await lead.field(words.begin.name).fill("paul");
  await lead.field(words.people.password).fill(password);
  await lead.button(words.people.submit).click();
  await page.getByText(words.people.added("Paul Garnier")).waitFor();
  await page.getByRole("rowheader", { name: "Paul Garnier" }).waitFor();
  const paul = await Person.at(server, { language: "en" });
  await paul.signIn("paul");
  await paul.page.goto("/people");
  await paul.page.getByText(paul.words.people.onlyLead).waitFor();
  await paul.leave();
});

test("who has a role in one incident alone sees it, and acts in it by that role", async () => {
  const { page, words } = lead;
  const paul = await Person.at(server, { language: "en" });
  await paul.signIn("paul");
  expect(await paul.page.getByText("Démonstration").count()).toBe(0);
  const denied = await paul.context.request.get(`/api/v1/incidents/${incident}`);
  expect(denied.status()).toBe(404);
  await lead.goTo(incident, "handover");
  await page
    .getByLabel(words.people.person, { exact: true })
    .selectOption({ label: "Paul Garnier" });
  const role = page.getByLabel(words.people.role, { exact: true });
  await role.selectOption({ label: words.roles.scribe });
  await lead.button(words.people.give).click();
  await lead.receipt().waitFor();
  await paul.goTo(incident, step);
  await paul.page.locator("#entry-box").waitFor();
  expect(await paul.button(paul.words.act.say.done).count()).toBe(0);
  await page
    .getByLabel(words.people.person, { exact: true })
    .selectOption({ label: "Paul Garnier" });
  await role.selectOption({ label: words.roles.responder });
  await lead.button(words.people.give).click();
  await paul.button(paul.words.act.say.done).waitFor();
  expect(paul.faults).toEqual([]);
  await paul.leave();
});

test("a step is assigned to a person, and stays to be done", async () => {
  const { page, words } = lead;
  await lead.goTo(incident, step);
  await lead.button(words.duty.assign).click();
  await lead.field(words.duty.assignTo).fill("Paul Garnier");
  await page.keyboard.press("Control+Enter");
  await lead.receipt().waitFor();
  await page.getByText(`${words.act.owner}${words.colon}Paul Garnier`).waitFor();
  await lead.button(words.act.say.done).waitFor();
});

test("the script of a step is downloaded, to be read", async () => {
  const { page, words } = lead;
  await lead.goTo(incident, step);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: words.duty.scriptGet("C1-block-account.ps1") }).click(),
  ]);
  const script = readFileSync(await download.path(), "utf8");
  expect(script).toContain("karim.berard@ch-vernouillac.example");
  expect(script).toContain("-Apply");
});

test("a hand-over passes once the other accepts", async () => {
  const { words } = lead;
  await lead.goTo(incident, "handover");
  await lead.field(words.handover.to).fill("Paul Garnier");
  await lead.field(words.handover.text).fill("Le DSI rappelle à 8 h");
  await lead.button(words.handover.send).click();
  await lead.receipt().waitFor();
  expect(await lead.button(words.handover.accept).count()).toBe(0);
  const paul = await Person.at(server, { language: "en" });
  await paul.signIn("paul");
  await paul.goTo(incident, "handover");
  await paul.page.getByText("Le DSI rappelle à 8 h").waitFor();
  await paul.button(paul.words.handover.accept).click();
  await paul.page.getByRole("heading", { name: paul.words.handover.past }).waitFor();
  await lead.page.getByRole("heading", { name: words.handover.past }).waitFor();
  expect(paul.faults).toEqual([]);
  await paul.leave();
});

test("a line is corrected by another, and both stay readable; by keyboard", async () => {
  const { page, words } = lead;
  await lead.goTo(incident, "log");
  await page.keyboard.press("n");
  await page.locator("#entry-box:focus").waitFor();
  await page.keyboard.type("Appel de M. Dupond");
  await page.keyboard.press("Control+Enter");
  await lead.receipt().waitFor();
  const row = page.locator(".log-row", { hasText: "Appel de M. Dupond" });
  await row.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await lead.field(words.duty.correctText).fill("Appel de M. Dupont");
  await page.keyboard.press("Control+Enter");
  await page.locator("[role=dialog]").waitFor({ state: "detached" });
  await page.getByText("Appel de M. Dupont").waitFor();
  await page.locator(".log-row[data-gone=true]", { hasText: "Dupond" }).waitFor();
});

test("what is recognised is shown while one types, and goes with the line unless it is left out", async () => {
  const { page, words } = lead;
  await lead.goTo(incident, "log");
  const text = "Clic sur hxxps://piege[.]example/x depuis 203.0.113.77";
  await page.locator("#entry-box").fill(text);
  const address = page.getByRole("checkbox", { name: /203\.0\.113\.77/ });
  await address.waitFor();
  await page.getByRole("checkbox", { name: new RegExp(words.duty.kinds["url"] ?? "") }).uncheck();
  await page.locator("#entry-box").focus();
  await page.keyboard.press("Control+Enter");
  await lead.receipt().waitFor();
  const answer = await lead.context.request.get(
    `/api/v1/incidents/${incident}/log?text=203.0.113.77&limit=500`,
  );
  const { items } = (await answer.json()) as { items: { text: string; indicators: string[] }[] };
  expect(items.find((line) => line.text === text)?.indicators).toEqual(["203.0.113.77"]);
});

test("the wrong sheet is changed, and what was said stays", async () => {
  const { page, words } = lead;
  await lead.goTo(incident, step);
  await lead.button(words.act.say["in-progress"]).click();
  await page.getByRole("radio", { name: words.act2.preservedYes, exact: true }).check();
  await page.keyboard.press("Control+Enter");
  await page.locator("[role=dialog]").waitFor({ state: "detached" });
  const before = await lead.log(incident);
  await lead.goTo(incident, "act");
  await lead.button(words.duty.wrongSheet).click();
  await page.locator("[role=dialog] label.tick").first().click();
  await lead.field(words.duty.whySheet).fill("C’est un hameçonnage");
  await page.keyboard.press("Control+Enter");
  await page.locator("[role=dialog]").waitFor({ state: "detached" });
  const after = await lead.log(incident);
  expect(after.slice(0, before.length)).toEqual(before);
  const now = await lead.context.request.get(`/api/v1/incidents/${incident}`);
  const told = (await now.json()) as { sheet: string; actions: { item: string }[] };
  expect(told.sheet).not.toBe("mail-account");
  expect(told.actions.map(({ item }) => item)).toContain("mail-account/1.a.1");
  expect(lead.faults).toEqual([]);
});

test("a role that a lead gives holds in this incident, and the other’s screens follow it", async () => {
  const { page, words } = lead;
  const paul = await Person.at(server, { language: "en" });
  await paul.signIn("paul");
  await paul.goTo(incident, "log");
  await paul.page.locator("#entry-box").waitFor();
  await lead.goTo(incident, "handover");
  await page
    .getByLabel(words.people.person, { exact: true })
    .selectOption({ label: "Paul Garnier" });
  await page
    .getByLabel(words.people.role, { exact: true })
    .selectOption({ label: words.roles.observer });
  await lead.button(words.people.give).click();
  await lead.receipt().waitFor();
  await paul.page.locator("#entry-box").waitFor({ state: "detached" });
  expect(paul.faults).toEqual([]);
  await paul.leave();
});

test("several steps are said at once; what must be said first is told by step, and stays typed", async () => {
  const { page, words } = lead;
  const fresh = await lead.openIncident("e.durand@ch.example");
  await lead.goTo(fresh, "act?step=mail-account%2F1.a.1");
  await lead.button(words.act.several).click();
  const dialog = page.locator("[role=dialog]");
  await dialog.getByRole("button", { name: words.act.severalAll(0).split("0")[0] ?? "" }).click();
  const picked = await dialog.locator(".picks input:checked").count();
  expect(picked).toBeGreaterThan(1);
  await dialog.getByLabel(words.act.severalState).selectOption("postponed");
  await dialog.getByLabel(words.act2.why, { exact: true }).fill("À la relève de 8 h");
  const before = (await lead.log(fresh)).length;
  await page.keyboard.press("Control+Enter");
  await dialog.waitFor({ state: "detached" });
  await lead.receipt().waitFor();
  expect((await lead.log(fresh)).length - before).toBe(picked);
  expect(lead.faults).toEqual([]);
});

test("a lead closes the incident with a conclusion; the logbook stays open", async () => {
  const { page, words } = lead;
  const fresh = await lead.openIncident("f.durand@ch.example");
  await lead.goTo(fresh, "handover");
  await lead.button(words.closing.close).click();
  const dialog = page.locator("[role=dialog]");
  await dialog.waitFor();
  await page.keyboard.press("Control+Enter");
  await dialog.getByText(words.closing.needed).waitFor();
  await dialog
    .getByLabel(words.closing.conclusion)
    .fill("Fausse alerte, vérifiée avec le titulaire");
  await page.keyboard.press("Control+Enter");
  await dialog.waitFor({ state: "detached" });
  await page.getByText(words.top.closed).waitFor();
  expect((await lead.log(fresh)).join("\n")).toContain("Fausse alerte");
  await page.goto("/");
  await page.getByText(words.home.closed).waitFor();
  expect(lead.faults).toEqual([]);
});
