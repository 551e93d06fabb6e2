// Two people at once: what the other did meanwhile is shown before anything is written over it, and what
// was typed stays.
import { afterAll, beforeAll, expect, test } from "vitest";

import { closeBrowser, openBrowser, password, Person } from "./person";
import { Server } from "./server";

const guard = { "X-Digue": "1" };

let server: Server;
let lead: Person;
let paul: Person;
beforeAll(async () => {
  await openBrowser();
  server = await Server.started();
  lead = await Person.at(server);
  await lead.beginFirst();
  const added = await lead.context.request.post("/api/v1/people", {
    headers: guard,
    data: {
      name: "paul",
      display_name: "Paul Garnier",
      password,
      role: "lead",
      everywhere: true,
    },
  });
  expect(added.status()).toBe(201);
  paul = await Person.at(server, { language: "en" });
  await paul.signIn("paul");
});
afterAll(async () => {
  expect(lead.faults).toEqual([]);
  expect(paul.faults).toEqual([]);
  await closeBrowser();
  await server.end();
});

const meanwhile = (person: Person) => person.page.locator("[data-meanwhile]");

// The line is in the logbook, and the other's screen knows it: only then is it not a race.
async function told(person: Person, incident: string, count: number) {
  await expect.poll(async () => (await person.log(incident)).length).toBe(count);
  await person.page
    .locator(".frame-nav .count", { hasText: String(count) })
    .first()
    .waitFor();
}

interface Said {
  item: string;
  account: string;
  title: string;
}

async function nextSteps(person: Person, incident: string): Promise<Said[]> {
  const answer = await person.context.request.get(`/api/v1/incidents/${incident}/plan?lang=fr`);
  const { items } = (await answer.json()) as { items: (Said & { kind: string })[] };
  return items.filter(({ kind }) => kind !== "ask" && kind !== "look");
}

// The other says, by their own screen's call, that it does not concern anybody.
async function dismissed(person: Person, incident: string, { item, account }: Said) {
  const said = await person.context.request.post(`/api/v1/incidents/${incident}/actions`, {
    headers: guard,
    data: { item, account, state: "not-applicable", why: "no such thing here" },
  });
  expect(said.status()).toBe(201);
}

// Fills in the window of a step that waits; Ctrl+Enter then sends it.
async function putOff(person: Person, why: string) {
  await person.button(person.words.act.say.postponed).click();
  await person.field(person.words.act2.why).fill(why);
}

const stepOf = ({ item, account }: Said) => `act?${new URLSearchParams({ step: item, account })}`;

test("a step that another person did meanwhile is not written over unseen", async () => {
  const incident = await lead.openIncident("a.durand@ch.example");
  const [step] = await nextSteps(lead, incident);
  if (!step) throw new Error("nothing to do");
  await lead.goTo(incident, stepOf(step));
  await putOff(lead, "À la relève de 8 h");
  const before = (await lead.log(incident)).length;
  await dismissed(paul, incident, step);
  await told(lead, incident, before + 1);
  // The window stayed, with what is typed in it; sending shows what Paul did, and writes nothing.
  await lead.page.keyboard.press("Control+Enter");
  await meanwhile(lead).getByText("Paul Garnier").waitFor();
  await meanwhile(lead).getByText(step.title).waitFor();
  expect((await lead.log(incident)).length).toBe(before + 1);
  expect(await lead.field(lead.words.act2.why).inputValue()).toBe("À la relève de 8 h");
  // Seen: it is sent again, and written.
  await lead.page.keyboard.press("Control+Enter");
  await lead.page.locator("[role=dialog]").waitFor({ state: "detached" });
  expect((await lead.log(incident)).length).toBe(before + 2);
});

test("what the other did elsewhere in the incident does not stand in the way", async () => {
  const incident = await lead.openIncident("b.durand@ch.example");
  const [first, second] = await nextSteps(lead, incident);
  if (!first || !second) throw new Error("not enough to do");
  await lead.goTo(incident, stepOf(first));
  await putOff(lead, "À la relève de 8 h");
  const before = (await lead.log(incident)).length;
  await dismissed(paul, incident, second);
  await told(lead, incident, before + 1);
  await lead.page.keyboard.press("Control+Enter");
  await lead.page.locator("[role=dialog]").waitFor({ state: "detached" });
  expect((await lead.log(incident)).length).toBe(before + 2);
  expect(await meanwhile(lead).count()).toBe(0);
});

test("the step one is writing about stays, when another person does it first", async () => {
  const incident = await lead.openIncident("c.durand@ch.example");
  const plan = await lead.context.request.get(`/api/v1/incidents/${incident}/plan`);
  const { next } = (await plan.json()) as { next: Said };
  await lead.goTo(incident, "act");
  const title = await lead.heading().textContent();
  await putOff(lead, "Attend le chef de service");
  await dismissed(paul, incident, next);
  await told(lead, incident, (await lead.log(incident)).length);
  expect(await lead.field(lead.words.act2.why).inputValue()).toBe("Attend le chef de service");
  expect(await lead.page.locator("main h1").first().textContent()).toBe(title);
  await lead.page.keyboard.press("Escape");
});

test("several steps at once: one that the other did meanwhile is told before any is written", async () => {
  const incident = await lead.openIncident("e.durand@ch.example");
  await lead.goTo(incident, "act?step=mail-account%2F1.a.1");
  await lead.button(lead.words.act.several).click();
  const dialog = lead.page.locator("[role=dialog]");
  const all = lead.words.act.severalAll(0).split("0")[0] ?? "";
  await dialog.getByRole("button", { name: all }).click();
  await dialog.getByLabel(lead.words.act.severalState).selectOption("postponed");
  await dialog.getByLabel(lead.words.act2.why, { exact: true }).fill("À la relève de 8 h");
  const picked = await dialog.locator(".picks input:checked").count();
  expect(picked).toBeGreaterThan(2);
  const before = (await lead.log(incident)).length;
  const step = (await nextSteps(paul, incident)).find(({ item }) => item === "mail-account/1.a.1");
  if (!step) throw new Error("the step is gone");
  await dismissed(paul, incident, step);
  await told(lead, incident, before + 1);
  await lead.page.keyboard.press("Control+Enter");
  await meanwhile(lead).getByText("Paul Garnier").waitFor();
  expect((await lead.log(incident)).length).toBe(before + 1);
  const left = await dialog.locator(".picks input:checked").count();
  expect(left).toBeLessThan(picked);
  await lead.page.keyboard.press("Control+Enter");
  await dialog.waitFor({ state: "detached" });
  expect((await lead.log(incident)).length).toBe(before + 1 + left);
});

test("an incident is not closed over what the other wrote since its end was being written", async () => {
  const incident = await lead.openIncident("d.durand@ch.example");
  await lead.goTo(incident, "handover");
  await lead.button(lead.words.closing.close).click();
  const dialog = lead.page.locator("[role=dialog]");
  await dialog.getByLabel(lead.words.closing.conclusion).fill("Fausse alerte");
  const before = (await lead.log(incident)).length;
  const [step] = await nextSteps(lead, incident);
  if (!step) throw new Error("nothing to do");
  await dismissed(paul, incident, step);
  await told(lead, incident, before + 1);
  await lead.page.keyboard.press("Control+Enter");
  await meanwhile(lead).getByText("Paul Garnier").waitFor();
  expect(await dialog.getByLabel(lead.words.closing.conclusion).inputValue()).toBe("Fausse alerte");
  expect((await lead.log(incident)).join("\n")).not.toContain("Fausse alerte");
  await lead.page.keyboard.press("Control+Enter");
  await dialog.waitFor({ state: "detached" });
  await lead.page.getByText(lead.words.top.closed).waitFor();
  // And who was acting is told that it is closed.
  const answered = await paul.context.request.get(`/api/v1/incidents/${incident}`);
  expect(((await answered.json()) as { closed: string | null }).closed).not.toBeNull();
});
