import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import { activationToken, activationTokenHash } from "../desk/activation-token.ts";
import { holderActor } from "../desk/key-actor.ts";
import { quietUntil } from "../desk/quiet.ts";
import { activationMinutes } from "../new-key.ts";
import type { SeatSession } from "../seat-session.ts";
import { certificateStanding } from "../soft-token.ts";
import { findIsActivationOpen, findLastActivation, insertActivation } from "../store/activation.ts";
import { lockHolding } from "../store/holding.ts";
import { findLiveKey } from "../store/soft-token.ts";

export type BeginRenewalRefusal =
  | { readonly kind: "no_key" }
  /** More than thirty days are left. */
  | { readonly kind: "not_yet" }
  | { readonly kind: "authority_none" };

/**
 * Asks the phone to renew its key (flows T4): with 30 days left or fewer, and after the end. A renewal that waits is not
 * asked for twice, and after "ไม่ใช่ฉัน" nothing is pushed for a while (`quietUntil`). Refuses without a key, and too early.
 */
export async function beginRenewal(
  ports: Ports,
  actor: Gate,
  { session }: { readonly session: SeatSession },
): Promise<Result<undefined, BeginRenewalRefusal>> {
  if (ports.tokenAuthority.certificate === null) return refuse({ kind: "authority_none" });
  return ports.db.as(actor, async (tx) => {
    await lockHolding(ports, tx, session.holdingId);
    const key = await findLiveKey(tx, session.holdingId);
    if (!key) return refuse({ kind: "no_key" });
    const now = ports.clock.now();
    if (certificateStanding(key.notAfter, now).kind === "good") return refuse({ kind: "not_yet" });
    const last = await findLastActivation(tx, session.holdingId, true);
    if (last?.renewsId === key.id && (await findIsActivationOpen(tx, last.id, now))) return ok();
    const id = ports.random.uuid();
    const { holdingId, seatId, channel, lineUserId } = key;
    const expiresAt = new Date(now.getTime() + activationMinutes * 60_000);
    const tokenHash = activationTokenHash(activationToken(ports, id));
    await insertActivation(tx, {
      id,
      tokenHash,
      holdingId,
      seatId,
      renewsId: key.id,
      madeAt: now,
      expiresAt,
    });
    const refs = { holdingId, activationId: id };
    const to = { channel, lineUserId };
    const isQuiet = (await quietUntil(tx, { holdingId, purpose: "renew" }, now)) !== null;
    if (!isQuiet)
      await queue(ports, tx, { kind: "seat_renewal", medium: "line", to, refs, diesAt: expiresAt });
    await record(ports, tx, {
      ...{ action: "renewal.begun", actor: holderActor(key), subjectId: id },
      refs: { isQuiet },
    });
    return ok();
  });
}
