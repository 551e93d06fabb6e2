// The programs that are told of an incident: where the server allows any, who leads it adds one, sees what
// became of each line, and removes it.
import { createServer, type Server as Receiver } from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll, beforeAll, expect, test } from "vitest";

import { axeViolations } from "./axe";
import { closeBrowser, openBrowser, password, Person } from "./person";
import { Server } from "./server";

let server: Server;
let shut: Server; // started for no host
let receiver: Receiver;
let url = "";
const got: { body: string; signature: string }[] = [];
beforeAll(async () => {
  await openBrowser();
  receiver = createServer((request, answer) => {
    let body = "";
    request.on("data", (piece: Buffer) => (body += piece.toString()));
    request.on("end", () => {
      got.push({ body, signature: String(request.headers["webhook-signature"]) });
      answer.writeHead(body.includes("refuse me") ? 500 : 204).end();
    });
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => receiver.once("listening", listening));
  const host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  url = `http://${host}/hook`;
  server = await Server.started(["--webhook-to", host]);
  shut = await Server.started();
});
afterAll(async () => {
  await closeBrowser();
  await server.end();
  await shut.end();
  receiver.close();
});

test.each(["fr", "en"] as const)("added, told, listed, removed; in %s", async (language) => {
  const person = await Person.at(server, { language });
  const { page, words } = person;
  await (language === "fr" ? person.beginFirst() : person.signIn());
  const incident = await person.openIncident(`${language}.durand@ch.example`);
  await page.getByRole("link", { name: words.nav.webhooks }).click();
  await page.getByText(words.webhooks.hosts("127.0.0.1").split("127")[0] ?? "").waitFor();
  await page.getByText(words.webhooks.none).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  // A host that the server may not go to is refused, and what was typed stays.
  await person.field(words.webhooks.name).fill("Astreinte");
  await person.field(words.webhooks.url).fill("https://elsewhere.example/hook");
  await page.getByRole("radio", { name: words.webhooks.channels["out-of-band"] }).check();
  await page.getByText(words.webhooks.carries["out-of-band"]).waitFor();
  await person.button(words.webhooks.submit).click();
  await page.getByRole("alert").getByText("elsewhere.example").waitFor();
  await person.field(words.webhooks.url).fill(url);
  await person.button(words.webhooks.submit).click();
  // Its secret is told once, and no other page has it.
  await page.locator("code.secret").waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await person.button(words.account.keptIt).click();
  const card = page.getByRole("region", { name: "Astreinte" });
  await card.getByText(words.webhooks.short["out-of-band"], { exact: true }).waitFor();
  await person.note("Le standard rappelle");
  await expect.poll(() => got.some(({ body }) => body.includes("Le standard rappelle"))).toBe(true);
  expect(got.every(({ signature }) => signature.startsWith("v1,"))).toBe(true);
  await card.getByText(words.webhooks.deliveries).click();
  await card.getByText(words.webhooks.states.delivered).first().waitFor();
  // One that is refused is said to be, with what was answered.
  await person.note("refuse me");
  await card.getByText(words.webhooks.states.waiting).waitFor();
  await card.getByText(`${words.webhooks.reasons.status} 500`).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await person.button(words.webhooks.removeOne("Astreinte")).click();
  await page.getByText(words.webhooks.none).waitFor();
  const log = (await person.log(incident)).filter((line) => line.includes("Astreinte"));
  expect(log).toHaveLength(2);
  expect(person.faults).toEqual([]);
  await person.leave();
});

test("in band, nothing of the line goes out", async () => {
  const person = await Person.at(server);
  const { page, words } = person;
  await person.signIn();
  const incident = await person.openIncident("x.durand@ch.example");
  await person.goTo(incident, "webhooks");
  await person.field(words.webhooks.name).fill("Tickets");
  await person.field(words.webhooks.url).fill(url);
  await person.button(words.webhooks.submit).click();
  await page.locator("code.secret").waitFor();
  const before = got.length;
  await person.note("Le mot de passe a fuité");
  await expect.poll(() => got.length).toBeGreaterThan(before);
  const told = got.slice(before).map(({ body }) => body);
  expect(told.join("")).toContain(incident);
  expect(told.join("")).not.toContain("fuité");
  await person.leave();
});

test("a server that allows none says so, and how it would", async () => {
  const person = await Person.at(shut, { language: "en" });
  const { page, words } = person;
  await person.beginFirst();
  const incident = await person.openIncident("y.durand@ch.example");
  await person.goTo(incident, "webhooks");
  await page.getByText(words.webhooks.off).waitFor();
  await page.getByText("--webhook-to").waitFor();
  expect(await person.button(words.webhooks.submit).count()).toBe(0);
  expect(await axeViolations(page)).toEqual([]);
  expect(person.faults).toEqual([]);
  await person.leave();
});

test("who does not lead has no way there, and is told why", async () => {
  const lead = await Person.at(server);
  await lead.signIn();
  const incident = await lead.openIncident("z.durand@ch.example");
  const added = await lead.context.request.post("/api/v1/people", {
    headers: { "X-Digue": "1" },
    data: { name: "paul", display_name: "Paul", password, role: "responder", everywhere: true },
  });
  expect(added.status()).toBe(201);
  const paul = await Person.at(server);
  await paul.signIn("paul");
  await paul.goTo(incident, "webhooks");
  await paul.page.getByText(paul.words.webhooks.onlyLead).waitFor();
  expect(await paul.page.getByRole("link", { name: paul.words.nav.webhooks }).count()).toBe(0);
  expect(await paul.button(paul.words.webhooks.submit).count()).toBe(0);
  expect(paul.faults).toEqual([]);
  await lead.leave();
  await paul.leave();
});
