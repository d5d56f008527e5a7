import { and, eq, gt, isNull } from "drizzle-orm";
import { seatLink } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import { seatLinkMinutes, type SeatLinkUse } from "../seat-link.ts";

export interface KeptSeatLink {
  readonly id: string;
  readonly holdingId: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

const columns = {
  id: seatLink.id,
  holdingId: seatLink.holdingId,
  expiresAt: seatLink.expiresAt,
  usedAt: seatLink.usedAt,
};

/** Keeps a new link of somebody in a seat; those before it are worth nothing any more. Runs as the gate or the system. */
export async function insertSeatLink(
  ports: Pick<Ports, "clock" | "random">,
  tx: Tx,
  holdingId: string,
  use: SeatLinkUse,
): Promise<KeptSeatLink> {
  const madeAt = ports.clock.now();
  await useUpSeatLinks(tx, holdingId, madeAt);
  const expiresAt = new Date(madeAt.getTime() + seatLinkMinutes[use] * 60_000);
  const made = { id: ports.random.uuid(), holdingId, madeAt, expiresAt };
  await tx.insert(seatLink).values(made);
  return { ...made, usedAt: null };
}

/** The link of an id, used or outlived too; null: there is none. */
export async function findSeatLink(tx: Tx, linkId: string): Promise<KeptSeatLink | null> {
  const [row] = await tx.select(columns).from(seatLink).where(eq(seatLink.id, linkId));
  return row ?? null;
}

/** The link of an id while it can be used; null: used, outlived, or none. */
export async function findOpenSeatLink(tx: Tx, linkId: string, now: Date): Promise<KeptSeatLink | null> {
  const [row] = await tx.select(columns).from(seatLink).where(isOpen(linkId, now));
  return row ?? null;
}

/** Uses a link; null: somebody was quicker, or its time is over. Of uses at the same moment one is answered. */
export async function takeSeatLink(tx: Tx, linkId: string, now: Date): Promise<KeptSeatLink | null> {
  const [row] = await tx.update(seatLink).set({ usedAt: now }).where(isOpen(linkId, now)).returning(columns);
  return row ?? null;
}

/** Every link of a time in a seat is worth nothing any more. */
export async function useUpSeatLinks(tx: Tx, holdingId: string, now: Date): Promise<void> {
  await tx
    .update(seatLink)
    .set({ usedAt: now })
    .where(and(eq(seatLink.holdingId, holdingId), isNull(seatLink.usedAt)));
}

function isOpen(linkId: string, now: Date) {
  return and(eq(seatLink.id, linkId), isNull(seatLink.usedAt), gt(seatLink.expiresAt, now));
}
