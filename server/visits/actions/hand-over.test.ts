import { afterAll, beforeAll, expect, test } from "vitest";
import { startCompanionBench, type CompanionBench } from "../../../tests/support/companions.ts";
import { generalCare, hangQr, openFacility, type HungQr } from "../../../tests/support/facilities.ts";
import { granted, newVisitor, refusal, registered, somebody } from "../../../tests/support/people.ts";
import { meetAtCounter } from "../../identity/actions/meet-at-counter.ts";
import { answerConsent } from "../../identity/actions/answer-consent.ts";
import { giveName } from "../../identity/actions/give-name.ts";
import { giveNumber } from "../../identity/actions/give-number.ts";
import { consentVersions } from "../../identity/consent-versions.ts";
import type { Citizen, Staff, Visitor } from "../../kernel/actor.ts";
import { completeCitizenId, type CitizenId } from "../../kernel/citizen-id.ts";
import type { PersonName } from "../../kernel/person-name.ts";
import { confirmVisit } from "./confirm-visit.ts";
import { makeHandOver } from "./make-hand-over.ts";
import { purgeTickets } from "./purge-tickets.ts";
import { saveDraft } from "./save-draft.ts";
import { seeHandOver } from "./see-hand-over.ts";
import { endOwnHandOver, seeOwnHandOver } from "./see-own-hand-over.ts";
import { takeHandOver } from "./take-hand-over.ts";
import { takeScan } from "./take-scan.ts";

let bench: CompanionBench;
let screen: HungQr;
let agencyId: string;

beforeAll(async () => {
  bench = await startCompanionBench();
  agencyId = await openFacility(bench.ports);
  screen = await hangQr(bench.ports, agencyId, "screen");
});
afterAll(() => bench.close());

const clerkOf = (agency = agencyId): Staff => ({
  kind: "staff",
  staffId: bench.ports.random.uuid(),
  agencyId: agency,
  level: "clerk",
});
type Maker = Citizen | Visitor;

async function scan(): Promise<string> {
  const { ticket } = await granted(takeScan(bench.ports, { kind: "gate" }, { token: screen.token() }));
  return ticket;
}

/** Makes a number for a fresh scan, or that one; answers it. */
async function numberOf(maker: Maker, delegationId: string | null = null, ticket?: string): Promise<string> {
  await granted(makeHandOver(bench.ports, maker, { ticket: ticket ?? (await scan()), delegationId }));
  const own = await seeOwnHandOver(bench.ports, maker);
  if (own?.state !== "waiting") throw new Error("there is no number");
  return own.number;
}
const take = (clerk: Staff, numberText: string) => takeHandOver(bench.ports, clerk, { numberText });
const stateOf = async (maker: Maker) => (await seeOwnHandOver(bench.ports, maker))?.state;

/** A draft of the counter, of that person, going on from a hand-over. */
const draftOf = (clerk: Staff, citizenId: CitizenId, handOverId: string) =>
  saveDraft(bench.ports, clerk, {
    citizenId,
    way: "card",
    typed: {
      mobile: "0997775858",
      telephones: "",
      time: "00:01",
      services: [generalCare],
      hn: "",
      an: "",
    },
    correlationId: bench.ports.random.uuid(),
    rights: { mainRight: null, subRight: null },
    pictureId: null,
    day: null,
    handOverId,
    requestKey: bench.ports.random.uuid(),
  });

const toldCodes = ({ lineUserId }: Maker) =>
  bench.superuser`select person_id, refs from notice where kind = 'code_issued' and line_user_id = ${lineUserId}`;

/** Takes a number and sees what it says. */
async function handedTo(clerk: Staff, number: string) {
  const { handOverId } = await granted(take(clerk, number));
  return granted(seeHandOver(bench.ports, clerk, { handOverId }));
}

test("a citizen's number brings the clerk person and service, writes the look, and ends with the code told once", async () => {
  const typist = somebody();
  const citizen = await registered(bench.ports, typist);
  const clerk = clerkOf();
  const handed = await handedTo(clerk, await numberOf(citizen));
  expect(handed).toMatchObject({
    citizenId: typist.citizenId,
    person: { firstName: typist.firstName },
    draft: null,
    serviceType: generalCare,
  });
  const looks = await bench.superuser`select purpose from look where person_id = ${citizen.personId}`;
  expect(looks).toEqual([{ purpose: "hand_over" }]);
  expect(await stateOf(citizen)).toBe("taken");
  const saved = await granted(draftOf(clerk, typist.citizenId as CitizenId, handed.id));
  await granted(confirmVisit(bench.ports, clerk, saved));
  expect(await stateOf(citizen)).toBe("done");
  expect(await toldCodes(citizen)).toHaveLength(1);
  expect(await refusal(seeHandOver(bench.ports, clerk, { handOverId: handed.id }))).toEqual({
    kind: "hand_over_tied",
    visitId: saved.visitId,
  });
});

test("somebody who stopped in the middle of registering is finished at the counter and told in that chat", async () => {
  const typist = somebody();
  const visitor = await newVisitor(bench.ports);
  const version = consentVersions[0].version;
  await granted(
    answerConsent(bench.ports, visitor, { version, answer: "given", language: "th", via: "liff" }),
  );
  const number = await numberOf(visitor);
  await granted(giveNumber(bench.ports, visitor, typist.citizenId));
  await granted(giveName(bench.ports, visitor, typist));
  const clerk = clerkOf();
  const handed = await handedTo(clerk, number);
  expect(handed).toMatchObject({
    citizenId: typist.citizenId,
    person: null,
    draft: { firstName: typist.firstName, lastName: typist.lastName, phone: null },
  });
  const citizenId = typist.citizenId as CitizenId;
  const names = { firstName: typist.firstName as PersonName, lastName: typist.lastName as PersonName };
  await meetAtCounter(bench.ports, clerk, { citizenId, ...names, birth: null, source: "card" });
  const saved = await granted(draftOf(clerk, citizenId, handed.id));
  const { codes } = await granted(confirmVisit(bench.ports, clerk, saved));
  const [told, ...more] = await toldCodes(visitor);
  expect([told?.["person_id"], told?.["refs"], more]).toEqual([
    null,
    expect.objectContaining({ codeId: codes[0]?.id }),
    [],
  ]);
});

test("with a yes it is the represented person's, and the asker is told beside them", async () => {
  const asker = await registered(bench.ports);
  const typist = somebody();
  const represented = await registered(bench.ports, typist);
  const delegationId = await bench.agreed(asker, typist);
  const clerk = clerkOf();
  const handed = await handedTo(clerk, await numberOf(asker, delegationId));
  expect(handed.citizenId).toBe(typist.citizenId);
  const saved = await granted(draftOf(clerk, typist.citizenId as CitizenId, handed.id));
  await granted(confirmVisit(bench.ports, clerk, saved));
  for (const one of [asker, represented]) expect(await toldCodes(one)).toHaveLength(1);
});

test("nobody hands over somebody who did not say yes, nor before the PIN", async () => {
  const asker = await registered(bench.ports);
  const delegationId = await bench.agreed(asker, somebody());
  const locked = { ...asker, unlocked: false };
  const other = await registered(bench.ports);
  for (const maker of [locked, other]) {
    const made = makeHandOver(bench.ports, maker, { ticket: await scan(), delegationId });
    expect(await refusal(made)).toEqual({ kind: "delegation_missing" });
  }
});

test("a visit of somebody else than the one shown is not tied, and nobody is told of it by the number", async () => {
  const citizen = await registered(bench.ports);
  const clerk = clerkOf();
  const handed = await handedTo(clerk, await numberOf(citizen));
  const citizenId = completeCitizenId("140160077001");
  const name = "มานี" as PersonName;
  await meetAtCounter(bench.ports, clerk, {
    citizenId,
    firstName: name,
    lastName: name,
    birth: null,
    source: "card",
  });
  await granted(confirmVisit(bench.ports, clerk, await granted(draftOf(clerk, citizenId, handed.id))));
  expect(await toldCodes(citizen)).toEqual([]);
  expect(await stateOf(citizen)).toBe("taken");
});

test("asking again keeps the number; another service or person ends it; twenty taps at once make one", async () => {
  const citizen = await registered(bench.ports);
  const ticket = await scan();
  await Promise.all(
    Array.from({ length: 20 }, () =>
      granted(makeHandOver(bench.ports, citizen, { ticket, delegationId: null })),
    ),
  );
  const rows = await bench.superuser`select number from hand_over where line_user_id = ${citizen.lineUserId}`;
  expect(rows).toHaveLength(1);
  const first = await numberOf(citizen, null, ticket);
  expect(first).toBe(rows[0]?.["number"]);
  const delegationId = await bench.agreed(citizen, somebody());
  const second = await numberOf(citizen, delegationId, ticket);
  expect(await refusal(take(clerkOf(), first))).toEqual({ kind: "hand_over_missing" });
  await granted(take(clerkOf(), second));
});

test("the seventh new number within an hour is refused", async () => {
  const citizen = await registered(bench.ports);
  const ticket = await scan();
  for (let made = 0; made < 6; made += 1) {
    await numberOf(citizen, null, ticket);
    await endOwnHandOver(bench.ports, citizen);
  }
  const seventh = makeHandOver(bench.ports, citizen, { ticket, delegationId: null });
  expect(await refusal(seventh)).toEqual({ kind: "hand_over_makes", minutes: 60 });
});

test("a number is one clerk's, of its own facility, and no other's", async () => {
  const number = await numberOf(await registered(bench.ports));
  const stranger = clerkOf(await openFacility(bench.ports, { hcode: "99902" }));
  expect(await refusal(take(stranger, number))).toEqual({ kind: "hand_over_missing" });
  const [one, two] = [clerkOf(), clerkOf()];
  const both = await Promise.all([take(one, number), take(two, number)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const [winner, loser] = both[0].ok ? [one, two] : [two, one];
  expect(await refusal(take(loser, number))).toEqual({ kind: "hand_over_taken" });
  const { handOverId } = await granted(take(winner, number));
  for (const other of [loser, stranger]) {
    expect(await refusal(seeHandOver(bench.ports, other, { handOverId }))).toEqual({
      kind: "hand_over_missing",
    });
  }
});

test("the sixth wrong number in ten minutes is refused before it is looked up; right ones never count", async () => {
  const clerk = clerkOf();
  const citizen = await registered(bench.ports);
  for (let right = 0; right < 6; right += 1) await granted(take(clerk, await numberOf(citizen)));
  const wrong = await Promise.all(Array.from({ length: 8 }, () => refusal(take(clerk, "000000"))));
  expect(wrong.filter(({ kind }) => kind === "hand_over_missing")).toHaveLength(5);
  expect(wrong.filter(({ kind }) => kind === "hand_over_limit")).toHaveLength(3);
  bench.world.clock.pass(11 * 60);
  await granted(take(clerk, await numberOf(await registered(bench.ports))));
});

test("after fifteen minutes it is dead; taken in time the clerk has an hour; a day later it is gone", async () => {
  const [late, inTime] = [await registered(bench.ports), await registered(bench.ports)];
  const clerk = clerkOf();
  const dead = await numberOf(late);
  const { handOverId } = await granted(take(clerk, await numberOf(inTime)));
  bench.world.clock.pass(15 * 60);
  expect(await refusal(take(clerk, dead))).toEqual({ kind: "hand_over_missing" });
  expect(await stateOf(late)).toBe("over");
  await granted(seeHandOver(bench.ports, clerk, { handOverId }));
  bench.world.clock.pass(60 * 60);
  expect(await refusal(seeHandOver(bench.ports, clerk, { handOverId }))).toEqual({
    kind: "hand_over_missing",
  });
  bench.world.clock.pass(24 * 60 * 60);
  await purgeTickets(bench.ports, { kind: "system", job: "test" });
  expect(await stateOf(inTime)).toBeUndefined();
});

test("the database takes, ties and ends one once, and never changes whose it is", async () => {
  const citizen = await registered(bench.ports);
  const clerk = clerkOf();
  const { id } = await handedTo(clerk, await numberOf(citizen));
  const other = bench.ports.random.uuid();
  const { superuser } = bench;
  const refused = { code: "23514" };
  await expect(superuser`update hand_over set taken_by = ${other} where id = ${id}`).rejects.toMatchObject(
    refused,
  );
  await expect(superuser`update hand_over set person_id = ${other} where id = ${id}`).rejects.toMatchObject(
    refused,
  );
  await superuser`update hand_over set ended_at = made_at where id = ${id}`;
  await expect(superuser`update hand_over set ended_at = null where id = ${id}`).rejects.toMatchObject(
    refused,
  );
});
