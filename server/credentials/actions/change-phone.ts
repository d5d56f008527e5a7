import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { holderActor } from "../desk/key-actor.ts";
import { tellHolder } from "../desk/tell-holder.ts";
import { useSignature, type UseSignatureRefusal } from "../desk/use-signature.ts";
import type { KeyEnd } from "../new-key.ts";
import type { WholeSeatSession } from "../seat-session.ts";
import { ownRelyingParty } from "../sign-in-challenge.ts";
import { lockHolding, saveHolding } from "../store/holding.ts";
import { endKeysOfHolding } from "../store/key-end.ts";

/**
 * The old phone signed that it ends: its key and every computer are out, and another key may be made without a request.
 * The face goes on with a half session. Refuses without a fresh signature.
 */
export async function changePhone(
  ports: Ports,
  actor: Gate,
  { session }: { readonly session: WholeSeatSession },
): Promise<Result<undefined, UseSignatureRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const holding = await lockHolding(ports, tx, session.holdingId);
    const wanted = { sessionId: session.id, purpose: "end_device", relyingParty: ownRelyingParty } as const;
    const used = await useSignature(ports, tx, wanted);
    if (!used.ok || !holding) return used.ok ? ok() : used;
    const now = ports.clock.now();
    const reason: KeyEnd = "phone_changed";
    await endKeysOfHolding(tx, holding.id, { state: "ended", reason, now });
    await saveHolding(ports, tx, holding, { newKeyFrom: now });
    await tellHolder(ports, tx, holding, "seat_phone_changed");
    const subjectId = used.value.id;
    await record(ports, tx, { action: "soft_token.phone_changed", actor: holderActor(session), subjectId });
    return ok();
  });
}
