import { and, eq, gt, isNull } from "drizzle-orm";
import { staffLink } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import { staffLinkMinutes, type StaffLinkPurpose } from "../staff-link.ts";

export interface KeptLink {
  readonly id: string;
  readonly staffId: string;
  readonly purpose: StaffLinkPurpose;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

/** Keeps a new link of an account. */
export async function insertLink(
  ports: Pick<Ports, "clock" | "random">,
  tx: Tx,
  staffId: string,
  purpose: StaffLinkPurpose,
): Promise<KeptLink> {
  const madeAt = ports.clock.now();
  const expiresAt = new Date(madeAt.getTime() + staffLinkMinutes[purpose] * 60_000);
  const made = { id: ports.random.uuid(), staffId, purpose, madeAt, expiresAt };
  await tx.insert(staffLink).values(made);
  return made;
}

/** The link of an id while it can be used; null: used, outlived, or none. */
export async function findOpenLink(tx: Tx, linkId: string, now: Date): Promise<KeptLink | null> {
  const [row] = await tx.select().from(staffLink).where(openLink(linkId, now));
  return row ? readLink(row) : null;
}

/** Uses a link; null: somebody was quicker, or its time is over. Of uses at the same moment one is answered. */
export async function takeLink(tx: Tx, linkId: string, now: Date): Promise<KeptLink | null> {
  const [row] = await tx.update(staffLink).set({ usedAt: now }).where(openLink(linkId, now)).returning();
  return row ? readLink(row) : null;
}

/** Every other link of an account is worth nothing any more. */
export async function useUpLinks(tx: Tx, staffId: string, now: Date): Promise<void> {
  await tx
    .update(staffLink)
    .set({ usedAt: now })
    .where(and(eq(staffLink.staffId, staffId), isNull(staffLink.usedAt)));
}

function openLink(linkId: string, now: Date) {
  return and(eq(staffLink.id, linkId), isNull(staffLink.usedAt), gt(staffLink.expiresAt, now));
}

function readLink({ purpose, ...row }: typeof staffLink.$inferSelect): KeptLink {
  const { id, staffId, madeAt, expiresAt } = row;
  return { id, staffId, purpose: purpose as StaffLinkPurpose, madeAt, expiresAt };
}
