import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { holderActor } from "../desk/key-actor.ts";
import { phoneMark } from "../desk/phone-mark.ts";
import type { SeatSession } from "../seat-session.ts";
import {
  confirmActivation,
  endActivation,
  findLastActivation,
  lockActivation,
  type KeptActivation,
} from "../store/activation.ts";
import { lockHolding } from "../store/holding.ts";

export type ConfirmPhoneRefusal =
  /** No phone waits, or another one than was shown. */
  { readonly kind: "phone_changed" };

interface SeenMark {
  readonly session: SeatSession;
  /** The two digits that the page showed beside its button. */
  readonly mark: string;
}

/**
 * "นี่คือโทรศัพท์ของฉัน": whoever sits at the computer knows the phone that opened the QR, which may make its key now.
 * Twice is once. Refuses where no phone waits, or another one than the page showed.
 */
export async function confirmPhone(
  ports: Ports,
  actor: Gate,
  { session, mark }: SeenMark,
): Promise<Result<undefined, ConfirmPhoneRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const waiting = await lockWaiting(ports, tx, session);
    if (waiting?.mark !== mark) return refuse({ kind: "phone_changed" });
    const { id, confirmedAt } = waiting.activation;
    if (confirmedAt !== null) return ok();
    await confirmActivation(tx, id, ports.clock.now());
    await record(ports, tx, { action: "activation.confirmed", actor: holderActor(session), subjectId: id });
    return ok();
  });
}

/** "ไม่ใช่ฉัน": a phone nobody here knows opened the QR, which is over for it; written down. The face draws a new one. */
export async function rejectPhone(
  ports: Ports,
  actor: Gate,
  { session }: Pick<SeenMark, "session">,
): Promise<void> {
  await ports.db.as(actor, async (tx) => {
    const waiting = await lockWaiting(ports, tx, session);
    if (!waiting) return;
    const { id } = waiting.activation;
    await endActivation(tx, id, { softTokenId: null, now: ports.clock.now() });
    await record(ports, tx, { action: "activation.rejected", actor: holderActor(session), subjectId: id });
  });
}

/** What a phone of this session's seat has opened, locked as whoever begins one locks it; null: nothing is open. */
async function lockWaiting(
  ports: Ports,
  tx: Tx,
  { holdingId }: SeatSession,
): Promise<{ readonly activation: KeptActivation; readonly mark: string } | null> {
  await lockHolding(ports, tx, holdingId);
  const last = await findLastActivation(tx, holdingId, false);
  const activation = last && (await lockActivation(tx, last.id));
  if (!activation || activation.endedAt !== null || activation.expiresAt <= ports.clock.now()) return null;
  const { id, channel, lineUserId } = activation;
  if (channel === null || lineUserId === null) return null;
  return { activation, mark: phoneMark(ports, id, { channel, lineUserId }) };
}
