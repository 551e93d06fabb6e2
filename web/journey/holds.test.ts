// What must hold under weight: 10,000 lines, and how long a line takes. The limits here are wide, for a
// machine that does other things; what was measured on a quiet one stands in docs/web.md.
import { afterAll, beforeAll, expect, test } from "vitest";

import { closeBrowser, openBrowser, Person } from "./person";
import { Server } from "./server";

const lines = 10_000;
const writers = 16;

let server: Server;
let person: Person;
let incident = "";

async function write(session: string, from: number) {
  for (let line = from; line < lines; line += writers) {
    const answer = await fetch(`${server.address}/api/v1/incidents/${incident}/log`, {
      method: "POST",
      headers: { "X-Digue": "1", "Content-Type": "application/json", Cookie: session },
      body: JSON.stringify({ text: `Relevé ${line} : le poste PC-${line} répond` }),
    });
    if (answer.status !== 201) throw new Error(await answer.text());
  }
}

beforeAll(async () => {
  await openBrowser();
  server = await Server.started();
  person = await Person.at(server);
  await person.beginFirst();
  incident = await person.openIncident("c.durand@ch.example");
  const [cookie] = await person.context.cookies();
  const session = `${cookie?.name ?? ""}=${cookie?.value ?? ""}`;
  await Promise.all(Array.from({ length: writers }, (_, from) => write(session, from)));
}, 300_000);
afterAll(async () => {
  await closeBrowser();
  await server.end();
});

test("10,000 lines open at once, with at most 60 rows in the page", async () => {
  const { page, words } = person;
  await person.goTo(incident, "contacts");
  await page.waitForLoadState("networkidle");
  const began = Date.now();
  await page.locator(`.frame-nav a[href$="/log"]`).click();
  await page.locator(`.log-row[data-index="${lines + 1}"] .what`).waitFor();
  const took = Date.now() - began;
  console.log(`== 10,000 lines opened in ${took} ms`);
  expect(took).toBeLessThan(5000);
  expect(await page.locator(".log-row").count()).toBeLessThanOrEqual(60);
  await person.button(words.log.first).click();
  await page.locator(".log-row[data-index='2'] .what").waitFor();
  expect(await page.locator(".log-row").count()).toBeLessThanOrEqual(60);
  await person.field(words.log.search).fill(`PC-${lines / 2} répond`);
  await page.getByText(words.log.matches(1)).waitFor();
});

test("from “done” to the confirmed hash of the line", async () => {
  const { page, words } = person;
  await person.goTo(incident, "act");
  await page.getByRole("radio", { name: words.unknown }).check();
  await person.button(words.act2.answer).click();
  await person.receipt().waitFor();
  await person.button(words.act.say.done).click();
  await page.locator("[role=dialog]").waitFor();
  const took = await page.evaluate(
    (label) =>
      new Promise<number>((settle) => {
        const before = document.querySelector("[data-receipt]")?.getAttribute("data-receipt");
        const button = [
          ...document.querySelectorAll<HTMLButtonElement>("[role=dialog] button"),
        ].find((one) => one.textContent?.startsWith(label));
        const began = performance.now();
        new MutationObserver((_, observer) => {
          const now = document.querySelector("[data-receipt]")?.getAttribute("data-receipt");
          if (!now || now === before) return;
          observer.disconnect();
          settle(performance.now() - began);
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
        button?.click();
      }),
    words.act2.write,
  );
  console.log(`== from “done” to its hash in ${Math.round(took)} ms`);
  expect(took).toBeLessThan(3000);
});
