import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { holderActor } from "../desk/key-actor.ts";
import { useSignature, type UseSignatureRefusal } from "../desk/use-signature.ts";
import type { SeatSession } from "../seat-session.ts";
import { ownRelyingParty } from "../sign-in-challenge.ts";
import { certificateStanding, type CertificateStanding } from "../soft-token.ts";

export interface EnteredSeat {
  readonly softTokenId: string;
  readonly standing: CertificateStanding;
}

/** A half session, and whom it is signed in for; Pratu itself where nobody else waits. */
interface EnteringSeat {
  readonly session: SeatSession;
  readonly relyingParty?: string;
}

/**
 * The phone signed a half session in: the face makes it whole. A signature is used once; refuses without a fresh one, and
 * one that was for somebody else.
 */
export async function enterBySignature(
  ports: Pick<Ports, "db" | "clock" | "random">,
  actor: Gate,
  { session, relyingParty = ownRelyingParty }: EnteringSeat,
): Promise<Result<EnteredSeat, UseSignatureRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const wanted = { sessionId: session.id, purpose: "sign_in", relyingParty } as const;
    const used = await useSignature(ports, tx, wanted);
    if (!used.ok) return used;
    const key = used.value;
    await record(ports, tx, {
      action: "seat_session.signed_in",
      actor: holderActor(key),
      subjectId: session.id,
      refs: { softTokenId: key.id },
    });
    return ok({ softTokenId: key.id, standing: certificateStanding(key.notAfter, ports.clock.now()) });
  });
}
