// Every screen, after somebody typed markup, scripts and formulas into every field and into the evidence: all
// of it is shown as text, nothing runs, nothing leaves, in both languages.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Language } from "../src/words/language";
import { visible } from "../src/api/visible";
import { Teller, texts } from "./hostile";
import { closeBrowser, openBrowser, Person } from "./person";
import { Server } from "./server";

// The screens are those of the interface: a new one can't escape.
const routes = (name: string) =>
  readFileSync(join(import.meta.dirname, "../src/app", name), "utf8");
const general = [...routes("Routes.tsx").matchAll(/path="(\/[^"]*)"/g)]
  .map(([, path = ""]) => path.replace(":sheet", "mail-account"))
  .filter((path) => !path.includes(":incident"));
const ofIncident = [...routes("IncidentRoutes.tsx").matchAll(/\{`\$\{at\}\/([a-z]+)`\}/g)].map(
  ([, screen = ""]) => screen,
);

let server: Server;
let incident = "";
beforeAll(async () => {
  await openBrowser();
  server = await Server.started(["--webhook-to", "127.0.0.1:9"]);
  const first = await Person.at(server);
  await first.beginFirst("alix", `Alix ${texts[0] ?? ""}`);
  incident = await new Teller(first.context.request).tellAll();
  await first.leave();
}, 120_000);
afterAll(async () => {
  await closeBrowser();
  await server.end();
});

class Watched {
  readonly seen: string[] = []; // what must not be: a window that opens, a request elsewhere
  constructor(readonly person: Person) {
    const { page } = person;
    page.on("dialog", (dialog) => {
      this.seen.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("popup", (popup) => this.seen.push(`popup: ${popup.url()}`));
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(person.server.address))
        this.seen.push(`request: ${request.url()}`);
    });
  }

  // Opens what is folded; tells what of the page would act, and what it shows.
  async look(): Promise<string> {
    const { page } = this.person;
    for (let opened = -1; opened !== 0;) {
      opened = await page.evaluate(() => {
        const folded = [...document.querySelectorAll("details:not([open])")];
        folded.forEach((one) => one.setAttribute("open", ""));
        return folded.length;
      });
      await page.waitForTimeout(100);
    }
    const acting = await page.evaluate(() => {
      const ran = "hostile" in window ? ["window.hostile"] : [];
      const known =
        "iframe, object, embed, form[action], base, a[href^='javascript' i], [srcdoc], body script";
      const found = [...document.querySelectorAll("*")].filter(
        (one) =>
          one.matches(known) ||
          [...one.attributes].some(({ name }) => name.startsWith("on")) ||
          (one instanceof HTMLImageElement && !one.src.startsWith(location.origin)),
      );
      return [...ran, ...found.map((one) => one.outerHTML.slice(0, 200))];
    });
    this.seen.push(...acting.map((one) => `${page.url()}: ${one}`));
    return page.evaluate(() => document.body.textContent);
  }
}

describe.each<Language>(["fr", "en"])("hostile texts, in %s", (language) => {
  test("every screen shows them as texts", async () => {
    expect(general.length).toBeGreaterThan(3);
    expect(ofIncident.length).toBeGreaterThan(10);
    const person = await Person.at(server, { language });
    const { page } = person;
    const watched = new Watched(person);
    await person.signIn();
    const shown = new Map<string, string>();
    for (const path of [...general, ...ofIncident.map((one) => `/incident/${incident}/${one}`)]) {
      await page.goto(path);
      await person.heading().waitFor();
      await page.waitForLoadState("networkidle");
      shown.set(path.split("/").at(-1) ?? "", await watched.look());
    }
    // They are there to be seen, where they were typed.
    for (const screen of [
      "",
      "act",
      "log",
      "clocks",
      "findings",
      "evidence",
      "webhooks",
      "account",
    ])
      expect(shown.get(screen), screen).toContain("window.hostile=1");
    for (const text of texts.filter((one) => !/[\n\t]/.test(one)))
      expect(shown.get("findings")).toContain(visible(text));
    expect([...shown.values()].join("")).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(watched.seen).toEqual([]);
    expect(person.faults).toEqual([]);
    await person.leave();
  });

  test("what is typed again, looked for and opened stays a text", async () => {
    const person = await Person.at(server, { language });
    const watched = new Watched(person);
    const { page, words } = person;
    await person.signIn();
    for (const item of ["mail-account/1.a.1", "mail-account/1.b.1", "mail-account/3.a.3"]) {
      await page.goto(`/incident/${incident}/act?step=${encodeURIComponent(item)}`);
      await person.heading().waitFor();
      await page.waitForLoadState("networkidle");
      await watched.look();
    }
    for (const text of texts.filter((one) => !/[\n\t]/.test(one))) {
      await page.goto(`/incident/${incident}/findings?about=${encodeURIComponent(text)}`);
      await person.field(words.findings.search).waitFor();
      await watched.look();
      await page.keyboard.press("Control+k");
      await page.locator("[role=dialog] input").fill(text);
      await watched.look();
      // What was typed goes first, then the window.
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.locator("[role=dialog]").waitFor({ state: "detached" });
      await page.keyboard.press("n");
      await page.locator("#entry-box:focus").waitFor();
      await page.locator("#entry-box").fill(text);
      await page.keyboard.press("Control+Enter");
      await person.receipt().waitFor();
      await watched.look();
      await page.keyboard.press("Escape");
    }
    expect(watched.seen).toEqual([]);
    expect(person.faults).toEqual([]);
    await person.leave();
  });
});
