// A screen that fails: the answer of a server gone wrong, that no check foresaw.
import { afterAll, beforeAll, expect, test } from "vitest";

import { axeViolations } from "./axe";
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

test.each(["fr", "en"] as const)(
  "a screen that fails says so, and takes nothing else with it; in %s",
  async (language) => {
    const person = await Person.at(server, { language });
    const { page, words } = person;
    await person.signIn();
    const incident = await person.openIncident(`${language}.fault@ch.example`);
    const source = { file: "x", family: "sign-ins", first: "never", last: "never", gaps: [] };
    await page.route("**/sources?*", (route) =>
      route.fulfill({ json: { items: [source], page: 1, per_page: 500, total: 1 } }),
    );
    await page.goto(`/incident/${incident}/pictures`);
    await page.getByRole("heading", { name: words.screenFailed }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("n");
    await page.locator("#entry-box:focus").waitFor();
    await page.keyboard.type("Écran en défaut");
    await page.keyboard.press("Control+Enter");
    await person.receipt().waitFor();
    await page.keyboard.press("Escape");
    await page.locator(`a[href$="/clocks"]`).first().click();
    await page.getByRole("heading", { name: words.nav.clocks, level: 1 }).waitFor();
    expect(await person.log(incident)).toContain("Écran en défaut");
    expect(person.faults.join()).toContain("Invalid time value");
    await person.leave();
  },
);
