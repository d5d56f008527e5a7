import { record } from "../../audit/store.ts";
import { meetByNumber } from "../../identity/desk/meet-by-number.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { judgePlace, namePerson, placeConstraints, type PlaceRefusal } from "../desk/name-person.ts";
import { readNaming, type Naming, type NamingFaults, type TypedNaming } from "../naming.ts";
import { saysConstraint } from "../store/constraint.ts";
import { saveHolding, type KeptHolding } from "../store/holding.ts";
import { findOrder, insertOrder } from "../store/seat-order.ts";
import { lockSeat, type KeptSeat } from "../store/seat.ts";

export type NameRefusal =
  NamingFaults | PlaceRefusal | { readonly kind: "seat_not_found" } | { readonly kind: "order_not_found" };

export interface Named {
  readonly holdingId: string;
  readonly orderId: string;
  /** True: a link to set the password went to the person's own address; else a sealed letter is asked for. */
  readonly isLinkSent: boolean;
}

/**
 * Names somebody to a seat of the head's own agency, as holder or deputy, by a written order (flows T1, N11). Whoever
 * holds it stays until the successor is approved. The same form sent twice names once. Refuses what is wrong in the form,
 * a person who stands on the other approving side (N12), an address that is somebody else's, a part to which somebody is named already, and somebody who is
 * in this seat.
 */
export async function nameHolder(
  ports: Ports,
  actor: Staff,
  input: { readonly typed: TypedNaming; readonly requestKey: string },
): Promise<Result<Named, NameRefusal>> {
  const naming = readNaming(input.typed, bangkokDay(ports.clock.now()));
  if (!naming.ok) return naming;
  const work = ports.db.as({ kind: "gate" }, async (tx) => {
    const seat = await lockSeat(tx, naming.value.seatId);
    if (seat?.agencyId !== actor.agencyId) return refuse({ kind: "seat_not_found" });
    const personId = await meetByNumber(ports, tx, naming.value.facts.citizenId);
    const { part, reason, facts, startsOn, endsOn } = naming.value;
    const { email } = facts;
    const judged = await judgePlace(ports, tx, { seat, part, reason, personId, email });
    if (!judged.ok) return judged;
    if ("again" in judged.value) return ok(namedOf(judged.value.again));
    const orderId = await orderOf(ports, tx, actor, seat, naming.value, input.requestKey);
    if (orderId === null) return refuse({ kind: "order_not_found" });
    await giveWay(ports, tx, judged.value.live, naming.value);
    const named = { seat, part, personId, facts, orderId, startsOn, endsOn };
    return ok({ ...(await namePerson(ports, tx, actor, named)), orderId });
  });
  return work.catch((fault: unknown) => refusedByDatabase(ports, actor, naming.value, fault));
}

function namedOf({ id, orderId, facts }: KeptHolding): Named {
  return { holdingId: id, orderId: orderId ?? "", isLinkSent: facts.email !== null };
}

/** The order that names them: kept before, or written down now. Null: the one that was chosen is not the agency's. */
async function orderOf(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { agencyId, issuerId }: KeptSeat,
  { order }: Naming,
  requestKey: string,
): Promise<string | null> {
  if ("keptId" in order) return (await findOrder(ports, tx, agencyId, order.keptId))?.id ?? null;
  const id = ports.random.uuid();
  const made = { ...order.made, id, agencyId, issuerId, madeBy: actor.staffId, madeAt: ports.clock.now() };
  const kept = await insertOrder(ports, tx, { ...made, requestKey });
  if (kept === id) await record(ports, tx, { action: "seat_order.made", actor, agencyId, subjectId: id });
  return kept;
}

/** Why whoever is live gives way is written down at once; they go when the successor comes (`takeSeat`). */
async function giveWay(ports: Ports, tx: Tx, live: KeptHolding | null, { reason }: Naming): Promise<void> {
  if (live && reason !== null) await saveHolding(ports, tx, live, { endReason: reason });
}

/** Two heads at once: what the constraints refuse is refused in the same words; anything else is a fault. */
async function refusedByDatabase(
  ports: Ports,
  actor: Staff,
  naming: Naming,
  fault: unknown,
): Promise<Result<Named, NameRefusal>> {
  if (!placeConstraints.some((name) => saysConstraint(fault, name))) throw fault;
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const seat = await lockSeat(tx, naming.seatId);
    if (seat?.agencyId !== actor.agencyId) return refuse({ kind: "seat_not_found" });
    const personId = await meetByNumber(ports, tx, naming.facts.citizenId);
    const { part, reason } = naming;
    const { email } = naming.facts;
    const judged = await judgePlace(ports, tx, { seat, part, reason, personId, email });
    if (judged.ok && "again" in judged.value) return ok(namedOf(judged.value.again));
    if (judged.ok) throw fault;
    return judged;
  });
}
