import { and, eq, isNull, or, sql, type SQL } from "drizzle-orm";
import { issuedDocument, petition } from "../../../db/schema/index.ts";
import { assuranceLevels, isAtLeast } from "../../identity/assurance.ts";
import type { Tx } from "../../ports.ts";
import type { KeptPetition } from "./petition.ts";

const uncheckedRungs = assuranceLevels.filter((level) => !isAtLeast(level, "card_checked"));
const unchecked = sql.join(
  uncheckedRungs.map((level) => sql`${level}`),
  sql`, `,
);

/**
 * True of petitions that their person's account may see: what it filed or handed over itself; and what an officer filed
 * for somebody who came in person, unless the account came by the web and nobody has seen a card of its owner, who may be
 * a stranger with that number (docs/decisions/0023; `checked` in db/sql/50-open-session.sql is the same).
 */
export const isShown: SQL = sql`(${petition.filedBy} is null
  or exists (select 1 from petition_draft d
    where d.person_id = ${petition.personId} and d.petition_id = ${petition.id})
  or not exists (select 1 from account a join person p on p.id = a.person_id
    where a.person_id = ${petition.personId} and a.opened_by = 'web' and p.assurance in (${unchecked})))`;

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
  { agencyId, id, filedBy }: Pick<KeptPetition, "agencyId" | "id" | "filedBy">,
): Promise<boolean> {
  if (filedBy === null) return true;
  const rows = await tx
    .select({ id: petition.id })
    .from(petition)
    .where(and(eq(petition.agencyId, agencyId), eq(petition.id, id), isShown));
  return rows.length === 1;
}
