import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { askPhone, type AskPhoneRefusal } from "../desk/ask-phone.ts";
import type { SeatSession } from "../seat-session.ts";
import { findLastChallenge } from "../store/challenge.ts";
import { lockHolding } from "../store/holding.ts";
import { ownRelyingParty } from "../sign-in-challenge.ts";

export type BeginSignInRefusal = AskPhoneRefusal;

/**
 * Asks the phone to sign a half session in (flows T3), for Pratu itself or the system that waits (`relyingParty`). A session
 * that has asked for it before asks again only with `again`, so that a page that is loaded twice pushes once. Refuses as
 * `askPhone` does.
 */
export async function beginSignIn(
  ports: Ports,
  actor: Gate,
  asked: { readonly session: SeatSession; readonly again: boolean; readonly relyingParty?: string },
): Promise<Result<undefined, BeginSignInRefusal>> {
  const { session, again, relyingParty = ownRelyingParty } = asked;
  return ports.db.as(actor, async (tx) => {
    const holding = await lockHolding(ports, tx, session.holdingId);
    if (holding?.state !== "live") return refuse({ kind: "no_key" });
    const last = await findLastChallenge(tx, session.id, "sign_in");
    if (!again && last?.relyingParty === relyingParty) return ok();
    const sent = await askPhone(ports, tx, {
      ...{ holdingId: holding.id, sessionId: session.id, purpose: "sign_in", subjectId: null },
      relyingParty,
    });
    return sent.ok ? ok() : sent;
  });
}
