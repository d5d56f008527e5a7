import { beforeAll, afterAll, expect, test } from "vitest";
import { appOver, origin } from "../../tests/support/app.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import { whenAllEnded } from "../../tests/support/sealed-log.ts";
import { sealEntries } from "../audit/actions/seal-entries.ts";
import { isSigned, readCheckpoints } from "../audit/checkpoint.ts";
import { record } from "../audit/store.ts";
import { publicKeyOf } from "../adapters/code-signer.ts";
import { readPublicKey } from "../kernel/p256-key.ts";
import { verifierOf } from "../visits/code-key.ts";

const actor = { kind: "system", job: "test" } as const;
let world: TestWorld;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const ask = (path: string) => appOver(world).request(`${origin}${path}`);

test("before anything is sealed the page says so, and there is no note", async () => {
  expect(await (await ask("/audit/checkpoint")).text()).toContain("ยังไม่มีหลักฐาน");
  expect((await ask("/audit/checkpoint.txt")).status).toBe(404);
  expect((await ask("/audit/checkpoint.json")).status).toBe(404);
});

test("anybody reads the newest note, and verifies it by the key that stands beside it", async () => {
  await world.ports.db.as(actor, (tx) => record(world.ports, tx, { action: "test.sealed", actor }));
  await whenAllEnded(world);
  await sealEntries(world.ports, actor);
  const text = await ask("/audit/checkpoint.txt");
  expect(text.headers.get("cache-control")).toBe("public, max-age=60");
  const note = await text.text();
  const [read] = readCheckpoints(note) ?? [];
  const told = (await (await ask("/audit/checkpoint.json")).json()) as { note: string; publicKeys: string[] };
  expect(told.note).toBe(note);
  expect(told).toMatchObject({ number: read?.number, size: read?.size, at: read?.at.toISOString() });
  const keys = told.publicKeys.flatMap((key) => readPublicKey(key) ?? []);
  if (!read) throw new Error("no note was read");
  expect(await isSigned(verifierOf(keys.map(publicKeyOf)), read)).toBe(true);
  expect(await isSigned(verifierOf(keys.map(publicKeyOf)), { ...read, size: read.size + 1 })).toBe(false);
  const page = await (await ask("/audit/checkpoint")).text();
  for (const shown of [note.trimEnd(), told.publicKeys[0] ?? "-"]) expect(page).toContain(shown);
});
