import { and, eq, isNull, or, sql, type SQL } from "drizzle-orm";
import { issuedDocument, petition } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { KeptPetition } from "./petition.ts";

/**
 * True of petitions that their person's account may see. One that showed a card sees all; one of the web that nobody has
 * checked, perhaps a stranger's with that number, sees what it filed or handed over itself since it was opened: nothing
 * that an officer filed, and nothing of an account before it (docs/decisions/0023, db/sql/49-is-checked.sql).
 */
export const isShown: SQL = sql`(is_checked(${petition.personId}) or (
  (${petition.filedBy} is null or exists (select 1 from petition_draft d
    where d.person_id = ${petition.personId} and d.petition_id = ${petition.id}))
  and ${petition.submittedAt} >= (select a.created_at from account a where a.person_id = ${petition.personId})))`;

/** The same of a document: that of its petition; of none, it is shown. */
export const isShownDocument: SQL | undefined = or(
  isNull(issuedDocument.petitionId),
  sql`exists (select 1 from ${petition}
    where ${petition.agencyId} = ${issuedDocument.agencyId} and ${petition.id} = ${issuedDocument.petitionId}
      and ${isShown})`,
);

/** Whether the account of a petition's person may see it, and be told of it. Runs as the citizen or the system. */
export async function findIsShown(
  tx: Tx,
  { agencyId, id }: Pick<KeptPetition, "agencyId" | "id">,
): Promise<boolean> {
  const rows = await tx
    .select({ id: petition.id })
    .from(petition)
    .where(and(eq(petition.agencyId, agencyId), eq(petition.id, id), isShown));
  return rows.length === 1;
}
