import { afterAll, beforeAll, expect, test } from "vitest";
import { startCompanionBench, type CompanionBench } from "../../../tests/support/companions.ts";
import { openFacility } from "../../../tests/support/facilities.ts";
import { granted, registered, somebody, type Typist } from "../../../tests/support/people.ts";
import type { Citizen, Staff } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import { judgeRelation } from "./judge-relation.ts";
import { seeRelations } from "./see-relations.ts";

let bench: CompanionBench;
let clerk: Staff;

beforeAll(async () => {
  bench = await startCompanionBench();
  const agencyId = await openFacility(bench.ports);
  clerk = { kind: "staff", staffId: bench.ports.random.uuid(), agencyId, level: "clerk" };
});
afterAll(() => bench.close());

const child = { birth: { yearBe: 2562, month: 5, day: 1 }, inCare: false };

/** A mother who vouched for her child. */
async function vouched(): Promise<{ typist: Typist; mother: Citizen; child: Typist; id: string }> {
  const typist = somebody();
  const mother = await registered(bench.ports, typist);
  const small = somebody();
  const id = await bench.ask(mother, small, { relation: "child", vouched: child });
  return { typist, mother, child: small, id };
}

const judge = (id: string, asker: Typist, judgement: "agreed" | "refused" = "agreed") =>
  judgeRelation(bench.ports, clerk, {
    delegationId: id,
    askerCitizenId: asker.citizenId as CitizenId,
    judgement,
    paper: "birth",
  });

test("a clerk sees what waits for the asker, with the number to compare with the paper; both are told of the look", async () => {
  const { typist, mother, child: small, id } = await vouched();
  const desk = await granted(seeRelations(bench.ports, clerk, { citizenIdText: typist.citizenId }));
  expect(desk.waiting).toMatchObject([
    { delegationId: id, relation: "child", forCitizenId: small.citizenId },
  ]);
  const looks = await bench.superuser`select person_id from look where what = 'relation'`;
  expect(looks.map((row) => row["person_id"] as string)).toContain(mother.personId);
  expect(looks).toHaveLength(2);
});

test("a yes makes it usable and tells the asker; the same yes again changes nothing", async () => {
  const { typist, mother, id } = await vouched();
  expect(await judge(id, typist)).toEqual({ ok: true });
  expect(await judge(id, typist)).toEqual({ ok: true });
  expect((await bench.view(mother, id)).state).toBe("agreed");
  expect(await bench.told(mother, id)).toContainEqual(expect.stringContaining("companion_agreed"));
  const [entry] =
    await bench.superuser`select refs from audit_entry where subject_id = ${id} and actor_kind = 'staff'`;
  expect(entry?.["refs"]).toMatchObject({ way: "clerk", paper: "birth" });
});

test("a no ends it, and no clerk brings it back", async () => {
  const { typist, id } = await vouched();
  expect(await judge(id, typist, "refused")).toEqual({ ok: true });
  expect(await judge(id, typist)).toMatchObject({
    refusal: { kind: "delegation_move_refused", state: "refused" },
  });
});

test("an id with another asker's number, or of one that waits for the person's own yes, is not judged", async () => {
  const { id } = await vouched();
  expect(await judge(id, somebody())).toMatchObject({ refusal: { kind: "relation_missing" } });
  const typist = somebody();
  const asker = await registered(bench.ports, typist);
  const asked = await bench.ask(asker, somebody());
  expect(await judge(asked, typist)).toMatchObject({
    refusal: { kind: "delegation_move_refused", state: "asked" },
  });
  const desk = await granted(seeRelations(bench.ports, clerk, { citizenIdText: typist.citizenId }));
  expect(desk.waiting).toEqual([]);
});
