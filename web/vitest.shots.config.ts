import { defineConfig } from "vitest/config";

// The pictures of the README, taken from a real `digue serve` in a real Chromium: script/web shots.
export default defineConfig({
  test: {
    environment: "node",
    include: ["journey/readme.shots.ts"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
