import { and, eq, lt } from "drizzle-orm";
import { seatTry } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { SeatPart } from "../holding.ts";
import { freshSourceTries, type SourceTries } from "../seat-throttle.ts";

/** One part of a seat, and a source of tries at it. */
export interface TrySource {
  readonly seatId: string;
  readonly part: SeatPart;
  /** A hash. */
  readonly source: string;
}

function at({ seatId, part, source }: TrySource) {
  return and(eq(seatTry.seatId, seatId), eq(seatTry.part, part), eq(seatTry.source, source));
}

/** What a source tried, unless it is longer ago than `since`. Its seat is locked. Runs as the gate. */
export async function findTries(tx: Tx, of: TrySource, since: Date): Promise<SourceTries> {
  const [row] = await tx.select().from(seatTry).where(at(of));
  return row && row.lastAt >= since ? { wrong: row.wrong, nextTryAt: row.nextTryAt } : freshSourceTries;
}

/** Keeps what a source tried. Its seat is locked. Runs as the gate. */
export async function saveTries(tx: Tx, of: TrySource, tries: SourceTries, now: Date): Promise<void> {
  const { wrong, nextTryAt } = tries;
  const kept = { wrong, nextTryAt, lastAt: now };
  const { seatId, part, source } = of;
  await tx
    .insert(seatTry)
    .values({ seatId, part, source, ...kept })
    .onConflictDoUpdate({ target: [seatTry.seatId, seatTry.part, seatTry.source], set: kept });
}

/** Somebody of that part came in whole, or set a password anew: every count of it starts over. Runs as the gate. */
export async function dropTries(tx: Tx, { seatId, part }: Omit<TrySource, "source">): Promise<void> {
  await tx.delete(seatTry).where(and(eq(seatTry.seatId, seatId), eq(seatTry.part, part)));
}

/** Forgets what was tried before then. Runs as the system. */
export async function deleteTries(tx: Tx, before: Date): Promise<void> {
  await tx.delete(seatTry).where(lt(seatTry.lastAt, before));
}
