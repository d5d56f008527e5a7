import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { askPhone, type AskPhoneRefusal } from "../desk/ask-phone.ts";
import { staffRelyingParty } from "../sign-in-challenge.ts";
import { findLastChallenge } from "../store/challenge.ts";
import { findHoldingOfStaff } from "../store/staff-key.ts";

/** True when a member of staff holds a seat of their agency with a live key, and so may sign in with it. */
export function hasStaffKey(ports: Pick<Ports, "db">, actor: Gate, staffId: string): Promise<boolean> {
  return ports.db.as(actor, async (tx) => (await findHoldingOfStaff(tx, staffId)) !== null);
}

/**
 * Asks the phone of a member of staff to sign their console session in, as the second step after the password (flows
 * T3.3). A session that has asked asks again only with `again`. Refuses whoever has no live key, and as `askPhone` does.
 */
export async function askStaffPhone(
  ports: Ports,
  actor: Gate,
  asked: { readonly sessionId: string; readonly staffId: string; readonly again: boolean },
): Promise<Result<undefined, AskPhoneRefusal>> {
  const { sessionId, staffId, again } = asked;
  return ports.db.as(actor, async (tx) => {
    const holdingId = await findHoldingOfStaff(tx, staffId);
    if (holdingId === null) return refuse({ kind: "no_key" });
    if (!again && (await findLastChallenge(tx, sessionId, "sign_in"))) return ok();
    const sent = await askPhone(ports, tx, {
      ...{ holdingId, sessionId, purpose: "sign_in", subjectId: null },
      relyingParty: staffRelyingParty,
    });
    return sent.ok ? ok() : sent;
  });
}
