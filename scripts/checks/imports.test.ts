import { expect, test } from "vitest";
import { importFaults, importsOf, placeOf, type Graph } from "./imports.ts";

const graph = (arrows: Record<string, string[]>): Graph => new Map(Object.entries(arrows));

test.each([
  ["a noun that knows an action", "server/visits/facility-qr.ts", "server/visits/actions/ask-code.ts"],
  ["a noun that knows the ports", "server/visits/facility-qr.ts", "server/ports.ts"],
  [
    "an action that knows another action",
    "server/visits/actions/ask-code.ts",
    "server/visits/actions/see-home.ts",
  ],
  ["an action that knows a face", "server/visits/actions/ask-code.ts", "liff/face.tsx"],
  ["a face that knows a store", "liff/home/routes.tsx", "server/visits/store.ts"],
  ["a face that knows another face", "bot/turn.ts", "liff/face.tsx"],
  ["a face that knows an adapter", "liff/home/routes.tsx", "server/adapters/line.ts"],
  ["a store that knows another room's store", "server/visits/store.ts", "server/identity/store.ts"],
  ["the app that knows a test", "server/app.ts", "tests/support/ports.ts"],
  ["browser code that knows the server", "liff/client/scan.entry.ts", "server/http/session.ts"],
])("refuses %s", (_, from, to) => {
  expect(importFaults(graph({ [from]: [to] }))).toHaveLength(1);
});

test.each([
  ["server/visits/actions/ask-code.ts", "server/identity/store/person.ts"],
  ["server/visits/actions/ask-code.ts", "server/audit/store.ts"],
  ["liff/home/routes.tsx", "server/visits/actions/see-home.ts"],
  ["bot/store.ts", "db/schema/index.ts"],
  ["liff/client/scan.entry.ts", "server/visits/qr-text.ts"],
  ["server/app.ts", "bot/face.ts"],
])("lets %s know %s", (from, to) => {
  expect(importFaults(graph({ [from]: [to] }))).toEqual([]);
});

test("refuses a cycle and names its way", () => {
  const a = "server/kernel/a.ts";
  const b = "server/kernel/b.ts";
  expect(importFaults(graph({ [a]: [b], [b]: [a] }))).toEqual([`a cycle: ${a} → ${b} → ${a}`]);
});

test("reads imports over several lines, type imports, re-exports and dynamic ones", () => {
  const source = `import {\n  a,\n  b,\n} from "./a.ts";\nimport type { C } from "../kernel/c.ts";
export * from "./d.ts";\nimport x from "hono";\nconst e = await import("./e.ts");`;
  expect(importsOf("server/visits/x.ts", source)).toEqual([
    "server/visits/a.ts",
    "server/kernel/c.ts",
    "server/visits/d.ts",
    "server/visits/e.ts",
  ]);
});

test("refuses a file whose room nobody named", () => {
  expect(placeOf("attic/old.ts")).toBe(null);
});
