import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["tests/support/cluster.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{server,bot,liff,db,scripts}/**/*.test.{ts,tsx}", "tests/*.test.{ts,tsx}"],
          // Each file has a database of its own; loading the modules anew for each would take a third of the time.
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.{ts,tsx}"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each has a product of its own and waits more than it works.
          maxWorkers: 2,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
