// What a person does to their own account, and what who manages people does to another's.
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Language } from "../src/words/language";
import { closeBrowser, openBrowser, password, Person } from "./person";
import { Server } from "./server";

let server: Server;
let lead: Person;
beforeAll(async () => {
  await openBrowser();
  server = await Server.started();
  lead = await Person.at(server);
  await lead.beginFirst();
  for (const [name, shown] of [
    ["paul", "Paul Garnier"],
    ["rose", "Rose Marin"],
  ]) {
    await lead.context.request.post("/api/v1/people", {
      headers: { "X-Digue": "1" },
      data: { name, display_name: shown, password, role: "responder", everywhere: false },
    });
  }
});
afterAll(async () => {
  await closeBrowser();
  await server.end();
});

describe.each<Language>(["fr", "en"])("in %s", (language) => {
  test("a token's secret is shown once; a program uses it until it is revoked", async () => {
    const person = await Person.at(server, { language });
    const { page, words } = person;
    const { account } = words;
    await person.signIn();
    await page.goto("/account");
    await person.field(account.name).fill("SIEM");
    await page.getByText(account.scopes.read, { exact: true }).click();
    await person.field(account.days).fill("7");
    await page.keyboard.press("Enter");
    const secret = await page.locator("code.secret").innerText();
    const speak = () =>
      fetch(`${server.address}/api/v1/incidents`, {
        headers: { Authorization: `Bearer ${secret}` },
      });
    expect((await speak()).status).toBe(200);
    await person.button(account.keptIt).click();
    await page.reload();
    await page.getByRole("rowheader", { name: "SIEM" }).waitFor();
    expect(await page.locator("main").innerText()).not.toContain(secret);
    await person.button(account.revokeOne("SIEM")).click();
    await page.getByRole("rowheader", { name: "SIEM" }).waitFor({ state: "detached" });
    expect((await speak()).status).toBe(401);
    expect(person.faults).toEqual([]);
    await person.leave();
  });
});

test("one's own password is changed with the one before; the other browser is signed out", async () => {
  const here = await Person.at(server);
  const elsewhere = await Person.at(server);
  await here.signIn("rose");
  await elsewhere.signIn("rose");
  const { account } = here.words;
  const fresh = "cinq autres mots sans rapport";
  await here.page.goto("/account");
  const form = here.page.getByRole("form", { name: account.password });
  await form.getByLabel(account.old).fill("pas le bon du tout");
  await form.getByLabel(account.fresh).fill(fresh);
  await here.button(account.change).click();
  await form.getByRole("alert").waitFor();
  await form.getByLabel(account.old).fill(password);
  await here.button(account.change).click();
  await form.getByText(account.changed).waitFor();
  expect((await elsewhere.context.request.get("/api/v1/people")).status()).toBe(401);
  expect((await here.context.request.get("/api/v1/people")).status()).toBe(200);
  expect(here.faults).toEqual([]);
  await elsewhere.leave();
  await here.leave();
});

test("who manages people changes an account, ends its sessions, and shuts it", async () => {
  const { page, words } = lead;
  const paul = await Person.at(server);
  await paul.signIn("paul");
  await page.goto("/people");
  const change = lead.button(`${words.people.change} Paul Garnier`);
  const dialog = page.locator("[role=dialog]");
  await change.click();
  await dialog.getByRole("button", { name: words.people.endSessions, exact: true }).click();
  await dialog.getByText(words.people.sessionsEnded).waitFor();
  expect((await paul.context.request.get("/api/v1/people")).status()).toBe(401);
  const fresh = "un mot de passe donné par téléphone";
  await dialog.locator("input[type=password]").fill(fresh);
  await dialog.getByRole("button", { name: words.people.setPassword }).click();
  await dialog.getByText(words.people.passwordSet).waitFor();
  await dialog.getByText(words.people.disable, { exact: true }).click();
  await dialog.getByRole("button", { name: words.people.save, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("row", { name: "Paul Garnier" }).getByText(words.people.disabled).waitFor();
  const refused = await paul.context.request.post("/api/v1/session", {
    headers: { "X-Digue": "1" },
    data: { name: "paul", password: fresh },
  });
  expect(refused.status()).toBe(401);
  expect(lead.faults).toEqual([]);
  await paul.leave();
});
