import type { Gate } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import type { SeatSession } from "../seat-session.ts";
import { findLastActivation } from "../store/activation.ts";

/** What LINE calls the account of the phone that opened the QR; null: none has, or LINE does not tell. Kept nowhere. */
export async function seeLineName(
  ports: Pick<Ports, "db" | "line">,
  actor: Gate,
  { session }: { readonly session: SeatSession },
): Promise<string | null> {
  const last = await ports.db.as(actor, (tx) => findLastActivation(tx, session.holdingId, false));
  return last?.lineUserId ? ports.line.displayName(last.lineUserId) : null;
}
