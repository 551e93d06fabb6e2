import { expect, test } from "vitest";

import { spellBytes } from "./bytes";

test("sizes are spelt in the words of the language", () => {
  expect(spellBytes(999, "en")).toBe("999 B");
  expect(spellBytes(12_345_678, "fr")).toBe("12,3 Mo");
  expect(spellBytes(12_345_678, "en")).toBe("12.3 MB");
  expect(spellBytes(5e15, "en")).toBe("5,000 TB");
});
