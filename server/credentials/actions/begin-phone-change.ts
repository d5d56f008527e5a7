import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { askPhone, type AskPhoneRefusal } from "../desk/ask-phone.ts";
import type { WholeSeatSession } from "../seat-session.ts";
import { ownRelyingParty } from "../sign-in-challenge.ts";
import { lockHolding } from "../store/holding.ts";

/** "เปลี่ยนมือถือ": asks the old phone to sign that it ends (flows T5). Refuses as `askPhone` does. */
export async function beginPhoneChange(
  ports: Ports,
  actor: Gate,
  { session }: { readonly session: WholeSeatSession },
): Promise<Result<undefined, AskPhoneRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const holding = await lockHolding(ports, tx, session.holdingId);
    if (holding?.state !== "live") return refuse({ kind: "no_key" });
    const asked = await askPhone(ports, tx, {
      ...{ holdingId: holding.id, sessionId: session.id, purpose: "end_device" },
      ...{ relyingParty: ownRelyingParty, subjectId: session.softTokenId },
    });
    return asked.ok ? ok() : asked;
  });
}
