import { afterAll, beforeAll, expect, test } from "vitest";
import { granted, registered, somebody } from "../../../tests/support/people.ts";
import { kindOf, twoFacilities, type TwoFacilities } from "../../../tests/support/two-facilities.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Citizen, Staff } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import { onward } from "../../kernel/keyset.ts";
import { answerCase } from "./answer-case.ts";
import { reportLook } from "./report-look.ts";
import { seeCases } from "./see-cases.ts";
import { seeLooks, type ToldLook } from "./see-looks.ts";

let two: TwoFacilities;
let world: TwoFacilities["world"];
let sql: TwoFacilities["sql"];
let admin: Staff;
let stranger: Staff;

beforeAll(async () => {
  two = await twoFacilities("facility_admin");
  ({ world, sql, own: admin, stranger } = two);
});
afterAll(() => two.close());

/** A citizen whose number a clerk typed so many times. */
async function lookedAt(times: number): Promise<Citizen> {
  const typist = somebody();
  const citizen = await registered(world.ports, typist);
  for (let done = 0; done < times; done += 1) {
    const citizenId = typist.citizenId as CitizenId;
    const look = { what: "counter", purpose: "counter", personIds: [], citizenId } as const;
    await world.ports.db.as(admin, (tx) => listLookedAt(world.ports, tx, admin, look));
    world.clock.pass(1);
  }
  return citizen;
}

const looksOf = async (citizen: Citizen): Promise<readonly ToldLook[]> =>
  (await granted(seeLooks(world.ports, citizen, { turn: null }))).looks;

test("a citizen sees who looked, when and what for, and nobody else's looks", async () => {
  const citizen = await lookedAt(1);
  const other = await registered(world.ports, somebody());
  expect(await looksOf(citizen)).toMatchObject([
    { agencyTh: "โรงพยาบาลสมมติ", what: "counter", purpose: "counter", caseState: null },
  ]);
  expect(await looksOf(other)).toEqual([]);
});

test("pages of looks neither miss nor repeat one", async () => {
  const citizen = await lookedAt(45);
  const ids: string[] = [];
  let turn: Parameters<typeof seeLooks>[2]["turn"] = null;
  do {
    const page: Awaited<ReturnType<typeof seeLooks>> = await seeLooks(world.ports, citizen, { turn });
    if (!page.ok) throw new Error("locked");
    ids.push(...page.value.looks.map(({ id }) => id));
    turn = onward(page.value.next);
  } while (turn);
  expect([ids.length, new Set(ids).size]).toEqual([45, 45]);
});

test("an export is told to whoever had a visit in its days, and to nobody else", async () => {
  const [there, away] = [await lookedAt(0), await lookedAt(0)];
  const now = world.clock.now();
  await sql`insert into visit (person_id, id, agency_id, day, status, way, asked_by, made_at)
    values (${there.personId}, ${world.ports.random.uuid()}, ${admin.agencyId}, '2026-11-20', 'confirmed', 'card',
      ${there.personId}, ${now})`;
  await sql`insert into bulk_look (agency_id, id, at, staff_id, what, purpose, from_day, until_day)
    values (${admin.agencyId}, ${world.ports.random.uuid()}, ${now}, ${admin.staffId}, 'export', 'ส่งเบิก',
      '2026-11-19', '2026-11-21')`;
  expect(await looksOf(there)).toMatchObject([{ what: "export", isBulk: true }]);
  expect(await looksOf(away)).toEqual([]);
});

test("saying that it was not right opens one case; the agency answers, and the citizen is told", async () => {
  const citizen = await lookedAt(1);
  const [look] = await looksOf(citizen);
  const lookId = look?.id ?? "";
  expect(kindOf(await reportLook(world.ports, citizen, { lookId, text: "  " }))).toBe("look_words_missing");
  await granted(reportLook(world.ports, citizen, { lookId, text: "วันนั้นไม่ได้ไป" }));
  await granted(reportLook(world.ports, citizen, { lookId, text: "อีกครั้ง" }));
  const { cases } = await seeCases(world.ports, admin, null);
  expect(cases).toMatchObject([
    { state: "open", words: { said: "วันนั้นไม่ได้ไป", answer: null }, what: "counter" },
  ]);
  expect((await seeCases(world.ports, stranger, null)).cases).toEqual([]);
  const caseId = cases[0]?.id ?? "";
  const answer = (who: Staff, text: string) => answerCase(world.ports, who, { caseId, text }).then(kindOf);
  expect(await answer(stranger, "x")).toBe("case_missing");
  expect(await answer(admin, "")).toBe("case_answer_missing");
  expect(await answer(admin, "เจ้าหน้าที่พิมพ์เลขผิด ขออภัย")).toBe("ok");
  expect(await answer(admin, "อีกครั้ง")).toBe("case_answered");
  expect((await looksOf(citizen))[0]).toMatchObject({
    caseState: "answered",
    words: { said: "วันนั้นไม่ได้ไป", answer: "เจ้าหน้าที่พิมพ์เลขผิด ขออภัย" },
  });
  const told =
    await sql`select 1 from notice where kind = 'look_answered' and person_id = ${citizen.personId}`;
  expect(told).toHaveLength(1);
});

test("a look at somebody else cannot be reported, and a locked session sees nothing", async () => {
  const [look] = await looksOf(await lookedAt(1));
  const other = await lookedAt(0);
  expect(kindOf(await reportLook(world.ports, other, { lookId: look?.id ?? "", text: "x" }))).toBe(
    "look_missing",
  );
  expect(kindOf(await seeLooks(world.ports, { ...other, unlocked: false }, { turn: null }))).toBe(
    "session_locked",
  );
});
