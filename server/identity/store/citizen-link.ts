import { and, eq, gt, isNull } from "drizzle-orm";
import { citizenLink } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import { citizenLinkMinutes, type CitizenLinkPurpose } from "../citizen-link.ts";

export interface KeptCitizenLink {
  readonly id: string;
  readonly personId: string;
  readonly purpose: CitizenLinkPurpose;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** Keeps a new link of a person; those made before for the same purpose are worth nothing any more. Runs as the gate. */
export async function insertCitizenLink(
  ports: Pick<Ports, "clock" | "random">,
  tx: Tx,
  personId: string,
  purpose: CitizenLinkPurpose,
): Promise<KeptCitizenLink> {
  const madeAt = ports.clock.now();
  await useUpCitizenLinks(tx, personId, purpose, madeAt);
  const expiresAt = new Date(madeAt.getTime() + citizenLinkMinutes[purpose] * 60_000);
  const made = { id: ports.random.uuid(), personId, purpose, madeAt, expiresAt };
  await tx.insert(citizenLink).values(made);
  return { ...made, usedAt: null };
}

/** The link of an id, whatever became of it. */
export async function findCitizenLink(tx: Tx, id: string): Promise<KeptCitizenLink | null> {
  const [row] = await tx.select().from(citizenLink).where(eq(citizenLink.id, id));
  return row ? readLink(row) : null;
}

/** Uses a link; null: used, outlived, or for something else. Of uses at the same moment one is answered. */
export async function takeCitizenLink(
  tx: Tx,
  id: string,
  purpose: CitizenLinkPurpose,
  now: Date,
): Promise<KeptCitizenLink | null> {
  const [row] = await tx
    .update(citizenLink)
    .set({ usedAt: now })
    .where(
      and(
        eq(citizenLink.id, id),
        eq(citizenLink.purpose, purpose),
        isNull(citizenLink.usedAt),
        gt(citizenLink.expiresAt, now),
      ),
    )
    .returning();
  return row ? readLink(row) : null;
}

/** Ends a person's open links for one purpose. Runs as the gate. */
export async function useUpCitizenLinks(
  tx: Tx,
  personId: string,
  purpose: CitizenLinkPurpose,
  now: Date,
): Promise<void> {
  await tx
    .update(citizenLink)
    .set({ usedAt: now })
    .where(
      and(eq(citizenLink.personId, personId), eq(citizenLink.purpose, purpose), isNull(citizenLink.usedAt)),
    );
}

function readLink({ purpose, ...row }: typeof citizenLink.$inferSelect): KeptCitizenLink {
  return { ...row, purpose: purpose as CitizenLinkPurpose };
}
