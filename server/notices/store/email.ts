import { and, eq, isNull } from "drizzle-orm";
import { contact } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";

/** Where mails to a person go. */
export interface MailAddress {
  readonly address: string;
  /** Its owner opened the link that was sent there; until then it may be a stranger's. */
  readonly isProven: boolean;
}

/**
 * The registered address; null: there is none, or it is known not to take mails. The row is sealed by server/identity
 * under the person's key.
 */
export async function findEmail(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  person: { readonly id: string; readonly dataKey: Uint8Array },
): Promise<MailAddress | null> {
  const [row] = await tx
    .select({ sealed: contact.sealed, provenAt: contact.emailProvenAt })
    .from(contact)
    .where(and(eq(contact.personId, person.id), isNull(contact.emailUnreachableAt)));
  if (!row) return null;
  const place = { table: "contact", rowId: person.id };
  const { email } = ports.vault.open<{ readonly email: string }>(person.dataKey, place, row.sealed);
  return { address: email, isProven: row.provenAt !== null };
}
