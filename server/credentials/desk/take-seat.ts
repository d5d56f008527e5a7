import { record } from "../../audit/store.ts";
import type { Actor } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { moveHolding } from "../holding.ts";
import { lockLiveHolding, saveHolding, type KeptHolding } from "../store/holding.ts";
import { findRegistration } from "../store/registration.ts";
import { lockSeat } from "../store/seat.ts";
import { endHolding } from "./end-holding.ts";
import { tellHolder } from "./tell-holder.ts";

/** `waits`: the order counts from a later day; the sweeper takes the seat on it (`actions/keep-seat-days.ts`). */
export type SeatTaken = "taken" | "waits";

/**
 * Lets somebody who was named and approved take their seat: the holding, locked before, becomes live. Whoever was live in
 * that part before ends with all that they sign in with, so that the seat is never empty and never held by two. They set
 * a new password at their first whole sign-in (flows T3), unless they chose theirs after the approval. Before the order's day nothing happens. Runs as the gate
 * or the system; `actor` stands in the audit. Throws on a holding that is not named, a fault of the caller.
 */
export async function takeSeat(ports: Ports, tx: Tx, actor: Actor, holding: KeptHolding): Promise<SeatTaken> {
  const moved = moveHolding(holding.state, "live");
  if (!moved.ok) throw new Error(`a holding that is ${holding.state} takes no seat`);
  const now = ports.clock.now();
  if (holding.startsOn > bangkokDay(now)) return "waits";
  await lockSeat(tx, holding.seatId);
  const before = await lockLiveHolding(ports, tx, holding.seatId, holding.part);
  if (before) await endHolding(ports, tx, actor, before, before.endReason ?? "holder_changed");
  const mustChangePassword = !(await hasChosenSince(ports, tx, holding));
  await saveHolding(ports, tx, holding, { state: moved.value, liveAt: now, mustChangePassword });
  await tellHolder(ports, tx, holding, "seat_taken");
  await record(ports, tx, {
    action: "seat_holding.taken",
    actor,
    personId: holding.personId,
    agencyId: holding.agencyId,
    subjectId: holding.id,
    refs: { seatId: holding.seatId, part: holding.part, after: before?.id ?? null },
  });
  return "taken";
}

/** True where they chose their password themself after the central office approved them: nobody else ever met it. */
async function hasChosenSince(
  ports: Ports,
  tx: Tx,
  { id, passwordSetAt, mustChangePassword }: KeptHolding,
): Promise<boolean> {
  if (mustChangePassword || passwordSetAt === null) return false;
  const decidedAt = (await findRegistration(ports, tx, id))?.decidedAt ?? null;
  return decidedAt !== null && passwordSetAt > decidedAt;
}
