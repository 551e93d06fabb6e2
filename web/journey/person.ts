// A person at their browser.
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

import { en } from "../src/words/en";
import { fr, type Words } from "../src/words/fr";
import type { Language } from "../src/words/language";
import type { Server } from "./server";

export const password = "quatre mots sans rapport";

export type Scheme = "light" | "dark" | "contrast"; // the last as chosen in the interface

export interface Look {
  language?: Language;
  scheme?: Scheme;
  width?: number;
  height?: number;
  still?: boolean; // the person asked for reduced motion
  address?: string; // by which the server is opened, when not its first
}

let browser: Browser | null = null;
export async function openBrowser() {
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
}
export const closeBrowser = () => browser?.close();

export class Person {
  readonly faults: string[] = []; // what the browser complained of: errors, policy reports
  private constructor(
    readonly server: Server,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly words: Words,
  ) {}

  static async at(server: Server, look: Look = {}): Promise<Person> {
    if (!browser) throw new Error("no browser");
    const { language = "fr", scheme = "light", width = 1280, height = 900 } = look;
    const context = await browser.newContext({
      baseURL: look.address ?? server.address,
      viewport: { width, height },
      colorScheme: scheme === "dark" ? "dark" : "light",
      reducedMotion: look.still ? "reduce" : "no-preference",
      locale: language === "fr" ? "fr-FR" : "en-GB",
      timezoneId: "Europe/Paris",
    });
    context.setDefaultTimeout(20_000);
    if (scheme === "contrast")
      await context.addInitScript("localStorage['digue.theme']='contrast'");
    const person = new Person(
      server,
      context,
      await context.newPage(),
      language === "fr" ? fr : en,
    );
    person.listen();
    return person;
  }

  private listen() {
    this.page.on("pageerror", (error) => this.faults.push(error.message));
    this.page.on("console", (said) => {
      if (said.text().includes("Content Security Policy")) this.faults.push(said.text());
    });
  }

  button = (name: string) => this.page.getByRole("button", { name, exact: true });
  field = (name: string) => this.page.getByLabel(name).first();
  heading = () => this.page.locator("main h1");
  receipt = () => this.page.locator("[data-receipt]");

  async beginFirst(name = "alix", shown = "Alix Morel") {
    const { begin } = this.words;
    await this.page.goto("/");
    await this.field(begin.code).fill(this.server.code);
    await this.field(begin.displayName).fill(shown);
    await this.field(begin.name).fill(name);
    await this.field(begin.password).fill(password);
    await this.button(begin.create).click();
    await this.page.getByRole("heading", { name: this.words.home.title }).waitFor();
  }

  async signIn(name = "alix") {
    await this.page.goto("/");
    await this.fillSignIn(name);
    await this.page.getByRole("heading", { name: this.words.home.title }).waitFor();
  }

  async fillSignIn(name: string) {
    const { begin } = this.words;
    await this.field(begin.name).fill(name);
    await this.field(begin.password).fill(password);
    await this.button(begin.signIn).click();
  }

  // Opens an incident on a mail account; its id.
  async openIncident(subject: string): Promise<string> {
    const { page, words } = this;
    await page.goto("/");
    await page.locator("a.way[href^='/open/mail-account']").first().click();
    await this.field(words.open.subject).fill(subject);
    await this.button(words.open.submit).click();
    await page.waitForURL("**/incident/*/act");
    return page.url().split("/").at(-2) ?? "";
  }

  async goTo(incident: string, screen: string) {
    await this.page.goto(`/incident/${incident}/${screen}`);
    await this.heading().waitFor();
  }

  async note(text: string) {
    await this.page.locator("#entry-box").fill(text);
    await this.page.keyboard.press("Control+Enter");
  }

  // The lines of the logbook, as the server has them.
  async log(incident: string): Promise<string[]> {
    const answer = await this.context.request.get(`/api/v1/incidents/${incident}/log?limit=500`);
    const { items } = (await answer.json()) as { items: { text: string }[] };
    return items.map((line) => line.text);
  }

  leave = () => this.context.close();
}
