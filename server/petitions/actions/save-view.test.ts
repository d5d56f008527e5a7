import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import type { Staff } from "../../kernel/actor.ts";
import { listViews } from "../store/petition-view.ts";
import { mostViews, saveView } from "./save-view.ts";

let world: TestWorld;
let town: Town;
beforeAll(async () => {
  world = await townWorld();
  town = await openTown(world.ports);
});
afterAll(() => world.close());

const save = (who: Staff, requestKey: string = world.ports.random.uuid()) =>
  saveView(world.ports, who, { name: "ของฉัน", query: "view=mine", requestKey });
const viewsOf = (who: Staff) => world.ports.db.as(who, (tx) => listViews(tx, who));

test("of twenty views saved at once twelve are kept", async () => {
  // Every connection is open, so that they do run at once.
  await Promise.all(Array.from({ length: 20 }, () => viewsOf(town.officer)));
  const saved = await Promise.all(Array.from({ length: 20 }, () => save(town.officer)));
  expect(saved.filter(({ ok }) => ok)).toHaveLength(mostViews);
  expect(await viewsOf(town.officer)).toHaveLength(mostViews);
  expect(await save(town.officer)).toEqual({ ok: false, refusal: { kind: "views_many" } });
});

test("the twelfth view, sent twice, is saved once and refused neither time", async () => {
  for (let n = 1; n < mostViews; n += 1) await granted(save(town.other));
  const requestKey = world.ports.random.uuid();
  await granted(save(town.other, requestKey));
  await granted(save(town.other, requestKey));
  expect(await viewsOf(town.other)).toHaveLength(mostViews);
});
