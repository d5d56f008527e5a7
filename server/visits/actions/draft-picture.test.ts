import { afterAll, beforeAll, expect, test } from "vitest";
import {
  pictureWorld,
  typedByPicture as typed,
  type PictureWorld,
} from "../../../tests/support/kept-pictures.ts";
import { layPerson, layVisit } from "../../../tests/support/lay-visits.ts";
import { granted } from "../../../tests/support/people.ts";
import { confirmVisit } from "./confirm-visit.ts";
import { editDraft } from "./edit-draft.ts";

let at: PictureWorld;
beforeAll(async () => {
  at = await pictureWorld();
});
afterAll(() => at.close());

const missing = {
  ok: false,
  refusal: { kind: "draft_incomplete", fields: [{ field: "picture", refusal: { kind: "picture_missing" } }] },
};
const visitOf = async (id: string) => {
  const [row] = await at.all`select visit_id from visit_picture where id = ${id}`;
  return row?.["visit_id"] as string | null | undefined;
};

test("the way by number and picture goes from the picture to the codes", async () => {
  const person = await layPerson(at.world.ports);
  const saved = await at.drafted(person, await at.kept(person));
  expect((await granted(confirmVisit(at.world.ports, at.clerk, saved))).codes).toHaveLength(1);
});

test("another person's, colleague's or facility's picture is refused as one there is none of", async () => {
  const { ports } = at.world;
  const [person, other] = [await layPerson(ports), await layPerson(ports)];
  const foreign = [
    await at.kept(other),
    await at.kept(person, at.colleague),
    await at.kept(person, at.stranger),
    ports.random.uuid(),
    "no id",
    null,
  ];
  for (const pictureId of foreign) expect(await at.save(person, pictureId)).toEqual(missing);
  const used = await at.kept(person);
  await at.drafted(person, used);
  expect(await at.save(person, used)).toEqual(missing);
  const rows = await at.all`select id from visit where person_id = ${person.id}`;
  expect(rows).toHaveLength(1);
});

test("a picture taken anew takes the other's place, also by a colleague who goes on with the draft", async () => {
  const { ports } = at.world;
  const person = await layPerson(ports);
  const [first, second] = [await at.kept(person), await at.kept(person, at.colleague)];
  const saved = await at.drafted(person, first);
  const edited = await granted(editDraft(ports, at.colleague, { ...saved, typed, pictureId: second }));
  expect([await visitOf(first), await visitOf(second)]).toEqual([null, saved.visitId]);
  const same = await granted(editDraft(ports, at.clerk, { ...edited, typed }));
  await granted(confirmVisit(ports, at.clerk, same));
  expect(await visitOf(second)).toBe(saved.visitId);
});

test("a draft that goes on refuses a picture of somebody else, and keeps its own", async () => {
  const { ports } = at.world;
  const [person, other] = [await layPerson(ports), await layPerson(ports)];
  const first = await at.kept(person);
  const saved = await at.drafted(person, first);
  const change = { ...saved, typed, pictureId: await at.kept(other) };
  expect(await editDraft(ports, at.clerk, change)).toEqual(missing);
  expect(await visitOf(first)).toBe(saved.visitId);
});

test("a draft by picture without one is neither changed nor confirmed", async () => {
  const { ports, clock } = at.world;
  const laid = { agencyId: at.clerk.agencyId, person: await layPerson(ports), at: clock.now() };
  const { visitId } = await layVisit(ports, at.all, { ...laid, visitStatus: "draft", way: "picture" });
  const seen = { visitId, version: 1 };
  expect(await confirmVisit(ports, at.clerk, seen)).toEqual({
    ok: false,
    refusal: { kind: "picture_missing" },
  });
  expect(await editDraft(ports, at.clerk, { ...seen, typed })).toEqual(missing);
});
