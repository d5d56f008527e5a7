import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { makeCategory } from "./change-categories.ts";
import { servicePacks } from "../packs/index.ts";
import { keepReply } from "./keep-reply.ts";
import { makeService } from "./make-service.ts";
import { takePack } from "./take-pack.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  town = await openTown(world.ports);
});
afterAll(async () => {
  await all.end();
  await world.close();
});

const category = (nameTh: string, requestKey: string) =>
  makeCategory(world.ports, town.localAdmin, { nameTh, nameEn: "", parentId: "", requestKey });
const reply = (title: string, requestKey: string) =>
  keepReply(world.ports, town.localAdmin, { replyId: null, title, body: "จะติดต่อกลับ", requestKey });
const written = (action: string) =>
  all`select id from audit_entry where action = ${action} and agency_id = ${town.agencyId}`;

test("a category's form sent three times at once makes one, and its name is taken for any other form", async () => {
  const key = world.ports.random.uuid();
  const made = await Promise.all([1, 2, 3].map(() => category("งานทะเบียน", key)));
  expect(made.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(new Set(made.map((one) => one.ok && one.value.categoryId)).size).toBe(1);
  expect(await written("service_category.made")).toHaveLength(1);
  const other = await category("งานทะเบียน", world.ports.random.uuid());
  expect(other.ok || other.refusal.kind).toBe("name_taken");
});

test("a reply's form sent three times at once keeps one, and its title is taken for any other form", async () => {
  const key = world.ports.random.uuid();
  const kept = await Promise.all([1, 2, 3].map(() => reply("รับเรื่องแล้ว", key)));
  expect(kept.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(await written("canned_reply.kept")).toHaveLength(1);
  const other = await reply("รับเรื่องแล้ว", world.ports.random.uuid());
  expect(other.ok || other.refusal.kind).toBe("title_taken");
});

test("a service's form sent three times at once makes one", async () => {
  const key = world.ports.random.uuid();
  const made = await category("งานโยธา", world.ports.random.uuid());
  if (!made.ok) throw new Error(made.refusal.kind);
  const form = { nameTh: "ขอขุดถนน", nameEn: "", unitId: "", copyOf: "", requestKey: key, ...made.value };
  const services = await Promise.all([1, 2, 3].map(() => makeService(world.ports, town.localAdmin, form)));
  expect(new Set(services.map((one) => one.ok && one.value.serviceId)).size).toBe(1);
  expect(services[0]?.ok).toBe(true);
  expect(await written("service.made")).toHaveLength(1);
});

test("a pack taken three times at once by one form makes one service, by three forms three of their own slugs", async () => {
  const [pack] = servicePacks;
  const slug = pack?.slug ?? "";
  const take = (requestKey: string) =>
    takePack(world.ports, town.localAdmin, {
      from: { slug },
      as: "service",
      signerAccepted: false,
      requestKey,
    });
  const key = world.ports.random.uuid();
  const once = await Promise.all([1, 2, 3].map(() => take(key)));
  expect(once.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(new Set(once.map((one) => one.ok && one.value.serviceId)).size).toBe(1);
  const apart = await Promise.all([1, 2, 3].map(() => take(world.ports.random.uuid())));
  expect(new Set(apart.map((one) => one.ok && one.value.serviceId)).size).toBe(3);
  const categories = await all`select id from service_category
    where agency_id = ${town.agencyId} and name_th = ${pack?.category.th ?? ""}`;
  expect(categories).toHaveLength(1);
});
