import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { delegationState, type DelegationState } from "../companion.ts";
import { requestOtp, type OtpRequestRefusal } from "../desk/otp.ts";
import { lockDelegation } from "../store/delegation.ts";

export type ResendCompanionRefusal =
  | OtpRequestRefusal
  | { readonly kind: "delegation_missing" }
  | { readonly kind: "delegation_move_refused"; readonly state: DelegationState };

/**
 * Sends a new OTP for a question that still waits, to the same phone; it takes the place of the one before. Refuses
 * as every OTP does, somebody else's delegation as missing, and a question that was answered or has ended.
 */
export async function resendCompanionOtp(
  ports: Ports,
  actor: Citizen,
  { delegationId, address }: { readonly delegationId: string; readonly address: string },
): Promise<Result<undefined, ResendCompanionRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const kept = await lockDelegation(ports, tx, delegationId);
    if (kept?.askerId !== actor.personId) return refuse({ kind: "delegation_missing" });
    const state = delegationState(kept, bangkokDay(ports.clock.now()));
    if (state !== "asked") return refuse({ kind: "delegation_move_refused", state });
    const { channel, lineUserId } = actor;
    const sent = await requestOtp(ports, tx, {
      user: { channel, lineUserId },
      purpose: "companion",
      subjectId: kept.id,
      phone: kept.sides.phone,
      address,
    });
    return sent.ok ? ok() : sent;
  });
}
