import { emailCodeMs } from "../../credentials/email-code.ts";
import type { SeatDetails } from "../../credentials/seat-notice.ts";
import { findRegistration } from "../../credentials/store/registration.ts";
import { otpDigits } from "../../identity/otp.ts";
import type { Ports, Tx } from "../../ports.ts";

/** The digits of a code, and the address they are to prove; null: it was replaced, used or is too old. */
export async function readEmailCode(
  ports: Ports,
  tx: Tx,
  holdingId: string,
  codeId: string,
): Promise<(SeatDetails & { readonly to: string }) | null> {
  const registration = await findRegistration(ports, tx, holdingId);
  if (registration?.emailCodeId !== codeId || registration.emailCodeAt === null) return null;
  const expiresAt = new Date(registration.emailCodeAt.getTime() + emailCodeMs);
  if (ports.clock.now() >= expiresAt) return null;
  const code = { digits: otpDigits(ports.keys.otp, codeId), expiresAt };
  return { code, to: registration.facts.typed.email };
}

/** Why a registration was refused; null: it was sent again meanwhile. */
export async function readRefusal(ports: Ports, tx: Tx, holdingId: string): Promise<SeatDetails | null> {
  const registration = await findRegistration(ports, tx, holdingId);
  if (registration?.state !== "refused" || registration.reason === null) return null;
  return { reason: registration.reason };
}
