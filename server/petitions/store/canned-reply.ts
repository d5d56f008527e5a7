import { and, asc, eq, sql } from "drizzle-orm";
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

/** Keeps a text, new or in the place of the one with its id; false: another one has its title. */
export async function keepCannedReply(
  tx: Tx,
  agencyId: string,
  { id, title, body }: CannedReply,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const [taken] = await tx
    .select({ id: cannedReply.id })
    .from(cannedReply)
    .where(and(eq(cannedReply.agencyId, agencyId), eq(cannedReply.title, title)));
  if (taken && taken.id !== id) return false;
  await tx
    .insert(cannedReply)
    .values({ agencyId, id, title, body, madeBy: by, changedAt: at })
    .onConflictDoUpdate({
      target: [cannedReply.agencyId, cannedReply.id],
      set: { title, body, changedAt: at },
    });
  return true;
}

/** Drops a text; false: the agency has none of that id. */
export async function deleteCannedReply(tx: Tx, agencyId: string, id: string): Promise<boolean> {
  const rows = await tx.delete(cannedReply).where(one(agencyId, id)).returning({ id: cannedReply.id });
  return rows.length > 0;
}
