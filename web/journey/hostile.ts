// The story of tests/hostile/story.json, told to a server by somebody who is signed in there.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { APIRequestContext } from "playwright-core";

import { password } from "./person";

type Body = string | number | boolean | Body[] | { [name: string]: Body };
interface Story {
  texts: string[];
  account: string;
  requests: { path: string; body: Body; most?: number }[];
  evidence: Record<string, Record<string, string>>;
}

const file = join(import.meta.dirname, "../../tests/hostile/story.json");
const story = JSON.parse(readFileSync(file, "utf8")) as Story;
export const { texts, account } = story;

let number = 0;
function told(template: Body, text: string): Body {
  if (Array.isArray(template)) return template.map((one) => told(one, text));
  if (typeof template === "object")
    return Object.fromEntries(Object.entries(template).map(([key, one]) => [key, told(one, text)]));
  if (typeof template !== "string") return template;
  if (template === "@") return new Date().toISOString();
  number += 1;
  const filled = template.replaceAll("#", String(number)).replaceAll("¤", () => account);
  return filled.replaceAll("§", () => text);
}

const quoted = (value: Body) => `"${String(value).replaceAll('"', '""')}"`;

function table(row: Record<string, string>): string {
  const rows = texts.map((text) => Object.values(row).map((cell) => quoted(told(cell, text))));
  return [Object.keys(row).map(quoted), ...rows].map((cells) => cells.join(",")).join("\r\n");
}

export class Teller {
  constructor(private readonly asking: APIRequestContext) {}

  private async post(path: string, data: Body): Promise<Record<string, unknown>> {
    const headers = { "X-Digue": "1" };
    const answer = await this.asking.post(`/api/v1${path}`, { headers, data });
    if (answer.ok()) return (await answer.json()) as Record<string, unknown>;
    // A file's name takes less than a text.
    if (answer.status() === 422 && path.endsWith("/uploads")) return {};
    throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  }

  // Everything, in one incident; its id.
  async tellAll(): Promise<string> {
    const subject = { account };
    const title = texts[0] ?? "";
    const opening = { title, sheet: "mail-account", zone: "Europe/Paris", subject };
    const incident = String((await this.post("/incidents", opening))["incident"]);
    const person = {
      name: "person-1",
      display_name: "-",
      password,
      role: "lead",
      everywhere: true,
    };
    await this.post("/people", person);
    for (const { path, body, most } of story.requests)
      for (const text of texts.slice(0, most))
        await this.post(path.replace("{incident}", incident), told(body, text));
    await this.analyse(incident);
    return incident;
  }

  private async analyse(incident: string) {
    const at = `/incidents/${incident}`;
    for (const [name, row] of Object.entries(story.evidence))
      await this.asking.post(`/api/v1${at}/evidence`, {
        headers: { "X-Digue": "1", "Digue-Name": name, "Content-Type": "application/octet-stream" },
        data: Buffer.from(table(row)),
      });
    const { id } = await this.post(`${at}/analyses`, { evidence: "all" });
    for (let tries = 0; tries < 300; tries += 1) {
      const answer = await this.asking.get(`/api/v1${at}/analyses/${String(id)}`);
      if (((await answer.json()) as { state: string }).state === "done") return;
      await new Promise((later) => setTimeout(later, 200));
    }
    throw new Error("the analysis does not end");
  }
}
