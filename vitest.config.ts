import { availableParallelism } from "node:os";
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
          // It waits on the database half of its time; vitest would leave one core to itself.
          maxWorkers: availableParallelism(),
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          globalSetup: ["tests/support/app-bundle.ts"],
          include: ["tests/journeys/**/*.test.{ts,tsx}"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each file has a product of its own, as above.
          isolate: false,
          // Two products and two browsers fill two cores; a third makes them all late.
          maxWorkers: 2,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
