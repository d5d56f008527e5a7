import { and, asc, eq, ne, sql } from "drizzle-orm";
import { cannedReply } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { CannedReply } from "../canned-reply.ts";

const columns = { id: cannedReply.id, title: cannedReply.title, body: cannedReply.body };
const one = (agencyId: string, id: string) => and(eq(cannedReply.agencyId, agencyId), eq(cannedReply.id, id));

/** The texts an agency keeps for answering, by title. */
export function listCannedReplies(tx: Tx, agencyId: string): Promise<CannedReply[]> {
  return tx
    .select(columns)
    .from(cannedReply)
    .where(eq(cannedReply.agencyId, agencyId))
    .orderBy(asc(sql`lower(${cannedReply.title})`), asc(cannedReply.id));
}

/** True when a form made its text already. */
export async function isReplyMade(tx: Tx, agencyId: string, requestKey: string): Promise<boolean> {
  const rows = await tx
    .select({ id: cannedReply.id })
    .from(cannedReply)
    .where(and(eq(cannedReply.agencyId, agencyId), eq(cannedReply.requestKey, requestKey)));
  return rows.length > 0;
}

/** Keeps a new text; false: another one has its title, or its form made it already. */
export async function insertCannedReply(
  tx: Tx,
  made: CannedReply & {
    readonly agencyId: string;
    readonly madeBy: string;
    readonly changedAt: Date;
    readonly requestKey: string;
  },
): Promise<boolean> {
  const kept = await tx
    .insert(cannedReply)
    .values(made)
    .onConflictDoNothing()
    .returning({ id: cannedReply.id });
  return kept.length > 0;
}

/** Changes a text; false: another one has its title. */
export async function changeCannedReply(
  tx: Tx,
  agencyId: string,
  { id, title, body }: CannedReply,
  changedAt: Date,
): Promise<boolean> {
  const taken = await tx
    .select({ id: cannedReply.id })
    .from(cannedReply)
    .where(and(eq(cannedReply.agencyId, agencyId), eq(cannedReply.title, title), ne(cannedReply.id, id)));
  if (taken.length > 0) return false;
  await tx.update(cannedReply).set({ title, body, changedAt }).where(one(agencyId, id));
  return true;
}

/** Drops a text; false: the agency has none of that id. */
export async function deleteCannedReply(tx: Tx, agencyId: string, id: string): Promise<boolean> {
  const rows = await tx.delete(cannedReply).where(one(agencyId, id)).returning({ id: cannedReply.id });
  return rows.length > 0;
}
