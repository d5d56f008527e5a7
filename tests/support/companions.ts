import type postgres from "postgres";
import { askCompanion, type AskCompanionInput } from "../../server/identity/actions/ask-companion.ts";
import { confirmCompanion } from "../../server/identity/actions/confirm-companion.ts";
import { otpDigits, type OtpPurpose } from "../../server/identity/otp.ts";
import type { Citizen } from "../../server/kernel/actor.ts";
import type { Ports } from "../../server/ports.ts";
import { granted, type Typist } from "./people.ts";

/** A question to somebody as the form sends it: every service, thirty days; `more` wins. */
export function askFor(
  ports: Ports,
  whom: Pick<Typist, "citizenId" | "phone">,
  more: Partial<AskCompanionInput> = {},
): AskCompanionInput {
  return {
    citizenIdText: whom.citizenId,
    phoneText: whom.phone,
    relation: "child",
    services: null,
    term: "thirty_days",
    vouched: null,
    requestKey: ports.random.uuid(),
    address: "203.0.113.1",
    ...more,
  };
}

/** The digits of the last OTP that was sent for one thing. */
export async function lastDigits(
  ports: Ports,
  superuser: postgres.Sql,
  subjectId: string,
  purpose: OtpPurpose = "companion",
): Promise<string> {
  const [row] = await superuser<{ id: string }[]>`
    select id from otp where subject_id = ${subjectId} and purpose = ${purpose} order by created_at desc limit 1`;
  if (!row) throw new Error("no OTP was sent");
  return otpDigits(ports.keys.otp, row.id);
}

/** Asks somebody and types the OTP they read out; answers the delegation that stands then. */
export async function agreedByOtp(
  ports: Ports,
  superuser: postgres.Sql,
  asker: Citizen,
  whom: Pick<Typist, "citizenId" | "phone">,
  more: Partial<AskCompanionInput> = {},
): Promise<string> {
  const { delegationId } = await granted(askCompanion(ports, asker, askFor(ports, whom, more)));
  const otpText = await lastDigits(ports, superuser, delegationId);
  await granted(confirmCompanion(ports, asker, { delegationId, otpText }));
  return delegationId;
}
