import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { companionNotice } from "../companion-notice.ts";
import { delegationState, moveDelegation, type DelegationState } from "../companion.ts";
import { answerOtp, type OtpAnswerRefusal } from "../desk/otp.ts";
import { findRepresented, type Represented } from "../desk/represented.ts";
import { findDelegation, lockDelegation, saveMove, type KeptDelegation } from "../store/delegation.ts";
import { findLastOtp } from "../store/otp.ts";
import { reachPerson } from "../store/reach.ts";

export type ConfirmCompanionRefusal =
  | OtpAnswerRefusal
  | { readonly kind: "delegation_missing" }
  | { readonly kind: "delegation_move_refused"; readonly state: DelegationState }
  | { readonly kind: "companion_phone_differs" };

/**
 * Takes the OTP that the represented person read to the asker: that is their yes, and both are told. Agreed already:
 * no refusal. Refuses somebody else's delegation as missing, what waits for a clerk or has ended, and an OTP as every
 * OTP is refused. An OTP read from a phone other than the one on file is used up but counts for nothing: only that
 * person's own LINE can say yes then.
 */
export async function confirmCompanion(
  ports: Ports,
  actor: Citizen,
  { delegationId, otpText }: { readonly delegationId: string; readonly otpText: string },
): Promise<Result<undefined, ConfirmCompanionRefusal>> {
  const mine = await ports.db.as(actor, (tx) => findDelegation(ports, tx, delegationId));
  if (mine?.askerId !== actor.personId) return refuse({ kind: "delegation_missing" });
  const asked = { personId: mine.forId, phone: mine.sides.phone };
  const represented = await ports.db.as({ kind: "gate" }, (tx) =>
    findRepresented(ports, tx, actor.channel, asked),
  );
  return ports.db.as(actor, (tx) => take(ports, tx, actor, represented, { delegationId, otpText }));
}

async function take(
  ports: Ports,
  tx: Tx,
  actor: Citizen,
  represented: Represented,
  { delegationId, otpText }: { readonly delegationId: string; readonly otpText: string },
): Promise<Result<undefined, ConfirmCompanionRefusal>> {
  const kept = await lockDelegation(ports, tx, delegationId);
  if (!kept) return refuse({ kind: "delegation_missing" });
  const state = delegationState(kept, bangkokDay(ports.clock.now()));
  if (state === "agreed") return ok();
  if (state !== "asked") return refuse({ kind: "delegation_move_refused", state });
  const user = { channel: actor.channel, lineUserId: actor.lineUserId };
  const last = await findLastOtp(ports, tx, { user, purpose: "companion" }, kept.id);
  if (!last) return refuse({ kind: "otp_expired" });
  const answer = { user, purpose: "companion", subjectId: kept.id, otpId: last.id, text: otpText } as const;
  const answered = await answerOtp(ports, tx, answer);
  if (!answered.ok) return answered;
  if (represented.phoneOnFile === "other") {
    await record(ports, tx, { action: "delegation.phone_differs", actor, subjectId: kept.id });
    return refuse({ kind: "companion_phone_differs" });
  }
  return agree(ports, tx, actor, kept, represented);
}

/** The yes, given by OTP: moved, recorded, told to both where they can be reached. */
async function agree(
  ports: Ports,
  tx: Tx,
  actor: Citizen,
  kept: KeptDelegation,
  represented: Represented,
): Promise<Result<undefined, ConfirmCompanionRefusal>> {
  const now = ports.clock.now();
  const moved = moveDelegation(kept, "agreed", "represented", bangkokDay(now));
  if (!moved.ok) return moved;
  const move = { to: "agreed", at: now, by: null, way: "otp", forName: represented.name } as const;
  await saveMove(ports, tx, kept, move);
  await record(ports, tx, {
    action: "delegation.agreed",
    actor,
    subjectId: kept.id,
    refs: { way: "otp", for: kept.forId },
  });
  const asker = await reachPerson(tx, actor.channel, actor.personId);
  for (const told of [asker, represented.told]) {
    const notice = companionNotice("companion_agreed", told, kept.id);
    if (notice) await queue(ports, tx, notice);
  }
  return ok();
}
