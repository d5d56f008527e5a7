import { readPassword } from "../../kernel/password.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import type { SeatSession } from "../seat-session.ts";
import type { SeatWaitRefusal } from "../seat-throttle.ts";
import { findHolding, type KeptHolding } from "../store/holding.ts";
import { findHashBeside } from "../store/password-hash.ts";
import { lockDoor } from "../store/seat-door.ts";
import { isHolderPassword } from "./holder-password.ts";
import { giveBackSeatTry, keepWrongSeatTry, reserveSeatTry } from "./seat-try.ts";

export type ProveHolderRefusal =
  | SeatWaitRefusal
  | { readonly kind: "seat_missing" }
  /** `left`: tries before whoever is in has to wait. */
  | { readonly kind: "password_wrong"; readonly left: number };

/** Somebody in a seat, and the hash that their password was held against. */
export type ProvenHolder = KeptHolding & { readonly passwordHash: Uint8Array | null };

/**
 * The password of somebody who is in, wholly or half, asked again: whoever finds an open computer must not make the seat
 * theirs. Refuses a wrong one; those of one person who is in count together and keep nobody else out.
 */
export async function proveHolder(
  ports: Ports,
  { seatId, holdingId, part }: Pick<SeatSession, "seatId" | "holdingId" | "part">,
  text: string,
): Promise<Result<ProvenHolder, ProveHolderRefusal>> {
  const reserved = await reserveSeatTry(
    ports,
    { part, from: { kind: "inside", holdingId } },
    (tx) => lockDoor(tx, seatId),
    async (tx) => findHashBeside(tx, await findHolding(ports, tx, holdingId)),
  );
  if (!reserved.ok) return reserved;
  const { found: holding, of } = reserved.value;
  const password = readPassword(text);
  const isRight = password !== null && (await isHolderPassword(ports, holding, password));
  return ports.db.as({ kind: "gate" }, async (tx) => {
    if (!isRight || !holding)
      return refuse({ kind: "password_wrong", left: await keepWrongSeatTry(ports, tx, of) });
    await giveBackSeatTry(ports, tx, of);
    return ok(holding);
  });
}
