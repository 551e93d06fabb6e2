import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { Sha256 } from "./sha256";

const bytes = (count: number) =>
  Uint8Array.from({ length: count }, (_, place) => (place * 7) % 251);

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1000, 70_000])(
  "%i bytes, however they are cut, have the hash that others compute",
  (count) => {
    const all = bytes(count);
    const expected = createHash("sha256").update(all).digest("hex");
    expect(new Sha256().add(all).hex()).toBe(expected);
    for (const cut of [1, 13, 64, 100]) {
      const hash = new Sha256();
      for (let place = 0; place < count; place += cut) hash.add(all.subarray(place, place + cut));
      expect(hash.hex(), `cut ${cut}`).toBe(expected);
    }
  },
);
