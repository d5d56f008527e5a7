import { and, eq, isNotNull, sql } from "drizzle-orm";
import { contact } from "../../../db/schema/index.ts";
import type { Email } from "../../kernel/email.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { ContactFacts } from "../contact.ts";
import type { AgencyYes } from "../terms.ts";

type Sealer = Pick<Ports, "vault" | "keys">;

/** A person as far as their contact goes: the id, and the data key that seals it. */
export interface ContactOwner {
  readonly id: string;
  readonly dataKey: Uint8Array;
}

/** What stands sealed in a row. */
interface SealedContact extends ContactFacts {
  /** An address that is to take the place of a proven one once it is proven itself. */
  readonly pendingEmail: Email | null;
}

export interface KeptContact extends SealedContact {
  /** Null: nobody has opened the link that was sent there. */
  readonly emailProvenAt: Date | null;
  readonly termsVersion: string;
  readonly termsAcceptedAt: Date;
  readonly savedAt: Date;
}

/** Prefix, e-mail and address of a person; null: they did not join e-Service. */
export async function findContact(ports: Sealer, tx: Tx, person: ContactOwner): Promise<KeptContact | null> {
  const [row] = await tx.select().from(contact).where(eq(contact.personId, person.id));
  if (!row) return null;
  const { emailProvenAt, termsVersion, termsAcceptedAt, savedAt } = row;
  const facts = ports.vault.open<SealedContact>(person.dataKey, placeOf(person.id), row.sealed);
  return { ...facts, emailProvenAt, termsVersion, termsAcceptedAt, savedAt };
}

/** The terms a person accepted last; null: they did not join e-Service. */
export async function findTermsAccepted(tx: Tx, personId: string): Promise<string | null> {
  const [row] = await tx
    .select({ version: contact.termsVersion })
    .from(contact)
    .where(eq(contact.personId, personId));
  return row?.version ?? null;
}

/** The version of an agency's own terms that a person accepted last; null: none. */
export async function findAgencyYes(tx: Tx, personId: string, agencyId: string): Promise<number | null> {
  const [row] = await tx
    .select({ version: sql<number | null>`(${contact.agencyTerms} ->> ${agencyId})::integer` })
    .from(contact)
    .where(eq(contact.personId, personId));
  return row?.version ?? null;
}

/** Keeps a yes to an agency's own terms beside those to other agencies'; false: the person did not join e-Service. */
export async function saveAgencyYes(
  tx: Tx,
  personId: string,
  { agencyId, version }: AgencyYes,
): Promise<boolean> {
  const rows = await tx
    .update(contact)
    .set({ agencyTerms: sql`agency_terms || ${JSON.stringify({ [agencyId]: version })}::jsonb` })
    .where(eq(contact.personId, personId))
    .returning({ personId: contact.personId });
  return rows.length > 0;
}

/** Keeps the contact of a person, wholly; the e-mail counts as proven when it says so. */
export async function saveContact(
  ports: Sealer,
  tx: Tx,
  person: ContactOwner,
  kept: KeptContact,
): Promise<void> {
  const { emailProvenAt, termsVersion, termsAcceptedAt, savedAt, ...facts } = kept;
  const { prefix, email, address, pendingEmail } = facts;
  const sealed = { prefix, email, address, pendingEmail } satisfies SealedContact;
  const values = {
    sealed: ports.vault.seal(person.dataKey, placeOf(person.id), sealed),
    emailIndex: ports.keys.blindIndex("email", email),
    ...{ emailProvenAt, termsVersion, termsAcceptedAt, savedAt },
  };
  await tx
    .insert(contact)
    .values({ personId: person.id, ...values })
    .onConflictDoUpdate({
      target: contact.personId,
      set: { ...values, emailUnreachableAt: stillUnreachable(values.emailIndex) },
    });
}

/** What mail servers said of an address holds for that address alone. */
function stillUnreachable(emailIndex: Uint8Array) {
  return sql`case when ${contact.emailIndex} = ${Buffer.from(emailIndex)} then ${contact.emailUnreachableAt} end`;
}

/** Makes a proven address one that nobody has proven: it opens nothing, and another may prove it. Runs as the gate. */
export async function forgetEmailProof(tx: Tx, personId: string): Promise<void> {
  await tx.update(contact).set({ emailProvenAt: null }).where(eq(contact.personId, personId));
}

/** The person whose proven address this is; null: nobody's. Runs as the gate. */
export async function findPersonByEmail(
  ports: Pick<Ports, "keys">,
  tx: Tx,
  email: Email,
): Promise<string | null> {
  const [row] = await tx
    .select({ personId: contact.personId })
    .from(contact)
    .where(
      and(eq(contact.emailIndex, ports.keys.blindIndex("email", email)), isNotNull(contact.emailProvenAt)),
    );
  return row?.personId ?? null;
}

/**
 * True when the address may become somebody's proven one: nobody else has proven it. Of two who gave it and prove it at
 * once the second waits here; of two who are changing to it the index `contact_email` keeps the rule (`provenByAnother`).
 * Runs as the gate.
 */
export async function mayProveEmail(
  ports: Pick<Ports, "keys">,
  tx: Tx,
  personId: string,
  email: Email,
): Promise<boolean> {
  const rows = await tx
    .select({ personId: contact.personId, provenAt: contact.emailProvenAt })
    .from(contact)
    .where(eq(contact.emailIndex, ports.keys.blindIndex("email", email)))
    .orderBy(contact.personId)
    .for("update");
  return rows.every((row) => row.personId === personId || row.provenAt === null);
}

/** True for a fault that says: of two who proved one address in the same moment this was the second. */
export function provenByAnother(fault: unknown): boolean {
  const { cause, constraint_name: index } = Object(fault) as { cause?: unknown; constraint_name?: unknown };
  return index === "contact_email" || (cause !== undefined && provenByAnother(cause));
}

function placeOf(rowId: string) {
  return { table: "contact", rowId };
}
