// Hands that never leave the keyboard: what they press is reached by Tab, as a person would, and the focus
// is never lost on the way.
import type { Locator, Page } from "playwright-core";

const most = 200; // presses of Tab: more than any screen has places

export class Keyboard {
  constructor(readonly page: Page) {}

  press = (key: string) => this.page.keyboard.press(key);

  async type(text: string) {
    await this.page.keyboard.type(text);
  }

  // Tab until it holds the focus, and the focus can be seen there.
  async reach(what: Locator) {
    await what.first().waitFor({ state: "attached" });
    for (let tries = 0; tries < most; tries += 1) {
      const here = await what.evaluateAll((found) =>
        found.some((one) => one === document.activeElement),
      );
      if (here) return this.seen();
      await this.press("Tab");
    }
    throw new Error(`the keyboard does not reach ${what.toString()}`);
  }

  async push(what: Locator, key = "Enter") {
    await this.reach(what);
    await this.press(key);
  }

  async write(what: Locator, text: string) {
    await this.reach(what);
    await this.press("Control+A");
    await this.type(text);
  }

  // One of several radios: Tab enters the group, arrows choose.
  async choose(radio: Locator) {
    const group = this.page.getByRole("radio");
    const name = await radio.first().getAttribute("name");
    await this.reach(this.page.locator(`input[type=radio][name="${name ?? ""}"]`));
    for (let tries = 0; tries < (await group.count()); tries += 1) {
      if (await radio.first().evaluate((one) => one === document.activeElement)) break;
      await this.press("ArrowDown");
    }
    await this.press("Space");
    if (!(await radio.first().isChecked())) throw new Error("the radio is not chosen");
  }

  // A list: arrows until the option holds.
  async select(list: Locator, value: string) {
    await this.reach(list);
    const held = () => list.first().inputValue();
    for (let tries = 0; tries < 600 && (await held()) !== value; tries += 1) {
      const before = await held();
      await this.press("ArrowDown");
      if ((await held()) === before) await this.press("Home");
    }
    if ((await held()) !== value) throw new Error(`${value} is not in the list`);
  }

  // A file, by the button that asks for one.
  async give(button: Locator, file: { name: string; mimeType: string; buffer: Buffer }) {
    const asked = this.page.waitForEvent("filechooser");
    await this.push(button);
    await (await asked).setFiles(file);
  }

  // What holds the focus shows it, or the label that it stands in: an outline, or a shadow around it.
  private async seen() {
    const hidden = await this.page.evaluate(() => {
      const here = document.activeElement;
      const shows = (one: Element | null | undefined) => {
        if (!one) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
        return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
      };
      return shows(here) || shows(here?.closest("label")) ? "" : here?.outerHTML.slice(0, 200);
    });
    if (hidden !== "") throw new Error(`the focus is not to be seen on ${hidden ?? "nothing"}`);
  }

  // Something holds the focus still, though what held it may be gone.
  async held(after: string) {
    for (let tries = 0; tries < 40; tries += 1) {
      if (await this.page.evaluate(() => document.activeElement !== document.body)) return;
      await this.page.waitForTimeout(50);
    }
    throw new Error(`the focus is lost after: ${after}`);
  }
}
