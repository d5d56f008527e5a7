import { createHash } from "node:crypto";
import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { SeatPart } from "../holding.ts";
import {
  freeSeatTries,
  giveBackSourceTry,
  reserveSourceTry,
  seatTriesKeptHours,
  settleWrongSourceTry,
  type SeatWaitRefusal,
} from "../seat-throttle.ts";
import { lockDoor, type SeatDoor } from "../store/seat-door.ts";
import { findTries, saveTries, type TrySource } from "../store/seat-try.ts";
import { sourceText, type TriedFrom } from "../try-source.ts";

const gate: Gate = { kind: "gate" };

export type SeatTryRefusal = SeatWaitRefusal | { readonly kind: "seat_missing" };

/** A password that is tried: at which part of a seat, and from where. */
export interface SeatTried {
  readonly part: SeatPart;
  readonly from: TriedFrom;
}

/**
 * Takes a try at the door that `lock` finds, before anything is hashed, and answers what `read` finds there in the same
 * transaction. It counts as wrong until it is settled. Refuses as `reserveSourceTry`, and where there is no door.
 */
export async function reserveSeatTry<Found>(
  ports: Ports,
  tried: SeatTried,
  lock: (tx: Tx) => Promise<SeatDoor | null>,
  read: (tx: Tx, door: SeatDoor) => Promise<Found>,
): Promise<Result<{ readonly of: TrySource; readonly found: Found }, SeatTryRefusal>> {
  return ports.db.as(gate, async (tx) => {
    const door = await lock(tx);
    if (!door) return refuse({ kind: "seat_missing" });
    const now = ports.clock.now();
    const of = { seatId: door.id, part: tried.part, source: hashed(tried.from) };
    const tries = reserveSourceTry(await findTries(tx, of, oldest(now)), now);
    if (!tries.ok) return tries;
    await saveTries(tx, of, tries.value, now);
    return ok({ of, found: await read(tx, door) });
  });
}

/** Gives a reserved try back after a right password. */
export async function giveBackSeatTry(ports: Pick<Ports, "clock">, tx: Tx, of: TrySource): Promise<void> {
  const now = ports.clock.now();
  await lockDoor(tx, of.seatId);
  await saveTries(tx, of, giveBackSourceTry(await findTries(tx, of, oldest(now))), now);
}

/** Keeps a wrong try, which stays counted; written down. Answers how many are left before its source waits. */
export async function keepWrongSeatTry(ports: Ports, tx: Tx, of: TrySource): Promise<number> {
  const now = ports.clock.now();
  const door = await lockDoor(tx, of.seatId);
  if (!door) return 0;
  const kept = settleWrongSourceTry(await findTries(tx, of, oldest(now)), now);
  await saveTries(tx, of, kept, now);
  const { agencyId, id: subjectId } = door;
  const refs = { part: of.part, waits: kept.nextTryAt !== null };
  await record(ports, tx, { action: "seat.password_wrong", actor: gate, agencyId, subjectId, refs });
  return Math.max(0, freeSeatTries - kept.wrong);
}

function oldest(now: Date): Date {
  return new Date(now.getTime() - seatTriesKeptHours * 3_600_000);
}

function hashed(from: TriedFrom): string {
  return createHash("sha256").update(sourceText(from)).digest("base64url");
}
