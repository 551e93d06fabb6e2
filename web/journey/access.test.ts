// Every screen, in both languages, light and dark: no violation of axe, nothing against the content
// security policy; and what a narrow page, reduced motion and a long logbook ask for.
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { screens } from "../src/app/incident";
import type { Language } from "../src/words/language";
import { axeViolations } from "./axe";
import { analysedExercise } from "./exercise";
import { closeBrowser, openBrowser, password, Person, type Scheme } from "./person";
import { Provider } from "./provider";
import { Server } from "./server";

let server: Server;
let provider: Provider;
let incident = "";
beforeAll(async () => {
  await openBrowser();
  provider = await Provider.started();
  server = await Server.started(provider.options);
  const first = await Person.at(server);
  await first.page.goto("/");
  await first.button(first.words.begin.create).waitFor();
  expect(await violations(first)).toEqual([]);
  await first.beginFirst();
  // Of whom a second factor is demanded.
  for (const [path, data] of [
    ["people", { name: "nour", display_name: "Nour Adel", password, role: "scribe" }],
    ["second-factor", { roles: ["scribe"] }],
  ] as const)
    await first.context.request.post(`/api/v1/${path}`, { headers: { "X-Digue": "1" }, data });
  incident = analysedExercise(server);
  for (let line = 0; line < 80; line += 1) {
    await first.context.request.post(`/api/v1/incidents/${incident}/log`, {
      headers: { "X-Digue": "1" },
      data: { text: `Ligne ${line} <script>alert(1)</script>` },
    });
  }
  await first.leave();
});
afterAll(async () => {
  await closeBrowser();
  await server.end();
  provider.end();
});

const violations = ({ page }: Person) => axeViolations(page);

const looks: [Language, Scheme][] = [
  ["fr", "light"],
  ["fr", "dark"],
  ["fr", "contrast"],
  ["en", "light"],
  ["en", "dark"],
  ["en", "contrast"],
];

describe.each(looks)("in %s, %s", (language, scheme) => {
  test("no violation on any screen", async () => {
    const person = await Person.at(server, { language, scheme });
    await person.page.goto("/");
    await person.button(person.words.begin.withProvider("Annuaire")).waitFor();
    expect(await violations(person), "sign in").toEqual([]);
    await person.fillSignIn("nour");
    await person.button(person.words.account.addApp).waitFor();
    expect(await violations(person), "add a second factor").toEqual([]);
    await person.context.clearCookies();
    await person.signIn();
    expect(await violations(person), "home").toEqual([]);
    await person.page.goto("/open/mail-account");
    await person.button(person.words.open.submit).waitFor();
    expect(await violations(person), "open").toEqual([]);
    await person.page.goto("/people");
    await person.button(person.words.people.submit).waitFor();
    expect(await violations(person), "people").toEqual([]);
    await person.button(`${person.words.people.change} Alix Morel`).click();
    await person.page.locator("[role=dialog]").waitFor();
    expect(await violations(person), "a person").toEqual([]);
    for (const [path, awaited] of [
      ["/account", person.words.account.addApp],
      ["/accesses", person.words.accesses.exportsOnly],
    ] as const) {
      await person.page.goto(path);
      await person.page.getByText(awaited).waitFor();
      expect(await violations(person), path).toEqual([]);
    }
    for (const screen of screens) {
      await person.goTo(incident, screen);
      await person.page.getByText(person.words.loading).first().waitFor({ state: "detached" });
      await person.page.evaluate(() => {
        for (const folded of document.querySelectorAll("details")) folded.open = true;
      });
      expect(await violations(person), screen).toEqual([]);
    }
    await person.goTo(incident, "handover");
    await person.button(person.words.closing.close).click();
    await person.page.locator("[role=dialog]").waitFor();
    expect(await violations(person), "close").toEqual([]);
    await person.goTo(incident, "act?step=mail-account%2F1.a.1");
    await person.button(person.words.act.several).click();
    await person.page.locator("[role=dialog]").waitFor();
    expect(await violations(person), "several").toEqual([]);
    await person.page.keyboard.press("Escape");
    await person.button(person.words.act.say.done).click();
    await person.page.locator("[role=dialog]").waitFor();
    expect(await violations(person), "done").toEqual([]);
    await person.page.keyboard.press("Escape");
    await person.page.keyboard.press("Control+k");
    await person.page.locator("[role=dialog]").waitFor();
    expect(await violations(person), "palette").toEqual([]);
    expect(person.faults).toEqual([]);
    await person.leave();
  });
});

const besides = ["/", "/people", "/account", "/accesses"];

test.each([
  { width: 320, size: "100%" },
  { width: 800, size: "200%" },
])("at $width px with text at $size, nothing scrolls sideways", async ({ width, size }) => {
  const person = await Person.at(server, { width, height: 640 });
  await person.signIn();
  for (const path of [...screens.map((name) => `/incident/${incident}/${name}`), ...besides]) {
    await person.page.goto(path);
    await person.heading().waitFor();
    const wider = await person.page.evaluate((value) => {
      document.documentElement.style.fontSize = value;
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    }, size);
    expect(wider, path).toBeLessThanOrEqual(0);
  }
  await person.leave();
});

test("with the text spacing that a reader may set, nothing scrolls sideways", async () => {
  const person = await Person.at(server, { width: 390, height: 844 });
  await person.signIn();
  for (const screen of screens) {
    await person.goTo(incident, screen);
    const wider = await person.page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>("body *")) {
        element.style.lineHeight = "1.5";
        element.style.letterSpacing = "0.12em";
        element.style.wordSpacing = "0.16em";
        if (element.tagName === "P") element.style.marginBlockEnd = "2em";
      }
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    });
    expect(wider, screen).toBeLessThanOrEqual(0);
  }
  await person.leave();
});

test("whoever asked for reduced motion sees nothing move", async () => {
  const person = await Person.at(server, { still: true });
  await person.signIn();
  await person.goTo(incident, "act");
  const moving = await person.page.evaluate(
    () =>
      [...document.querySelectorAll("*")].filter((element) => {
        const style = getComputedStyle(element);
        return style.animationName !== "none" || style.transitionDuration !== "0s";
      }).length,
  );
  expect(moving).toBe(0);
  await person.leave();
});

test("touch targets are 44 px high or more", async () => {
  const person = await Person.at(server, { width: 390, height: 844 });
  await person.signIn();
  await person.goTo(incident, "act");
  const small = await person.page.evaluate(() =>
    [...document.querySelectorAll("button, summary, .frame-nav a, select, label.tick")]
      .filter((element) => element.checkVisibility())
      .filter((element) => element.getBoundingClientRect().height < 43.5)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(small).toEqual([]);
  await person.leave();
});

test("a long logbook holds at most 60 rows in the page, and evidence stays text", async () => {
  const person = await Person.at(server);
  await person.signIn();
  await person.goTo(incident, "log");
  await person.page.getByText("Ligne 79 <script>").waitFor();
  expect(await person.page.locator(".log-row").count()).toBeLessThanOrEqual(60);
  await person.button(person.words.log.first).click();
  await person.page.locator("[aria-rowindex='2'] .what").waitFor();
  expect(await person.page.locator(".log-row").count()).toBeLessThanOrEqual(60);
  await person.leave();
});
