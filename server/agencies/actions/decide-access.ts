import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import {
  readJudgements,
  type Judgement,
  type JudgementFault,
  type JudgementRefusal,
  type TypedJudgement,
} from "../access-judgement.ts";
import type { AskedPerson } from "../asked-access.ts";
import { endRight } from "../desk/end-right.ts";
import { grantAccess } from "../desk/grant.ts";
import { listAskedPeople, saveJudgement } from "../store/access-person.ts";
import {
  lockRequest,
  lockWaiting,
  findRequest,
  saveRequest,
  type KeptRequest,
} from "../store/access-request.ts";
import { lockAccount } from "../store/account.ts";
import { lockAccountOf } from "../store/new-account.ts";

export type DecideRefusal =
  | JudgementRefusal
  | { readonly kind: "request_not_found" }
  /** Somebody else decided the last of it, or the agency took it back. */
  | { readonly kind: "request_over" };

interface Decided {
  /** How many of the request are left to decide. */
  readonly left: number;
}

interface Chosen extends Judgement {
  readonly person: AskedPerson;
}

/**
 * Grants or refuses people of a request (F1.2), all in one transaction: who leaves is out before who comes is in
 * (F1.4), sessions included. Each is told by mail. Refuses as a whole, and writes nothing, when one of them was decided
 * meanwhile, works there already, or would be refused without a reason.
 */
export async function decideAccess(
  ports: Ports,
  actor: Staff,
  input: { readonly requestId: string; readonly judgements: readonly TypedJudgement[] },
): Promise<Result<Decided, DecideRefusal>> {
  if (!isUuid(input.requestId)) return refuse({ kind: "request_not_found" });
  const read = readJudgements(input.judgements);
  return ports.db.as(actor, async (tx): Promise<Result<Decided, DecideRefusal>> => {
    const seen = await findRequest(ports, tx, input.requestId);
    if (!seen || seen.state === "draft") return refuse({ kind: "request_not_found" });
    await lockWaiting(tx, seen.agencyId);
    const request = await lockRequest(ports, tx, seen.id);
    if (request?.state !== "sent") return refuse({ kind: "request_over" });
    if (!read.ok) return read;
    const people = (await listAskedPeople(ports, tx, [request])).get(request.id) ?? [];
    const chosen = choose(people, read.value);
    const faults = await faultsOf(ports, tx, request, chosen);
    if (faults.length > 0) return refuse({ kind: "judgement_faults", faults });
    await settle(ports, tx, actor, request, chosen);
    const pending = people.filter(({ decision }) => decision === "pending").length;
    const left = pending - chosen.length;
    if (left === 0) await saveRequest(ports, tx, request, { state: "decided", decidedAt: ports.clock.now() });
    return ok({ left });
  });
}

/** Who leaves first; a person of another request, or named twice, is passed over. */
function choose(people: readonly AskedPerson[], judgements: readonly Judgement[]): readonly Chosen[] {
  const of = new Map(judgements.map((judgement) => [judgement.personId, judgement]));
  const chosen = people.flatMap((person) => {
    const judgement = of.get(person.id);
    return judgement ? [{ ...judgement, person }] : [];
  });
  return chosen.sort((one, other) => order(one) - order(other));
}

function order({ person }: Chosen): number {
  return person.change === "leave" ? 0 : 1;
}

async function faultsOf(
  ports: Ports,
  tx: Tx,
  { agencyId }: KeptRequest,
  chosen: readonly Chosen[],
): Promise<JudgementFault[]> {
  const leaving = chosen.flatMap(({ person, decision }) =>
    decision === "granted" ? [person.leavingId] : [],
  );
  const faults: JudgementFault[] = [];
  for (const { personId, decision, person } of chosen) {
    if (person.decision !== "pending") faults.push({ personId, kind: "person_decided" });
    if (decision !== "granted" || !person.facts) continue;
    const kept = await lockAccountOf(ports, tx, agencyId, person.facts.citizenId);
    if (kept?.state === "active" && !leaving.includes(kept.id))
      faults.push({ personId, kind: "person_has_access" });
  }
  return faults;
}

async function settle(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  request: KeptRequest,
  chosen: readonly Chosen[],
): Promise<void> {
  for (const each of chosen) {
    const { personId, decision, reason } = each;
    const staffId = decision === "granted" ? await grant(ports, tx, actor, request, each.person) : null;
    const decidedAt = ports.clock.now();
    await saveJudgement(tx, personId, {
      decision,
      reason: reason === "" ? null : reason,
      decidedBy: actor.staffId,
      decidedAt,
      staffId,
    });
    if (decision === "refused" && each.person.facts) {
      const refs = { accessPersonId: personId };
      await queue(ports, tx, { kind: "staff_refused", medium: "mail", refs });
    }
    await record(ports, tx, {
      action: `access_person.${decision}`,
      actor,
      agencyId: request.agencyId,
      subjectId: personId,
      refs: { change: each.person.change },
    });
  }
}

/** Lets somebody in, or ends the right of who leaves. Answers the account. */
async function grant(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { agencyId, registrarId }: KeptRequest,
  { facts, level, leavingId }: AskedPerson,
): Promise<string | null> {
  if (leavingId !== null) {
    const account = await lockAccount(ports, tx, leavingId);
    if (!account) throw new Error("the account of somebody who leaves is not under this office");
    await endRight(ports, tx, actor, account, "left");
    return leavingId;
  }
  if (!facts) throw new Error("somebody who comes has no facts");
  const granted = await grantAccess(ports, tx, actor, { agencyId, registrarId, level, facts });
  // What would refuse was asked in this transaction, under the same locks.
  if (!granted.ok) throw new Error(`a grant was refused after it was checked: ${granted.refusal.kind}`);
  return granted.value.staffId;
}
