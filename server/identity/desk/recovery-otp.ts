import type { Citizen } from "../../kernel/actor.ts";
import { refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { findPhone, type PhoneOwner } from "../store/phone.ts";
import { requestOtp, type OtpRequestRefusal, type SentOtp } from "./otp.ts";
import type { RecoveryDraft } from "./recovery-draft.ts";

export type RecoveryOtpRefusal = OtpRequestRefusal | { readonly kind: "no_phone" };

/** Sends the OTP of a recovery to the phone on file, and to no other. Refuses as every OTP does, and without one. */
export async function sendRecoveryOtp(
  ports: Ports,
  tx: Tx,
  { channel, lineUserId }: Citizen,
  owner: PhoneOwner,
  draft: RecoveryDraft,
  address: string,
): Promise<Result<SentOtp, RecoveryOtpRefusal>> {
  const phone = await findPhone(ports, tx, owner);
  if (phone === null) return refuse({ kind: "no_phone" });
  const user = { channel, lineUserId };
  return requestOtp(ports, tx, { user, purpose: "recovery", subjectId: draft.id, phone, address });
}
