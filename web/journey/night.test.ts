// The 3 a.m. path: from "something is wrong" to the first action in the logbook, and the paper.
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Language } from "../src/words/language";
import { closeBrowser, openBrowser, Person } from "./person";
import { Server } from "./server";

let server: Server;
beforeAll(async () => {
  await openBrowser();
  server = await Server.started();
  const first = await Person.at(server);
  await first.beginFirst();
  await first.leave();
});
afterAll(async () => {
  await closeBrowser();
  await server.end();
});

// Real clicks only: a key that presses a button makes one without a place.
const countClicks = (person: Person) =>
  person.page.evaluate(() => {
    const count = window as unknown as { clicks: number };
    count.clicks = 0;
    document.addEventListener("click", (event) => void (count.clicks += event.detail ? 1 : 0));
  });
const clicksOf = (person: Person) =>
  person.page.evaluate(() => (window as unknown as { clicks: number }).clicks);

describe.each<Language>(["fr", "en"])("in %s", (language) => {
  test("by mouse: opened, a question answered, an action logged, in at most 6 clicks", async () => {
    const person = await Person.at(server, { language });
    const { page, words } = person;
    await person.signIn();
    const incident = await person.openIncident("c.durand@ch.example");
    await countClicks(person);

    await page.getByRole("radio", { name: words.unknown }).check();
    await person.button(words.act2.answer).click();
    await person.receipt().waitFor();
    await person.button(words.act.say.done).click();
    await page.getByRole("button", { name: words.act2.write }).click();
    await page.locator("[role=dialog]").waitFor({ state: "detached" });

    expect(await clicksOf(person)).toBeLessThanOrEqual(6);
    await person.goTo(incident, "status");
    expect((await person.log(incident)).join("\n")).toContain("mail-account/pre");
    for (const paper of ["report.pdf", "kit.pdf", "calendar.ics"]) {
      const answer = await page.request.get(`/api/v1/incidents/${incident}/papers/${paper}`);
      expect(answer.status(), paper).toBe(200);
    }
    expect(person.faults).toEqual([]);
    await person.leave();
  });

  test("by mouse: an open incident, the account blocked and told, in at most 6 clicks", async () => {
    const person = await Person.at(server, { language });
    const { page, words } = person;
    await person.signIn();
    const incident = await person.openIncident("f.roux@ch.example");
    await person.heading().waitFor();
    await countClicks(person);
    await page.locator(".priorities a", { hasText: words.priority.P0 }).click();
    await person.button(words.act.say.done).click();
    await page.getByRole("radio", { name: words.act2.preservedYes, exact: true }).check();
    await page.getByRole("button", { name: words.act2.write }).click();
    await person.receipt().waitFor();
    expect(await clicksOf(person)).toBeLessThanOrEqual(6);
    const { actions } = (await (
      await person.context.request.get(`/api/v1/incidents/${incident}`)
    ).json()) as { actions: { item: string; state: string }[] };
    expect(actions).toMatchObject([{ item: "mail-account/1.a.1", state: "done" }]);
    await person.leave();
  });

  test("who does not know is led to a sheet by the questions", async () => {
    const person = await Person.at(server, { language });
    const { page, words } = person;
    await person.signIn();
    await page.getByRole("button", { name: words.home.dontKnow }).first().click();
    await page.locator(".question").waitFor();
    await page.locator(".card .button.large").last().click();
    await page.locator(".card .button.large").first().click();
    await page.waitForURL("**/open/*");
    await person.button(words.open.submit).waitFor();
    await person.leave();
  });

  test("what destroys asks who accepts it, and whether the traces are saved", async () => {
    const person = await Person.at(server, { language });
    const { page, words } = person;
    await person.signIn();
    const incident = await person.openIncident("d.martin@ch.example");
    const step = new URLSearchParams({
      step: "mail-account/1.a.1",
      account: "d.martin@ch.example",
    });
    await page.goto(`/incident/${incident}/act?${step}`);
    await person.button(words.act.say.done).click();
    await person.field(words.act2.acceptImpact).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText(words.act2.savedNeeded).waitFor();
    await page.getByRole("radio", { name: words.act2.preservedYes, exact: true }).check();
    await page.keyboard.press("Control+Enter");
    await person.receipt().waitFor();
    expect((await person.log(incident)).join("\n")).toContain("Alix Morel");
    await person.leave();
  });
});

test.each<Language>(["fr", "en"])(
  "by keyboard only, in %s, in at most 20 keys besides the text",
  async (language) => {
    const person = await Person.at(server, { language });
    const { page, words } = person;
    await person.signIn();
    const incident = await person.openIncident("e.petit@ch.example");
    await person.heading().waitFor();
    let keys = 0;
    const press = async (key: string) => {
      keys += 1;
      await page.keyboard.press(key);
    };
    const reach = async (what: string) => {
      for (let tries = 0; tries < 20; tries += 1) {
        if (await page.evaluate((sought) => document.activeElement?.matches(sought), what)) return;
        await press("Tab");
      }
      throw new Error(`the keyboard does not reach ${what}`);
    };
    // The question first: its radio, then its button.
    await page.locator("input[type=radio]").first().waitFor();
    await reach("input[type=radio]");
    await press("Space");
    await press("Control+Enter");
    await person.receipt().waitFor();
    await person.button(words.act.say.done).waitFor();
    await reach(".say .button");
    await press("Enter");
    await page.locator("[role=dialog]").waitFor();
    await press("Control+Enter");
    await page.locator("[role=dialog]").waitFor({ state: "detached" });
    expect(keys).toBeLessThanOrEqual(20);

    await page.keyboard.press("n");
    await page.keyboard.type("Appelé l’astreinte");
    await page.keyboard.press("Control+Enter");
    await page.locator(".dock [data-receipt]").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.locator("[role=dialog] input").waitFor();
    await page.keyboard.type(words.nav.log);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/log");
    expect((await person.log(incident)).at(-1)).toContain("Appelé l’astreinte");
    await person.leave();
  },
);
