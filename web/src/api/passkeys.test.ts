import { expect, test } from "vitest";

import { toBytes, toText } from "./passkeys";

test.each([0, 1, 2, 3, 4, 64, 255])("%i bytes come back the same from base64url", (count) => {
  const bytes = Uint8Array.from({ length: count }, (_, place) => (place * 37 + 251) % 256);
  const text = toText(bytes.buffer);
  expect(text).toBe(Buffer.from(bytes).toString("base64url"));
  expect([...toBytes(text)]).toEqual([...bytes]);
});
