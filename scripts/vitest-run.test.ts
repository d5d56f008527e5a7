import { join } from "node:path";
import { expect, test } from "vitest";
import { readReport } from "./vitest-run.ts";

const tests = (...statuses: string[]) => statuses.map((status) => ({ status }));

test("a report is read a file at a time; one that failed outside its tests counts one failure", () => {
  const testResults = [
    {
      name: join(process.cwd(), "a.test.ts"),
      status: "passed",
      assertionResults: tests("passed", "pending"),
    },
    { name: join(process.cwd(), "b.test.ts"), status: "failed", assertionResults: tests("failed", "failed") },
    { name: join(process.cwd(), "c.test.ts"), status: "failed", assertionResults: tests("passed") },
    { name: join(process.cwd(), "d.test.ts"), status: "failed", assertionResults: [] },
  ];
  expect(readReport(JSON.stringify({ testResults }))).toEqual([
    { file: "a.test.ts", passed: 1, failed: 0 },
    { file: "b.test.ts", passed: 0, failed: 2 },
    { file: "c.test.ts", passed: 1, failed: 1 },
    { file: "d.test.ts", passed: 0, failed: 1 },
  ]);
});
