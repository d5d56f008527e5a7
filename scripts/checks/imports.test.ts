import { expect, test } from "vitest";
import { importFaults, type Graph } from "./imports.ts";
import { placeOf } from "./rooms.ts";
import { importsOf, type Import } from "./source-imports.ts";

const file = (from: string, ...values: string[]): Import => ({ from, isPackage: false, values });
const graph = (arrows: Record<string, Import[]>): Graph => new Map(Object.entries(arrows));

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
  ["the app that knows the simulator", "server/app.ts", "scripts/simulator/simulator.ts"],
  ["browser code that knows the server", "liff/client/scan.entry.ts", "server/http/session.ts"],
])("refuses %s", (_, from, to) => {
  expect(importFaults(graph({ [from]: [file(to)] }))).toHaveLength(1);
});

test.each([
  ["server/visits/actions/ask-code.ts", "server/identity/store/person.ts"],
  ["server/visits/actions/ask-code.ts", "server/audit/store.ts"],
  ["liff/home/routes.tsx", "server/visits/actions/see-home.ts"],
  ["bot/store.ts", "db/schema/index.ts"],
  ["liff/client/scan.entry.ts", "server/visits/qr-text.ts"],
  ["server/app.ts", "bot/face.ts"],
])("lets %s know %s", (from, to) => {
  expect(importFaults(graph({ [from]: [file(to)] }))).toEqual([]);
});

test("refuses a cycle and names its way", () => {
  const a = "server/kernel/a.ts";
  const b = "server/kernel/b.ts";
  expect(importFaults(graph({ [a]: [file(b)], [b]: [file(a)] }))).toEqual([`a cycle: ${a} → ${b} → ${a}`]);
});

test.each([
  ["a noun", "server/visits/facility-qr.ts", "node:crypto"],
  ["the kernel", "server/kernel/phone.ts", "valibot"],
  ["an action", "server/visits/actions/ask-code.ts", "drizzle-orm"],
  ["a face", "liff/home/routes.tsx", "node:fs/promises"],
  ["a face", "bot/perform.ts", "@line/bot-sdk"],
  ["browser code", "liff/client/scan.entry.ts", "node:crypto"],
])("lets %s not bring in what is not its own (%s: %s)", (_, path, name) => {
  expect(importFaults(graph({ [path]: [{ from: name, isPackage: true, values: [] }] }))).toHaveLength(1);
});

test.each([
  ["server/visits/store.ts", "drizzle-orm"],
  ["server/adapters/line.ts", "@line/bot-sdk"],
  ["liff/home/routes.tsx", "hono"],
  ["liff/client/scan.entry.ts", "barcode-detector/ponyfill"],
])("lets %s bring in %s", (path, name) => {
  expect(importFaults(graph({ [path]: [{ from: name, isPackage: true, values: [] }] }))).toEqual([]);
});

test("opens another room's store for its reads, the audit and the outbox, and nothing else", () => {
  const action = "server/visits/actions/ask-code.ts";
  const fault = (from: string, ...values: string[]) =>
    importFaults(graph({ [action]: [file(from, ...values)] }));
  expect(fault("server/identity/store/person.ts", "findPerson")).toEqual([]);
  expect(fault("server/audit/store.ts", "record")).toEqual([]);
  expect(fault("server/notices/store.ts", "queue")).toEqual([]);
  expect(fault("server/identity/store/person.ts", "findPerson", "savePerson")).toHaveLength(1);
  expect(fault("server/identity/store/person.ts", "*")).toHaveLength(1);
  expect(fault("server/visits/store.ts", "saveCode")).toEqual([]);
});

test("reads imports over several lines, types apart from values, re-exports and dynamic ones", () => {
  const source = `import {\n  a,\n  b as c,\n  type D,\n} from "./a.ts";\nimport type { C } from "../kernel/c.ts";
export * from "./d.ts";\nimport x from "hono";\nconst e = await import("./e.ts");`;
  expect(importsOf("server/visits/x.ts", source)).toEqual([
    file("server/visits/a.ts", "a", "b"),
    file("server/kernel/c.ts"),
    file("server/visits/d.ts", "*"),
    { from: "hono", isPackage: true, values: ["default"] },
    file("server/visits/e.ts", "*"),
  ]);
});

test("refuses a file whose room nobody named", () => {
  expect(placeOf("attic/old.ts")).toBe(null);
});
