// An organisation's own look: theme.css and icon.svg of the data folder are served and applied, light and
// dark; nothing in them reaches another network or runs.
import { createServer, type Server as Receiver } from "node:http";
import type { AddressInfo } from "node:net";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { axeViolations } from "./axe";
import { closeBrowser, openBrowser, Person, type Scheme } from "./person";
import { Server } from "./server";

const light = "rgb(106, 27, 77)";
const dark = "rgb(230, 163, 200)";

let server: Server;
let elsewhere: Receiver; // what a theme must not reach
const asked: string[] = [];
beforeAll(async () => {
  await openBrowser();
  elsewhere = createServer((request, answer) => {
    asked.push(request.url ?? "");
    answer.end();
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => elsewhere.once("listening", listening));
  const away = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  server = await Server.started([], (folder) => {
    writeFileSync(
      join(folder, "theme.css"),
      `@import "${away}/import.css";
@font-face { font-family: Brand; src: url("${away}/font.woff2"); }
:root { --accent: #6a1b4d; --accent-hover: #571440; --accent-wash: #f6e7ef; }
:root[data-theme="dark"] { --accent: #e6a3c8; --accent-hover: #f0bfd9; --accent-ink: #3a0d29; }
body { font-family: Brand, sans-serif; }
h1 { background-image: url("${away}/image.png"); }
input[value^="a"] { background-image: url("${away}/typed-a"); }
`,
    );
    writeFileSync(
      join(folder, "icon.svg"),
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="8" height="8"><title>Brand</title>
<script>document.title = "taken"; fetch("${away}/icon")</script>
<image href="${away}/inside.png"/><rect width="8" height="8" fill="#6a1b4d"/></svg>`,
    );
  });
});
afterAll(async () => {
  await closeBrowser();
  await server.end();
  elsewhere.close();
});

const colourOf = (person: Person, selector: string) =>
  person.page.evaluate((sought) => {
    const found = document.querySelector(sought);
    return found ? getComputedStyle(found).backgroundColor : "";
  }, selector);

test.each<[Scheme, string]>([
  ["light", light],
  ["dark", dark],
])("it is applied, %s, and reaches nothing else", async (scheme, accent) => {
  const person = await Person.at(server, { scheme });
  const { page, words } = person;
  await page.addInitScript((theme) => (localStorage["digue.theme"] = theme), scheme);
  await (scheme === "light" ? person.beginFirst() : person.signIn());
  await page.goto("/open/mail-account");
  await person.button(words.open.submit).waitFor();
  await expect.poll(() => colourOf(person, "button.strong")).toBe(accent);
  expect(await page.locator("img[src='/icon.svg']").count()).toBeGreaterThan(0);
  await person.field(words.open.subject).fill("a.durand@ch.example");
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.title()).not.toContain("taken");
  // The browser says that it was refused, for each that the theme asked for.
  await expect.poll(() => person.faults.join("\n")).toContain("import.css");
  expect(person.faults.every((fault) => fault.includes("Content Security Policy"))).toBe(true);
  expect(asked).toEqual([]);
  await person.leave();
});

test("an icon that is opened by itself runs nothing either", async () => {
  const person = await Person.at(server);
  await person.page.goto("/icon.svg");
  expect(await person.page.evaluate(() => document.documentElement.textContent)).toContain("Brand");
  await person.page.waitForTimeout(300);
  expect(asked).toEqual([]);
  await person.leave();
});

test.each([
  ["no text", Buffer.from([0xff, 0xfe, 0x00])],
  ["too much", Buffer.alloc(257 * 1024, " ")],
])("a theme that is %s keeps the server from starting", async (_, bytes) => {
  const wrong = Server.started([], (folder) => writeFileSync(join(folder, "theme.css"), bytes));
  await expect(wrong).rejects.toThrow("did not start");
});
