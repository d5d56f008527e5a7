import { sql } from "drizzle-orm";
import type { ContactFacts } from "../../identity/contact.ts";
import type { Phone } from "../../kernel/phone.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { ToldAtCounter } from "../petition-content.ts";
import type { PetitionerContact } from "../petitioner-contact.ts";
import type { KeptPetition } from "./petition.ts";

/**
 * Prefix, e-mail and phone of the person of a petition, as far as they told them, in their account or (`told`) at the
 * counter. `person` comes out of a look that was
 * written (`listLookedAt`).
 */
export async function findPetitionerContact(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  { agencyId, id }: Pick<KeptPetition, "agencyId" | "id">,
  person: { readonly id: string; readonly dataKey: Uint8Array },
  told: ToldAtCounter | undefined,
): Promise<PetitionerContact> {
  const [row] = await tx.execute<{ contact: Uint8Array | null; phone: Uint8Array | null }>(
    sql`select contact, phone from contact_of_petition(${agencyId}, ${id})`,
  );
  const place = (table: string) => ({ table, rowId: person.id });
  const { vault } = ports;
  const facts = row?.contact ? vault.open<ContactFacts>(person.dataKey, place("contact"), row.contact) : null;
  const phone = row?.phone ? vault.open<Phone>(person.dataKey, place("phone"), row.phone) : null;
  const isTold = facts !== null || phone !== null;
  return {
    prefix: facts?.prefix ?? told?.prefix ?? null,
    email: facts?.email ?? null,
    phone: phone ?? told?.phone ?? null,
    isTold,
  };
}
