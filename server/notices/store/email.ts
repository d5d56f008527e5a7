import { and, eq, isNull } from "drizzle-orm";
import { contact } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";

/**
 * Where mails to a person go: the registered address; null: there is none, or it is known not to take mails. The row is
 * sealed by server/identity under the person's key.
 */
export async function findEmail(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  person: { readonly id: string; readonly dataKey: Uint8Array },
): Promise<string | null> {
  const [row] = await tx
    .select({ sealed: contact.sealed })
    .from(contact)
    .where(and(eq(contact.personId, person.id), isNull(contact.emailUnreachableAt)));
  if (!row) return null;
  const place = { table: "contact", rowId: person.id };
  return ports.vault.open<{ readonly email: string }>(person.dataKey, place, row.sealed).email;
}
