// The whole 3 a.m. path by keyboard alone, in both languages: what is happening, open, answer, act, evidence
// and its first look, analysis, findings and pivots, several steps at once, webhooks, papers, the end.
import { createServer, type Server as Receiver } from "node:http";
import type { AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Language } from "../src/words/language";
import { analysedExercise } from "./exercise";
import { Keyboard } from "./keyboard";
import { closeBrowser, openBrowser, password, Person } from "./person";
import { Server } from "./server";

const trace = {
  name: "cmdlet.csv",
  mimeType: "text/csv",
  buffer: readFileSync(join(import.meta.dirname, "../../tests/golden/message-trace", "cmdlet.csv")),
};

let server: Server;
let receiver: Receiver;
let url = "";
let exercise = "";
beforeAll(async () => {
  await openBrowser();
  receiver = createServer((_, answer) => answer.writeHead(204).end()).listen(0, "127.0.0.1");
  await new Promise((listening) => receiver.once("listening", listening));
  const host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  url = `http://${host}/hook`;
  server = await Server.started(["--webhook-to", host]);
  const first = await Person.at(server);
  await first.beginFirst();
  await first.leave();
  exercise = analysedExercise(server);
});
afterAll(async () => {
  await closeBrowser();
  await server.end();
  receiver.close();
});

async function signedIn(language: Language) {
  const person = await Person.at(server, { language });
  const { page, words } = person;
  const keys = new Keyboard(page);
  await page.goto("/");
  await person.button(words.begin.signIn).waitFor();
  await keys.write(person.field(words.begin.name), "alix");
  await keys.write(person.field(words.begin.password), password);
  await keys.press("Enter");
  await page.getByRole("heading", { name: words.home.title }).waitFor();
  return { person, page, words, keys };
}

// By the palette, as who knows the keys does.
async function goTo(keys: Keyboard, screen: string, name: string) {
  await keys.press("Control+k");
  await keys.page.locator("[role=dialog] input").waitFor();
  await keys.type(name);
  await keys.press("Enter");
  await keys.page.waitForURL(`**/${screen}*`);
  await keys.page.locator("[role=dialog]").waitFor({ state: "detached" });
  await keys.page.locator("main h1").waitFor();
}

describe.each<Language>(["fr", "en"])("by keyboard only, in %s", (language) => {
  test("from what is happening to the end", async () => {
    const { person, page, words, keys } = await signedIn(language);
    await keys.push(page.locator("a.way[href^='/open/mail-account']"));
    await keys.write(person.field(words.open.subject), `${language}.keys@ch.example`);
    await keys.push(person.button(words.open.submit));
    await page.waitForURL("**/incident/*/act");
    const incident = page.url().split("/").at(-2) ?? "";
    await keys.held("opened");

    // A question, then an action in its window.
    await keys.choose(page.getByRole("radio", { name: words.unknown }));
    await keys.press("Control+Enter");
    await person.receipt().waitFor();
    await keys.held("answered");
    await keys.push(person.button(words.act.say.done));
    await page.locator("[role=dialog]").waitFor();
    await keys.press("Control+Enter");
    await page.locator("[role=dialog]").waitFor({ state: "detached" });
    await keys.held("done");

    // Several steps at once.
    await keys.push(person.button(words.act.several));
    const dialog = page.locator("[role=dialog]");
    await dialog.waitFor();
    await keys.push(dialog.locator(".picks input").nth(0), "Space");
    await keys.push(dialog.locator(".picks input").nth(1), "Space");
    await keys.select(dialog.getByLabel(words.act.severalState), "postponed");
    await keys.write(dialog.getByLabel(words.act2.why, { exact: true }), "8 h");
    await keys.press("Control+Enter");
    await dialog.waitFor({ state: "detached" });
    await keys.held("several");

    // Evidence: a file, told a zone, looked at again, kept, analysed.
    await goTo(keys, "evidence", words.nav.evidence);
    await keys.give(person.button(words.evidence.choose), trace);
    const before = page.getByRole("region", { name: trace.name });
    await before.waitFor();
    await keys.push(page.locator("summary", { hasText: words.evidence.tell }));
    await keys.select(page.getByLabel(words.evidence.zoneOfFiles), "UTC");
    await keys.push(before.getByRole("button", { name: words.evidence.lookAgain }));
    await before.getByText("message-trace").waitFor();
    await keys.push(before.getByRole("button", { name: words.evidence.keep, exact: true }));
    await page.locator(".notice.good", { hasText: trace.name }).waitFor();
    await keys.held("kept");
    await keys.push(person.button(words.evidence.analyse));
    await page.getByText(words.evidence.state.done).waitFor();
    await keys.held("analysed");

    // A program that is told; its secret is read, and it is removed.
    await goTo(keys, "webhooks", words.nav.webhooks);
    await keys.write(person.field(words.webhooks.name), "Astreinte");
    await keys.write(person.field(words.webhooks.url), url);
    await keys.choose(page.getByRole("radio", { name: words.webhooks.channels["out-of-band"] }));
    await keys.push(person.button(words.webhooks.submit));
    await page.locator("code.secret").waitFor();
    await keys.held("added");
    await keys.push(person.button(words.account.keptIt));
    await keys.held("the secret was read");
    await keys.press("n");
    await page.locator("#entry-box:focus").waitFor();
    await keys.type("Le standard rappelle");
    await keys.press("Control+Enter");
    await person.receipt().waitFor();
    await keys.press("Escape");
    const card = page.getByRole("region", { name: "Astreinte" });
    await keys.push(card.locator("summary"));
    await card.getByText(words.webhooks.states.delivered).first().waitFor();
    await keys.push(person.button(words.webhooks.removeOne("Astreinte")));
    await page.getByText(words.webhooks.none).waitFor();
    await keys.held("removed");

    // The end.
    await goTo(keys, "handover", words.nav.handover);
    await keys.push(person.button(words.closing.close));
    await dialog.waitFor();
    await keys.write(dialog.getByLabel(words.closing.conclusion), "Fausse alerte");
    await keys.press("Control+Enter");
    await dialog.waitFor({ state: "detached" });
    await page.getByText(words.top.closed).waitFor();
    await keys.held("closed");
    const log = (await person.log(incident)).join("\n");
    expect(log).toContain("Le standard rappelle");
    expect(log).toContain("Fausse alerte");
    expect(person.faults).toEqual([]);
    await person.leave();
  });

  test("from a finding to all that holds the same, and to its step", async () => {
    const { person, page, words, keys } = await signedIn(language);
    await page.goto(`/incident/${exercise}/findings`);
    await person.heading().waitFor();
    const pivot = page.locator("article .pivot").first();
    const name = (await pivot.textContent()) ?? "";
    await keys.push(pivot);
    await page.waitForURL("**/findings?about=*");
    await expect.poll(() => person.field(words.findings.search).inputValue()).toBe(name);
    await keys.held("a pivot");
    // From an indicator at the foot of the page, one stands at its top.
    const indicator = page.locator("section .pivot").last();
    if ((await indicator.count()) > 0) {
      await keys.push(indicator);
      await page.locator("main h1:focus").waitFor();
    }
    await keys.write(person.field(words.findings.search), name);
    await keys.push(page.locator("article summary").first());
    await keys.push(page.locator("article a[href*='step=']").first());
    await page.waitForURL("**/act?step=*");
    await keys.held("the step of a finding");
    // The papers, from the keyboard too.
    await goTo(keys, "print", words.nav.print);
    await keys.reach(page.locator("a[href*='report.pdf']"));
    expect(person.faults).toEqual([]);
    await person.leave();
  });
});
