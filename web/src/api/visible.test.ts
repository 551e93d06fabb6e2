import { expect, test } from "vitest";

import { asItWas, visible } from "./visible";

const turned = "facture\u202efdp.exe";

test("what turns a name around is seen, and the name goes back as it was", () => {
  expect(visible(turned)).toBe("facture⟨U+202E⟩fdp.exe");
  expect(visible("\u2066a\u200b")).toBe("⟨U+2066⟩a⟨U+200B⟩");
  expect(asItWas(visible(turned))).toBe(turned);
});

test("what people write stays: accents, quotes, families of emoji, other numbers in brackets", () => {
  const usual = "« Hôpital » n’a pas d’œil 👨‍👩‍👧 ⟨U+0041⟩ ⟨U+202e⟩";
  expect(visible(usual)).toBe(usual);
  expect(asItWas(usual)).toBe(usual);
});
