import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { makeCategory } from "./change-categories.ts";
import { keepReply } from "./keep-reply.ts";

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
