import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { findLastOtp, type KeptOtpRow } from "../store/otp.ts";

/** A change of phone is walked through within so long of proving the new one. */
export const phoneChangeSeconds = 15 * 60;

/** The new phone is proven first, then the old one; each by the OTP sent to it. */
export interface PhoneChange {
  readonly step: "phone_new" | "phone_old";
  /** The OTP of the new phone, which holds its number. */
  readonly newOtp: KeptOtpRow;
  /** The last OTP of the old phone; null: not sent yet. */
  readonly oldOtp: KeptOtpRow | null;
}

/**
 * Where a change of phone stands. Its state is that of its OTPs, so there is nothing else to keep. Refuses one that is
 * not this citizen's, is over its time, or is done: all look the same.
 */
export async function findPhoneChange(
  ports: Ports,
  tx: Tx,
  { channel, lineUserId }: Citizen,
  changeId: string,
): Promise<Result<PhoneChange, { readonly kind: "phone_change_over" }>> {
  const user = { channel, lineUserId };
  const [newOtp, oldOtp] = await Promise.all([
    findLastOtp(ports, tx, { user, purpose: "phone_new" }, changeId),
    findLastOtp(ports, tx, { user, purpose: "phone_old" }, changeId),
  ]);
  const over = new Date(ports.clock.now().getTime() - phoneChangeSeconds * 1000);
  const isDone = oldOtp !== null && oldOtp.usedAt !== null;
  if (newOtp === null || newOtp.replacedAt !== null || newOtp.createdAt < over || isDone) {
    return refuse({ kind: "phone_change_over" });
  }
  return ok({ step: newOtp.usedAt === null ? "phone_new" : "phone_old", newOtp, oldOtp });
}
