// A second factor beside the password: an app's codes, recovery codes, and a key (WebAuthn, by the
// virtual authenticator of Chromium).
import { createHmac } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { closeBrowser, openBrowser, password, Person } from "./person";
import { Server } from "./server";

let server: Server;
beforeAll(async () => {
  await openBrowser();
  server = await Server.started();
  const lead = await Person.at(server);
  await lead.beginFirst();
  for (const name of ["paul", "rose", "nour"]) {
    await lead.context.request.post("/api/v1/people", {
      headers: { "X-Digue": "1" },
      data: { name, display_name: name, password, role: "responder", everywhere: false },
    });
  }
  await lead.leave();
});
afterAll(async () => {
  await closeBrowser();
  await server.end();
});

// RFC 6238, from what one types into an app.
function codeOf(secret: string, ahead = 0): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"));
  const key = Buffer.from(
    bits
      .join("")
      .match(/.{8}/g)
      ?.map((byte) => parseInt(byte, 2)) ?? [],
  );
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const digest = createHmac("sha1", key).update(counter).digest();
  const from = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(from) & 0x7fffffff) % 1e6).padStart(6, "0");
}

test("an app is added by its secret, then asked for; a recovery code serves once", async () => {
  const paul = await Person.at(server);
  const { page, words } = paul;
  const { account, begin } = words;
  await paul.signIn("paul");
  await page.goto("/account");
  await paul.button(account.addApp).click();
  const ask = page.getByRole("form", { name: account.addApp });
  await ask.getByLabel(begin.password).fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("img", { name: account.qr }).waitFor();
  const secret = (await page.locator("code.secret").innerText()).replaceAll(" ", "");
  await page.getByLabel(account.code, { exact: true }).fill(codeOf(secret));
  await page.keyboard.press("Enter");
  await page.locator(".codes code").first().waitFor();
  const codes = await page.locator(".codes code").allInnerTexts();
  expect(new Set(codes).size).toBe(10);
  await paul.button(account.keptIt).click();
  await page.getByText(account.appOn).waitFor();

  const other = await Person.at(server, { language: "en" });
  const said = other.words.begin;
  const enter = async (code: string) => {
    await other.page.goto("/");
    await other.fillSignIn("paul");
    await other.page.getByText(said.second).waitFor();
    await other.field(said.code2).fill(code);
    await other.page.keyboard.press("Enter");
  };
  await enter("000000");
  await other.page.getByRole("alert").waitFor();
  await other.field(said.code2).fill(codes[0] ?? "");
  await other.page.keyboard.press("Enter");
  await other.page.getByRole("heading", { name: other.words.home.title }).waitFor();
  await other.context.clearCookies();
  await enter(codes[0] ?? "");
  await other.page.getByRole("alert").waitFor();
  await other.field(said.code2).fill(codeOf(secret, 1));
  await other.page.keyboard.press("Enter");
  await other.page.getByRole("heading", { name: other.words.home.title }).waitFor();

  await other.page.goto("/account");
  await other.button(other.words.account.removeApp).click();
  await other.page
    .getByRole("form", { name: other.words.account.removeApp })
    .getByLabel(said.password)
    .fill(password);
  await other.page.keyboard.press("Enter");
  await other.page.getByText(other.words.account.appOff).waitFor();
  expect([...paul.faults, ...other.faults]).toEqual([]);
  await other.leave();
  await paul.leave();
});

test("a key is added, then touched to sign in, by keyboard", async () => {
  const address = server.address.replace("127.0.0.1", "localhost");
  const rose = await Person.at(server, { address });
  const { page, words } = rose;
  const { account, begin } = words;
  const devtools = await rose.context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "usb",
      hasResidentKey: false,
      hasUserVerification: false,
      automaticPresenceSimulation: true,
    },
  });
  await rose.signIn("rose");
  await page.goto("/account");
  await rose.button(account.addPasskey).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel(account.passkeyName).fill("Clé bleue");
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.getByText("✓ Clé bleue").waitFor();
  expect(await page.locator(".codes code").count()).toBe(10);
  await rose.context.clearCookies();
  await page.goto("/");
  await rose.fillSignIn("rose");
  await rose.button(begin.showPasskey).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: words.home.title }).waitFor();
  expect(rose.faults).toEqual([]);
  await rose.leave();
});

test("by an address, which no key can be tied to, the reason is told", async () => {
  const rose = await Person.at(server);
  const { page, words } = rose;
  await page.goto("/");
  await rose.fillSignIn("rose");
  await page.getByText(words.begin.second).waitFor();
  expect(await rose.button(words.begin.showPasskey).count()).toBe(0);
  await page.getByLabel(words.begin.recovery).waitFor();
  await rose.leave();
});

test("demanded of a role, it is added before anything else opens", async () => {
  const lead = await Person.at(server);
  await lead.signIn();
  await lead.page.goto("/people");
  const form = lead.page.getByRole("form", { name: lead.words.people.demand });
  await form.getByLabel(lead.words.roles.responder, { exact: true }).check();
  // Paul took his away.
  await form.getByText(lead.words.people.lacking("nour, paul")).waitFor();
  await form.getByRole("button", { name: lead.words.people.save }).click();
  await form.getByText(lead.words.people.demandSaved).waitFor();

  const nour = await Person.at(server, { language: "en" });
  const { page, words } = nour;
  const { account, begin } = words;
  await page.goto("/people");
  await nour.fillSignIn("nour");
  await page.getByRole("heading", { name: begin.enrolTitle }).waitFor();
  expect(await nour.button(begin.enrolled).count()).toBe(0);
  await nour.button(account.addApp).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("form", { name: account.addApp }).getByLabel(begin.password).fill(password);
  await page.keyboard.press("Enter");
  const secret = (await page.locator("code.secret").innerText()).replaceAll(" ", "");
  await page.getByLabel(account.code, { exact: true }).fill(codeOf(secret));
  await page.keyboard.press("Enter");
  await page.locator(".codes code").first().waitFor();
  expect(await page.locator(".codes code").count()).toBe(10);
  await nour.button(begin.enrolled).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: words.people.title }).waitFor();
  expect([...lead.faults, ...nour.faults]).toEqual([]);
  await nour.leave();
  await lead.leave();
});
