import type postgres from "postgres";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asSuperuser } from "../../tests/support/citizens.ts";
import { layPetition } from "../../tests/support/lay-petitions.ts";
import { openTown, plainService, townsman, townWorld, type Town } from "../../tests/support/municipality.ts";
import type { TestWorld } from "../../tests/support/ports.ts";
import type { Citizen } from "../kernel/actor.ts";
import type { Result } from "../kernel/result.ts";
import { takeDeskStep } from "./actions/take-desk-step.ts";
import { testClosure } from "./actions/test-closure.ts";
import { withdrawOwnPetition } from "./actions/withdraw-own-petition.ts";
import { deskSteps, untypedStep, type DeskStep } from "./desk-step.ts";
import { takeStep } from "./desk/take-step.ts";
import {
  petitionDoers,
  petitionEventKinds,
  type PauseReason,
  type PetitionDoer,
  type PetitionEventKind,
} from "./petition.ts";
import {
  moveOf,
  outcomesFrom,
  petitionMoves,
  petitionStatuses,
  type PetitionStatus,
} from "./petition-status.ts";
import type { StepActor } from "./step-actor.ts";
import { findPetition } from "./store/petition.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let citizen: Citizen;
let serviceId: string;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  town = await openTown(world.ports);
  citizen = await townsman(world.ports);
  ({ serviceId } = await town.serviceOf(plainService({ ends: "decision", isPlaceBased: false })));
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(() => world.clock.set(new Date("2026-11-23T09:00:00+07:00")));

const actorOf = (doer: PetitionDoer): StepActor =>
  ({ citizen, staff: town.officer, system: { kind: "system", job: "test" } as const })[doer];

/** What a petition waits for where a step answers it; the other conditions of a step are met by every one laid here. */
const answered: Readonly<Partial<Record<PetitionEventKind, PauseReason>>> = {
  correction_given: "correction",
  payment_seen: "payment",
};

/** A petition at a status, waiting for what the step answers, its closure still to be tested. Answers its id. */
async function laid(status: PetitionStatus, step?: PetitionEventKind): Promise<string> {
  const { agencyId, unitIds } = town;
  const isInHand = status === "received" || status === "in_progress";
  const pauseReason = (isInHand && step && answered[step]) || null;
  const of = { agencyId, serviceId, personId: citizen.personId, unitId: unitIds[0], dueDay: "2026-11-20" };
  const id = await layPetition(world.ports, all, {
    ...of,
    status,
    pauseReason,
    outcome: status === "completed" ? "granted" : null,
  });
  if (status === "completed")
    await all`update petition set test_until = '2026-11-30', version = version + 1 where id = ${id}`;
  return id;
}

/** All that is kept of a petition: the row, its events, and what was told of it. */
async function kept(id: string): Promise<unknown> {
  const [row] =
    await all`select to_jsonb(p) as row, (select count(*)::int from petition_event where petition_id = p.id) as events,
    (select count(*)::int from notice where refs ->> 'petitionId' = p.id::text) as notices from petition p where p.id = ${id}`;
  return row;
}

const statusOf = async (id: string) =>
  (await all`select status from petition where id = ${id}`)[0]?.["status"] as string;
const versionOf = async (id: string) =>
  Number((await all`select version from petition where id = ${id}`)[0]?.["version"]);

/** Takes a step, and expects of it what the table says: where it leads, or its named refusal with nothing changed. */
async function follows(
  expected: Result<PetitionStatus, { readonly kind: string }>,
  id: string,
  taken: () => Promise<Result<unknown, { readonly kind: string }>>,
): Promise<void> {
  const before = await kept(id);
  const answer = await taken();
  if (expected.ok) {
    expect(answer).toMatchObject({ ok: true });
    expect(await statusOf(id)).toBe(expected.value);
  } else {
    expect(answer).toMatchObject({ ok: false, refusal: { kind: expected.refusal.kind } });
    expect(await kept(id)).toEqual(before);
  }
}

describe("a step is taken at the statuses and by the actors of the table, and refused everywhere else with nothing changed", () => {
  for (const step of petitionEventKinds) {
    test.each(petitionStatuses)(`${step} at %s`, async (status) => {
      for (const doer of petitionDoers) {
        const id = await laid(status, step);
        const actor = actorOf(doer);
        const outcome = step === "completed" ? { outcome: outcomesFrom[status][0] ?? ("done" as const) } : {};
        await follows(moveOf(status, step, doer), id, () =>
          world.ports.db.as(actor, async (tx) => {
            const petition = await findPetition(tx, town.agencyId, id);
            if (!petition) throw new Error("no petition");
            return takeStep(world.ports, tx, actor, { petition, seen: petition.version, step, ...outcome });
          }),
        );
      }
    });
  }
});

describe("an officer's page takes each of its steps where the table has it, and refuses it elsewhere", () => {
  test.each(deskSteps)("%s", async (step) => {
    const kind: PetitionEventKind = step === "given_back" ? "assigned" : step;
    for (const status of petitionStatuses) {
      const id = await laid(status, kind);
      const seen = await versionOf(id);
      await follows(moveOf(status, kind, "staff"), id, () =>
        takeDeskStep(world.ports, town.officer, {
          ...{ petitionId: id, seen, requestKey: world.ports.random.uuid() },
          typed: filled(step),
        }),
      );
    }
  });

  /** Everything any step asks for; "not ours" ends a petition from every status. */
  const filled = (step: DeskStep) => ({
    ...untypedStep(step),
    ...{ text: "ตามที่ตรวจพบ", days: "5", baht: "100", fields: ["place"] },
    ...{ unitId: town.unitIds[1], officerId: town.officer.staffId },
    ...{ outcome: "not_ours" as const, agencyName: "การไฟฟ้าส่วนภูมิภาค" },
  });
});

describe("a citizen's page does the same", () => {
  const ref = (petitionId: string) => ({ agencyId: town.agencyId, petitionId });
  const closure = { text: "ยังดับ", photo: null };
  const own = {
    withdrawn: (id: string, seen: number) =>
      withdrawOwnPetition(world.ports, citizen, { ...ref(id), seen, text: "" }),
    closure_confirmed: (id: string, seen: number) =>
      testClosure(world.ports, citizen, { ...ref(id), ...closure, seen, isDone: true }),
    reopened: (id: string, seen: number) =>
      testClosure(world.ports, citizen, { ...ref(id), ...closure, seen, isDone: false }),
  } as const;

  test.each(Object.keys(own) as (keyof typeof own)[])("%s", async (step) => {
    for (const status of petitionStatuses) {
      const id = await laid(status);
      const seen = await versionOf(id);
      await follows(moveOf(status, step, "citizen"), id, () => own[step](id, seen));
    }
  });
});

/** The statuses a doer's steps lead to from one, without those that stay inside it. */
function reachedBy(doer: PetitionDoer, from: PetitionStatus): readonly PetitionStatus[] {
  const moved = petitionEventKinds.flatMap((step) => {
    const move = moveOf(from, step, doer);
    return move.ok && move.value !== from ? [move.value] : [];
  });
  return [...new Set(moved)];
}

describe("the database itself lets each actor move a status where a step of theirs does, and nowhere else", () => {
  for (const doer of petitionDoers) {
    test.each(petitionStatuses)(`${doer} from %s`, async (from) => {
      for (const to of petitionStatuses.filter((status) => status !== from)) {
        const id = await laid(from);
        const outcome =
          to === "completed" ? (doer === "citizen" ? "withdrawn" : (outcomesFrom[from][0] ?? "done")) : null;
        const again = from === "completed" ? 1 : 0;
        const moved = world.ports.db.as(actorOf(doer), (tx) =>
          tx.execute(sql`update petition set status = ${to}, outcome = ${outcome}, version = version + 1,
            reopened = reopened + ${again} where id = ${id}`),
        );
        if (reachedBy(doer, from).includes(to)) await moved;
        else await expect(moved, to).rejects.toMatchObject({ cause: { code: "23514" } });
        expect(await statusOf(id), to).toBe(reachedBy(doer, from).includes(to) ? to : from);
      }
    });
  }
});

describe("the database writes down a step only of whom it is to take, in their own name", () => {
  for (const doer of petitionDoers) {
    test(doer, async () => {
      const id = await laid("received");
      const writes = (kind: PetitionEventKind, as: PetitionDoer, doerId: string | null) =>
        world.ports.db.as(actorOf(as), (tx) =>
          tx.execute(sql`insert into petition_event (agency_id, petition_id, id, person_id, kind, doer, doer_id, status,
            is_internal, happened_at) values (${town.agencyId}, ${id}, ${world.ports.random.uuid()}, ${citizen.personId},
            ${kind}, ${doer}, ${doerId}, 'received', false, ${world.clock.now().toISOString()})`),
        );
      const idOf = { citizen: citizen.personId, staff: town.officer.staffId, system: null }[doer];
      for (const kind of petitionEventKinds) {
        // A petition begins with `submitted`: by its citizen, by an officer for somebody at the counter, or by the system
        // for a request of a seat (docs/decisions/0035-service-requests.md).
        const by: readonly PetitionDoer[] =
          kind === "submitted" ? ["citizen", "staff", "system"] : petitionMoves[kind].by;
        if (by.includes(doer)) await writes(kind, doer, idOf);
        else await expect(writes(kind, doer, idOf), kind).rejects.toMatchObject({ cause: { code: "23514" } });
      }
      for (const other of petitionDoers.filter((each) => each !== doer)) {
        await expect(writes("assigned", other, idOf)).rejects.toThrow();
      }
    });
  }
});

test("the database lets a citizen neither decide, nor forward, nor choose who has it, nor stop the clock", async () => {
  for (const change of [
    sql`status = 'completed', outcome = 'granted'`,
    sql`unit_id = ${town.unitIds[1]}`,
    sql`officer_id = ${town.officer.staffId}`,
    sql`pause_reason = 'payment', paused_at = submitted_at`,
  ]) {
    const id = await laid("received");
    const before = await kept(id);
    const changed = world.ports.db.as(citizen, (tx) =>
      tx.execute(sql`update petition set ${change}, version = version + 1 where id = ${id}`),
    );
    await expect(changed).rejects.toMatchObject({ cause: { code: "23514" } });
    expect(await kept(id)).toEqual(before);
  }
});
