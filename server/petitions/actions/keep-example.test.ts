import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, plainService, type Town } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import type { Form } from "../../forms/form.ts";
import { exampleLimits } from "../pack-example.ts";
import { packFormat, type ServicePack } from "../service-pack.ts";
import { beginVersion } from "./begin-version.ts";
import { bringPack, seeImport } from "./bring-pack.ts";
import { changeDraft } from "./change-draft.ts";
import { exportPack } from "./export-pack.ts";
import { keepExample, removeExample } from "./keep-example.ts";
import { openPack } from "./open-pack.ts";
import { publishService } from "./publish-service.ts";
import { seeMadeService } from "./see-services.ts";

let world: TestWorld;
let town: Town;
let elsewhere: Town;
beforeAll(async () => {
  world = await testWorld();
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  town = await openTown(world.ports);
  elsewhere = await openTown(world.ports);
});
afterAll(() => world.close());

const both = (th: string) => ({ th, en: null });
const form: Form = {
  format: 1,
  fields: [
    {
      ...{ key: "place", type: "text", required: true, minLength: 1, maxLength: 20 },
      ...{ label: both("จุดที่เสีย"), help: null, showIf: null },
    },
    {
      ...{ key: "day", type: "date", required: true, limit: "future" },
      ...{ label: both("วันที่ใช้"), help: null, showIf: null },
    },
  ],
};
const tomorrow = { day: "24", month: "11", year: "2569" };
const see = (serviceId: string, actor = town.localAdmin) =>
  granted(seeMadeService(world.ports, actor, { serviceId }));
const seenOf = async (serviceId: string) => (await see(serviceId)).draft?.revision ?? -1;

/** A service in use, with a draft of its next version. */
async function drafted(): Promise<string> {
  const { serviceId } = await town.serviceOf(plainService({ form }));
  await granted(beginVersion(world.ports, town.localAdmin, { serviceId }));
  return serviceId;
}
const keep = async (serviceId: string, title: string, answers: Readonly<Record<string, unknown>>) =>
  keepExample(world.ports, town.localAdmin, {
    ...{ serviceId, seen: await seenOf(serviceId), title, answers },
  });
const publish = async (serviceId: string, despiteExamples = false) =>
  publishService(world.ports, town.localAdmin, {
    ...{ serviceId, seen: await seenOf(serviceId), despiteExamples },
  });

test("answers are kept as ones to accept or to refuse, by what the form says of them now", async () => {
  const serviceId = await drafted();
  await granted(keep(serviceId, "ยื่นครบ", { place: "หน้าวัด", day: tomorrow }));
  await granted(keep(serviceId, "ลืมวันที่", { place: "หน้าวัด" }));
  const { examples } = await see(serviceId);
  expect(examples.map(({ title, wrong }) => [title.th, wrong])).toEqual([
    ["ยื่นครบ", []],
    ["ลืมวันที่", ["day"]],
  ]);
});

test("an example of the same name takes the place of the one before, and one is removed by its place", async () => {
  const serviceId = await drafted();
  await granted(keep(serviceId, "ก", { place: "หนึ่ง", day: tomorrow }));
  await granted(keep(serviceId, "ข", { place: "สอง", day: tomorrow }));
  await granted(keep(serviceId, " ก ", { place: "สาม", day: tomorrow }));
  const places = async () => (await see(serviceId)).examples.map(({ answers }) => answers["place"]);
  expect(await places()).toEqual(["สาม", "สอง"]);
  const remove = async (at: number) =>
    removeExample(world.ports, town.localAdmin, { serviceId, seen: await seenOf(serviceId), at });
  await granted(remove(0));
  expect(await places()).toEqual(["สอง"]);
  expect((await refusal(remove(7))).kind).toBe("example_missing");
});

test("keeping an example leaves the step before it to be taken back", async () => {
  const serviceId = await drafted();
  const change = { kind: "field_removed", key: "day" } as const;
  await granted(
    changeDraft(world.ports, town.localAdmin, { serviceId, seen: await seenOf(serviceId), change }),
  );
  await granted(keep(serviceId, "ไม่มีวันที่", { place: "หน้าวัด" }));
  expect((await see(serviceId)).draft?.lastStep).not.toBeNull();
});

test("an example without a name, too long, one too many, of a stale page or of a stranger is not kept", async () => {
  const serviceId = await drafted();
  expect((await refusal(keep(serviceId, "  ", { place: "ก" }))).kind).toBe("example_title_empty");
  const long = { place: "ก".repeat(exampleLimits.characters) };
  expect((await refusal(keep(serviceId, "ยาว", long))).kind).toBe("example_large");
  for (let at = 0; at < exampleLimits.count; at += 1) await granted(keep(serviceId, `ที่ ${at}`, {}));
  expect((await refusal(keep(serviceId, "อีกหนึ่ง", {}))).kind).toBe("examples_full");
  await granted(keep(serviceId, "ที่ 0", { place: "แทน" }));
  const input = { serviceId, seen: 0, title: "ช้า", answers: {} };
  expect((await refusal(keepExample(world.ports, town.localAdmin, input))).kind).toBe("draft_changed");
  const stranger = await refusal(keepExample(world.ports, elsewhere.localAdmin, input));
  expect(stranger.kind).toBe("draft_missing");
});

test("an example that no longer fits is told before publishing, by name and field, and passed over only knowingly", async () => {
  const serviceId = await drafted();
  await granted(keep(serviceId, "ยื่นครบ", { place: "หน้าวัด", day: tomorrow }));
  const change = { kind: "field_removed", key: "day" } as const;
  await granted(
    changeDraft(world.ports, town.localAdmin, { serviceId, seen: await seenOf(serviceId), change }),
  );
  expect(await refusal(publish(serviceId))).toEqual({
    kind: "examples_unfit",
    examples: [{ title: both("ยื่นครบ"), paths: ["day"] }],
  });
  expect((await see(serviceId)).version).toBe(1);
  await granted(publish(serviceId, true));
  expect((await see(serviceId)).version).toBe(2);
});

test("an example of a day still holds when that day is long past", async () => {
  const serviceId = await drafted();
  await granted(keep(serviceId, "ยื่นครบ", { place: "หน้าวัด", day: tomorrow }));
  world.clock.pass(40 * 24 * 3600);
  await granted(publish(serviceId));
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
});

test("examples go out with the pack, are judged where it comes in, and stay with the next version", async () => {
  const { ports } = world;
  const serviceId = await drafted();
  await granted(keep(serviceId, "ยื่นครบ", { place: "หน้าวัด", day: tomorrow }));
  await granted(publish(serviceId));
  await granted(beginVersion(ports, town.localAdmin, { serviceId }));
  expect((await see(serviceId)).examples).toHaveLength(1);
  const { text } = await granted(exportPack(ports, town.localAdmin, { serviceId }));
  const brought = await granted(bringPack(ports, elsewhere.localAdmin, { text }));
  const { pack } = await granted(seeImport(ports, elsewhere.localAdmin, brought));
  expect(pack.examples).toEqual((await see(serviceId)).examples);
});

test("a pack that opens a town's service brings its examples and notes, and hands them on", async () => {
  const { ports } = world;
  const pack: ServicePack = {
    ...{ format: packFormat, slug: "borrow-tents", category: both("งานชุมชน"), unit: null },
    ...{ notes: both("ตรวจจำนวนเต็นท์"), definition: plainService({ form }) },
    examples: [{ title: both("ยื่นครบ"), answers: { place: "ก" }, wrong: ["day"] }],
  };
  const system = { kind: "system", job: "test" } as const;
  const { serviceId } = await granted(openPack(ports, system, { agencyId: elsewhere.agencyId, pack }));
  expect((await see(serviceId, elsewhere.localAdmin)).examples).toEqual(pack.examples);
  const { text } = await granted(exportPack(ports, elsewhere.localAdmin, { serviceId }));
  const brought = await granted(bringPack(ports, town.localAdmin, { text }));
  const read = await granted(seeImport(ports, town.localAdmin, brought));
  expect([read.pack.notes, read.pack.examples]).toEqual([pack.notes, pack.examples]);
});
