// The screenshots of the README: each main screen on the analysed exercise, with a night's work done.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import { afterAll, beforeAll, test } from "vitest";

import { analysedExercise, digue } from "./exercise";
import { closeBrowser, openBrowser, password, Person } from "./person";
import { Server } from "./server";

const images = join(import.meta.dirname, "../../docs/images");
const account = "loic.brissac@ch-vernouillac.example";
const accounts = ["loic.brissac", "karim.berard", "lucas.orsini", "valerie.diallo"].map(
  (name) => `${name}@ch-vernouillac.example`,
);

let server: Server;
let alix: Person;
let incident = "";

beforeAll(async () => {
  await openBrowser();
  server = await Server.started();
  incident = analysedExercise(server);
  alix = await Person.at(server, { language: "en", width: 1120, height: 760 });
  await alix.beginFirst();
  await work();
});
afterAll(async () => {
  await closeBrowser();
  await server.end();
});

async function say(path: string, data: object) {
  const address = path.startsWith("/") ? path : `/incidents/${incident}/${path}`;
  const answer = await alix.context.request.post(`/api/v1${address}`, {
    headers: { "X-Digue": "1" },
    data,
  });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
}

// What a team says in its first hour.
async function work() {
  const person = { display_name: "Paul Garnier", name: "paul", password, role: "responder" };
  await say("/people", person);
  await say("log", { text: "Accounting reports calls about a change of bank details." });
  const done = { accept_impact: "Alix Morel", preserved_by: "Paul Garnier", despite: true };
  const why = "the attacker must not read the answers";
  for (const item of ["1.a.1", "1.b.1"])
    for (const name of accounts)
      await say("actions", {
        item: `mail-account/${item}`,
        account: name,
        state: "done",
        why,
        ...done,
      });
  await say("actions", {
    item: "mail-account/1.c.1",
    account,
    state: "impossible",
    why: "the owner is on a train",
  });
  await say("assignments", { item: "mail-account/1.c.2", account, to: "Paul Garnier" });
  await say("log", { text: "The bank is told to hold transfers to the new IBAN.", decision: true });
  await say("clocks/cnil", { step: "start", why: "a mailbox with patients’ data was read" });
  await bring();
}

// Three of the exports, into the vault.
async function bring() {
  const made = mkdtempSync(join(tmpdir(), "digue-shots-"));
  digue(server, ["exercise", "make", "mailbox-takeover", "--seed", "1", "--out", join(made, "x")]);
  for (const file of [
    "audit-log/UnifiedAuditLog_victims.json",
    "inbox-rules/InboxRules.csv",
    "message-trace/MessageTrace.csv",
  ]) {
    const type = "application/octet-stream";
    const answer = await alix.context.request.post(`/api/v1/incidents/${incident}/evidence`, {
      headers: { "X-Digue": "1", "Content-Type": type, "Digue-Name": basename(file) },
      data: readFileSync(join(made, "x", "evidence", file)),
    });
    if (!answer.ok()) throw new Error(await answer.text());
  }
  rmSync(made, { recursive: true, force: true });
}

const shoot = (name: string) =>
  alix.page.screenshot({ path: join(images, `web-${name}.png`), animations: "disabled" });

test("home", async () => {
  await alix.page.goto("/");
  await alix.heading().waitFor();
  await shoot("home");
});

const step = new URLSearchParams({ step: "mail-account/2.a.2", account });
test.each([
  ["act", `act?${step}`],
  ["qualify", "qualify"],
  ["log", "log"],
  ["clocks", "clocks"],
  ["handover", "handover"],
  ["findings", "findings"],
  ["evidence", "evidence"],
  ["pictures", "pictures"],
  ["status", "status"],
])("%s", async (name, screen) => {
  await alix.goTo(incident, screen);
  await alix.page.getByText(alix.words.loading).first().waitFor({ state: "detached" });
  await alix.page.waitForTimeout(400);
  await shoot(name);
});

test("map", async () => {
  const { page, words } = alix;
  await alix.goTo(incident, "pictures");
  const map = page.getByRole("heading", { name: words.pictures.map.title, exact: true });
  await map.evaluate((heading) => {
    window.scrollTo(0, heading.getBoundingClientRect().top + window.scrollY - 110);
  });
  await page.waitForTimeout(400);
  await shoot("map");
});
