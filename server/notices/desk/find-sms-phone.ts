import { findDelegation } from "../../identity/store/delegation.ts";
import { findOtpToSend } from "../../identity/store/otp.ts";
import { findPerson } from "../../identity/store/person.ts";
import { findPhone } from "../../identity/store/phone.ts";
import type { Phone } from "../../kernel/phone.ts";
import type { Ports, Tx } from "../../ports.ts";
import { refOf } from "../ref-of.ts";
import type { ClaimedNotice } from "../store.ts";

/**
 * Where an SMS goes: the phone of its OTP, else the one its person proved, else the one typed for a companion. A phone
 * on file wins over the typed one: whoever typed another must not be told in that person's place.
 */
export async function findSmsPhone(
  ports: Ports,
  tx: Tx,
  notice: Pick<ClaimedNotice, "refs" | "personId">,
): Promise<Phone | null> {
  const { refs } = notice;
  if (refs["otpId"] !== undefined)
    return (await findOtpToSend(ports, tx, refOf(refs, "otpId")))?.phone ?? null;
  const owner = notice.personId === null ? null : await findPerson(ports, tx, notice.personId);
  const proven = owner === null ? null : await findPhone(ports, tx, owner);
  if (proven !== null || refs["delegationId"] === undefined) return proven;
  return (await findDelegation(ports, tx, refOf(refs, "delegationId")))?.sides.phone ?? null;
}
