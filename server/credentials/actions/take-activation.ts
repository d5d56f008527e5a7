import { record } from "../../audit/store.ts";
import type { Gate, LineUser } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { activationTokenHash } from "../desk/activation-token.ts";
import type { OpenActivationRefusal } from "../new-key.ts";
import { checkTheirLine } from "../desk/check-line.ts";
import { holderActor } from "../desk/key-actor.ts";
import { findHolding, type KeptHolding } from "../store/holding.ts";
import { findActivationByToken, type KeptActivation, takeActivation as take } from "../store/activation.ts";

/**
 * A phone takes an activation: no other may finish it, and it waits for the computer to know it. Twice by the same phone
 * is once. Refuses as `openActivation`, and a LINE account that is not the person's where theirs is known: written down.
 */
export async function takeActivation(
  ports: Ports,
  actor: Gate,
  { token, phone }: { readonly token: string; readonly phone: LineUser },
): Promise<Result<undefined, OpenActivationRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const found = await findActivationByToken(tx, activationTokenHash(token));
    if (!found) return refuse({ kind: "activation_over" });
    const holding = await findHolding(ports, tx, found.holdingId);
    const theirs = holding ? await checkTheirLine(tx, holding, phone) : refuse({ kind: "activation_over" });
    if (!theirs.ok) {
      if (holding) await writeRefused(ports, tx, found, holding);
      return theirs;
    }
    if (await take(tx, found.id, phone, ports.clock.now())) {
      const { holdingId, seatId } = found;
      await record(ports, tx, {
        action: "activation.taken",
        actor,
        subjectId: found.id,
        refs: { holdingId, seatId },
      });
      return ok();
    }
    const now = await findActivationByToken(tx, found.tokenHash);
    if (!now?.takenAt) return refuse({ kind: "activation_over" });
    const isMine = now.channel === phone.channel && now.lineUserId === phone.lineUserId;
    return isMine ? ok() : refuse({ kind: "other_phone" });
  });
}

function writeRefused(
  ports: Ports,
  tx: Tx,
  { id, holdingId }: KeptActivation,
  { agencyId, seatId, personId }: KeptHolding,
) {
  const actor = holderActor({ agencyId, seatId, holdingId, personId });
  return record(ports, tx, { action: "activation.line_refused", actor, subjectId: id });
}
