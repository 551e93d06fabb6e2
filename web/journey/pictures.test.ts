// The pictures of the analysed exercise: what they say, their tables, and nothing of it by hand.
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Language } from "../src/words/language";
import { analysedExercise } from "./exercise";
import { closeBrowser, openBrowser, Person } from "./person";
import { Server } from "./server";

let server: Server;
let incident = "";
beforeAll(async () => {
  await openBrowser();
  server = await Server.started();
  incident = analysedExercise(server);
  const first = await Person.at(server);
  await first.beginFirst();
  await first.leave();
});
afterAll(async () => {
  await closeBrowser();
  await server.end();
});

describe.each<Language>(["fr", "en"])("in %s", (language) => {
  test("each picture has its sentence, its drawing and its table", async () => {
    const person = await Person.at(server, { language });
    const { page, words } = person;
    await person.signIn();
    await person.goTo(incident, "pictures");
    const titles = [
      "timeline",
      "progress",
      "bonds",
      "flows",
      "map",
      "hours",
      "tries",
      "coverage",
    ] as const;
    for (const name of titles) {
      const picture = page.locator(".picture", {
        has: page.getByRole("heading", { name: words.pictures[name].title, exact: true }),
      });
      await picture.locator("svg[aria-hidden=true]").waitFor();
      expect((await picture.locator("figcaption").innerText()).length, name).toBeGreaterThan(20);
      await picture.locator("summary").click();
      expect(await picture.locator("tbody tr").count(), name).toBeGreaterThan(0);
    }
    const told = await page.locator("main").innerText();
    // What the story of the exercise says.
    expect(told).toContain("karim.berard@ch-vernouillac.example");
    expect(told).toContain("compta@rnutuelle-aubier.example");
    expect(told).toContain("Amsterdam");
    expect(told).toContain("596 km");
    expect(person.faults).toEqual([]);
    await person.leave();
  });
});

test("an indicator leads to all the findings that hold it, and Back undoes it", async () => {
  const person = await Person.at(server);
  const { page, words } = person;
  await person.signIn();
  await person.goTo(incident, "findings");
  const status = page.locator("main [role=status]").first();
  const whole = await status.innerText();
  const pivot = page.locator(".pivot", {
    has: page.locator("code", { hasText: "203.0.113.133" }),
  });
  const count = Number((await pivot.innerText()).match(/(\d+) constat/)?.[1]);
  expect(count).toBeGreaterThan(0);
  await pivot.click();
  await expect.poll(() => status.innerText()).not.toBe(whole);
  expect(page.url()).toContain("about=203.0.113.133");
  await expect(person.field(words.findings.search).inputValue()).resolves.toBe("203.0.113.133");
  expect(await page.locator("main article").count()).toBeGreaterThanOrEqual(Math.min(count, 25));
  await page.goBack();
  await expect.poll(() => status.innerText()).toBe(whole);
  expect(person.faults).toEqual([]);
  await person.leave();
});

test("by keyboard, a picture too wide for the page scrolls in its own frame", async () => {
  const person = await Person.at(server, { width: 320, height: 640 });
  await person.signIn();
  await person.goTo(incident, "pictures");
  const frame = person.page.locator(".picture .scroll").first();
  await frame.focus();
  await person.page.keyboard.press("ArrowRight");
  await expect.poll(() => frame.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
  await person.leave();
});

test("an action that is logged shows on our side of the timeline at once", async () => {
  const person = await Person.at(server);
  const { page, words } = person;
  await person.signIn();
  await person.goTo(incident, "pictures");
  const said = page.locator(".picture figcaption").first();
  const alone = words.pictures.timeline.attackOnly("", "", 34).split(". ").at(-1) ?? "";
  expect(await said.innerText()).toContain(alone);
  const answer = await person.context.request.post(`/api/v1/incidents/${incident}/actions`, {
    headers: { "X-Digue": "1" },
    data: {
      item: "mail-account/1.b.1",
      account: "karim.berard@ch-vernouillac.example",
      state: "in-progress",
      accept_impact: "Alix Morel",
      preserved_by: "Alix Morel",
      despite: true,
      why: "urgence",
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  await expect.poll(() => said.innerText()).toContain("1 action ");
  await person.leave();
});
