import { defineConfig } from "vitest/config";

// The journey drives a real `digue serve` from a real Chromium: one file after the other.
export default defineConfig({
  test: {
    environment: "node",
    include: ["journey/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
