import { and, eq, isNull } from "drizzle-orm";
import { contact } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** Keeps that a person's e-mail cannot be reached. False: that stands already, or the person has none. */
export async function markEmailUnreachable(tx: Tx, personId: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(contact)
    .set({ emailUnreachableAt: now })
    .where(and(eq(contact.personId, personId), isNull(contact.emailUnreachableAt)))
    .returning({ personId: contact.personId });
  return rows.length === 1;
}

/** True when mails to a person are known not to arrive. */
export async function findEmailUnreachable(tx: Tx, personId: string): Promise<boolean> {
  const [row] = await tx
    .select({ at: contact.emailUnreachableAt })
    .from(contact)
    .where(eq(contact.personId, personId));
  return row !== undefined && row.at !== null;
}
