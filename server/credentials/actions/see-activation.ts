import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { activationToken } from "../desk/activation-token.ts";
import { mayMakeKey, type MayMakeKeyRefusal } from "../desk/may-make-key.ts";
import { phoneMark } from "../desk/phone-mark.ts";
import { newKeyUntil } from "../new-key.ts";
import type { SeatSession } from "../seat-session.ts";
import { findLastActivation, type KeptActivation } from "../store/activation.ts";
import { findHolding } from "../store/holding.ts";
import { findLastLostPhone } from "../store/lost-phone.ts";
import { findLiveKey, listKeysOfHolding } from "../store/soft-token.ts";

/** Where the activation of a Soft Token stands, as the computer shows it. */
export type SeenActivation =
  /** Nothing waits; `wasLate`: the last QR outlived its ten minutes. */
  | {
      readonly kind: "ready";
      readonly wasLate: boolean;
      /** Until when another key may be made; null: the first one after an approval, which has no end. */
      readonly until: Date | null;
    }
  | {
      readonly kind: "open";
      /** What the QR carries. */
      readonly token: string;
      readonly expiresAt: Date;
      /** The phone that has taken it; null: none has. */
      readonly phone: {
        /** Two digits that this phone shows, too. */
        readonly mark: string;
        /** Whoever sits at the computer said that it is theirs. */
        readonly isConfirmed: boolean;
      } | null;
    }
  | { readonly kind: "done"; readonly device: string; readonly notAfter: Date };

export type SeeActivationRefusal =
  | MayMakeKeyRefusal
  /** The last key was stopped by the report that its phone was lost. */
  | { readonly kind: "key_lost"; readonly stoppedAt: Date };

/** Shows the activation of somebody in a seat. Refuses as `mayMakeKey`, when nothing is under way. */
export async function seeActivation(
  ports: Ports,
  actor: Gate,
  { session }: { readonly session: SeatSession },
): Promise<Result<SeenActivation, SeeActivationRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const holding = await findHolding(ports, tx, session.holdingId);
    if (!holding) return refuse({ kind: "not_approved" });
    const [last, key] = [await findLastActivation(tx, holding.id, false), await findLiveKey(tx, holding.id)];
    if (key && last?.softTokenId === key.id) {
      return ok({ kind: "done", device: key.device, notAfter: key.notAfter });
    }
    const may = await mayMakeKey(ports, tx, holding);
    if (!may.ok) return may.refusal.kind === "key_not_granted" ? whyNotGranted(ports, tx, holding.id) : may;
    const isOver = last === null || last.endedAt !== null || last.expiresAt <= ports.clock.now();
    if (isOver) {
      const wasLate = last !== null && last.softTokenId === null;
      return ok({ kind: "ready", wasLate, until: newKeyUntil(holding) });
    }
    const { id, expiresAt } = last;
    return ok({ kind: "open", token: activationToken(ports, id), expiresAt, phone: phoneOf(ports, last) });
  });
}

/** Tells a key that a report of its loss stopped from one that ended otherwise. */
async function whyNotGranted(
  ports: Ports,
  tx: Tx,
  holdingId: string,
): Promise<Result<never, SeeActivationRefusal>> {
  const lost = await findLastLostPhone(ports, tx, { holdingId });
  const [last] = await listKeysOfHolding(tx, holdingId);
  const isLost = lost !== null && (last?.endedAt ?? lost.stoppedAt) <= lost.stoppedAt;
  return refuse(isLost ? { kind: "key_lost", stoppedAt: lost.stoppedAt } : { kind: "key_not_granted" });
}

function phoneOf(ports: Ports, { id, channel, lineUserId, confirmedAt }: KeptActivation) {
  if (channel === null || lineUserId === null) return null;
  return { mark: phoneMark(ports, id, { channel, lineUserId }), isConfirmed: confirmedAt !== null };
}
