import type { Staff } from "../../kernel/actor.ts";
import { parseCitizenId, type CitizenId, type CitizenIdRefusal } from "../../kernel/citizen-id.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { delegationState, type Relation } from "../companion.ts";
import { counterPerson, type CounterPerson } from "../counter-person.ts";
import { fullName } from "../full-name.ts";
import { listByAsker } from "../store/delegation.ts";
import { listLookedAt } from "../store/looked-at.ts";

/** A relation by word that waits for a clerk, with both people. */
export interface WaitingRelation {
  readonly delegationId: string;
  readonly relation: Relation;
  /** The represented person's number, to compare with the paper. */
  readonly forCitizenId: CitizenId;
  /** Null: nobody told it yet. */
  readonly forName: string | null;
  readonly services: readonly string[] | null;
  readonly untilDay: BangkokDay;
  readonly askedAt: Date;
}

export interface RelationDesk {
  readonly citizenId: CitizenId;
  /** Null: nobody of that number is known. */
  readonly asker: CounterPerson | null;
  readonly waiting: readonly WaitingRelation[];
}

/**
 * The relations of somebody who stands at the counter with their card and the papers (N5). Both people are told of
 * the look. Refuses what is no citizen id.
 */
export async function seeRelations(
  ports: Ports,
  actor: Staff,
  input: { readonly citizenIdText: string },
): Promise<Result<RelationDesk, CitizenIdRefusal>> {
  const citizenId = parseCitizenId(input.citizenIdText);
  if (!citizenId.ok) return citizenId;
  const found = await lookAt(ports, actor, citizenId.value);
  if (!found) return ok({ citizenId: citizenId.value, asker: null, waiting: [] });
  const day = bangkokDay(ports.clock.now());
  const asked = await ports.db.as({ kind: "gate" }, (tx) => listByAsker(ports, tx, found.id));
  const waiting: WaitingRelation[] = [];
  for (const kept of asked.filter((each) => delegationState(each, day) === "waiting_clerk")) {
    const { forCitizenId } = kept.sides;
    waiting.push({
      delegationId: kept.id,
      relation: kept.relation,
      forCitizenId,
      forName: fullName(await lookAt(ports, actor, forCitizenId)),
      services: kept.services,
      untilDay: kept.untilDay,
      askedAt: kept.askedAt,
    });
  }
  return ok({ citizenId: citizenId.value, asker: counterPerson(found), waiting });
}

async function lookAt(ports: Ports, actor: Staff, citizenId: CitizenId) {
  const look = { what: "relation", purpose: "relation", personIds: [], citizenId } as const;
  const seen = await ports.db.as(actor, (tx) => listLookedAt(ports, tx, actor, look));
  const [person] = seen.values();
  return person ?? null;
}
