// Signing in by an organisation's identity provider: there, back, and where one was.
import { afterAll, beforeAll, expect, test } from "vitest";

import { closeBrowser, openBrowser, Person } from "./person";
import { enter, Provider } from "./provider";
import { Server } from "./server";

let server: Server;
let provider: Provider;
beforeAll(async () => {
  await openBrowser();
  provider = await Provider.started();
  server = await Server.started(provider.options);
  const lead = await Person.at(server);
  await lead.beginFirst();
  await lead.leave();
});
afterAll(async () => {
  await closeBrowser();
  await server.end();
  provider.end();
});

test("one goes there and back, to the screen where one was", async () => {
  const ines = await Person.at(server);
  const { page, words } = ines;
  await page.goto("/people");
  await ines.button(words.begin.withProvider("Annuaire")).click();
  await page.getByRole("link", { name: enter }).click();
  await page.getByRole("heading", { name: words.people.title }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/people");
  await page.getByRole("rowheader", { name: "Inès Roux" }).waitFor();
  await page.goto("/account");
  await page.getByText(words.account.ofProvider).waitFor();
  expect(await page.getByLabel(words.account.old).count()).toBe(0);
  expect(ines.faults).toEqual([]);
  await ines.leave();
});

test("who is in no group is told so, by keyboard, and may try again", async () => {
  provider.groups = [];
  const ines = await Person.at(server, { language: "en" });
  const { page, words } = ines;
  await page.goto("/");
  const go = async () => {
    await ines.button(words.begin.withProvider("Annuaire")).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: enter }).focus();
    await page.keyboard.press("Enter");
  };
  await go();
  await page.getByText("None of your groups opens this server").waitFor();
  provider.groups = ["leads"];
  await go();
  await page.getByRole("heading", { name: words.home.title }).waitFor();
  expect(ines.faults).toEqual([]);
  await ines.leave();
});

test("a way back that was not begun here is said", async () => {
  const ines = await Person.at(server);
  await ines.page.goto("/api/v1/session/provider/return?state=x&code=y");
  await ines.page.getByText(ines.words.begin.elsewhere).waitFor();
  await ines.leave();
});
