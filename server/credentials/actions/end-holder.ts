import { record } from "../../audit/store.ts";
import { readTypedDay, type DayRefusal, type TypedDay } from "../../forms/typed-day.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { endHolding } from "../desk/end-holding.ts";
import { lockOwnHolding } from "../desk/lock-own-holding.ts";
import { tellHolder } from "../desk/tell-holder.ts";
import type { HoldingEnd } from "../holding.ts";
import { giveWayReasons } from "../naming.ts";
import { saveHolding, type KeptHolding } from "../store/holding.ts";

/** As the head types it: why, and at once or after a day. */
export interface TypedEnd {
  readonly reason: string;
  /** "now", else the day counts. */
  readonly when: string;
  readonly day: TypedDay;
}

export type EndRefusal =
  | DayRefusal
  | { readonly kind: "holding_not_found" }
  | { readonly kind: "reason_unchosen" }
  | { readonly kind: "when_unchosen" }
  /** Nobody holds the seat by this naming: never, or no longer. */
  | { readonly kind: "holding_not_live"; readonly seatId: string };

export interface Ended {
  readonly seatId: string;
  /** Null: it has ended now. */
  readonly lastDay: BangkokDay | null;
}

/**
 * Ends somebody's time in a seat of the head's agency, at once or after a last day (the sweeper ends what is due,
 * `keepSeatDays`). Refuses somebody of another agency as not found, whoever is not in the seat, a missing reason, and a
 * day that is no day or has passed.
 */
export async function endHolder(
  ports: Ports,
  actor: Staff,
  { holdingId, typed }: { readonly holdingId: string; readonly typed: TypedEnd },
): Promise<Result<Ended, EndRefusal>> {
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const holding = await lockOwnHolding(ports, tx, actor, holdingId);
    if (!holding) return refuse({ kind: "holding_not_found" });
    const { seatId } = holding;
    if (holding.state !== "live") return refuse({ kind: "holding_not_live", seatId });
    const reason = giveWayReasons.find((each) => each === typed.reason);
    if (!reason) return refuse({ kind: "reason_unchosen" });
    if (typed.when === "now") {
      await endHolding(ports, tx, actor, holding, reason);
      return ok({ seatId, lastDay: null });
    }
    if (typed.when !== "day") return refuse({ kind: "when_unchosen" });
    const day = readTypedDay(typed.day, "future", bangkokDay(ports.clock.now()));
    if (!day.ok) return day;
    await plan(ports, tx, actor, holding, { reason, lastDay: day.value });
    return ok({ seatId, lastDay: day.value });
  });
}

async function plan(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  holding: KeptHolding,
  { reason, lastDay }: { readonly reason: HoldingEnd; readonly lastDay: BangkokDay },
): Promise<void> {
  await saveHolding(ports, tx, holding, { endsOn: lastDay, endReason: reason });
  await tellHolder(ports, tx, holding, "seat_end_planned", { day: lastDay });
  const { id, personId, agencyId } = holding;
  const refs = { seatId: holding.seatId, lastDay, reason };
  const action = "seat_holding.end_planned";
  await record(ports, tx, { action, actor, personId, agencyId, subjectId: id, refs });
}

/**
 * Takes back the last day of a holder that was set before. A deputy's stands in the order and stays. Refuses somebody of
 * another agency as not found, and whoever is not the live holder.
 */
export async function keepHolder(
  ports: Ports,
  actor: Staff,
  { holdingId }: { readonly holdingId: string },
): Promise<Result<{ readonly seatId: string }, EndRefusal>> {
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const holding = await lockOwnHolding(ports, tx, actor, holdingId);
    if (!holding) return refuse({ kind: "holding_not_found" });
    const { id, seatId, personId, agencyId } = holding;
    if (holding.state !== "live" || holding.part !== "holder")
      return refuse({ kind: "holding_not_live", seatId });
    await saveHolding(ports, tx, holding, { endsOn: null, endReason: null });
    const action = "seat_holding.kept";
    await record(ports, tx, { action, actor, personId, agencyId, subjectId: id, refs: { seatId } });
    return ok({ seatId });
  });
}
