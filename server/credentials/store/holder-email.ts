import { eq } from "drizzle-orm";
import { holderEmail } from "../../../db/schema/index.ts";
import type { Email } from "../../kernel/email.ts";
import type { Ports, Tx } from "../../ports.ts";

type Indexer = Pick<Ports, "keys">;

/** Whose address it is among everybody in a seat; null: nobody's. Runs as the gate. */
export async function findEmailOwner({ keys }: Indexer, tx: Tx, email: Email): Promise<string | null> {
  const [row] = await tx
    .select({ personId: holderEmail.personId })
    .from(holderEmail)
    .where(eq(holderEmail.emailIndex, keys.blindIndex("email", email)));
  return row?.personId ?? null;
}

/** Makes a proven address somebody's. False: it is somebody else's, even since this moment. */
export async function takeEmail(
  ports: Indexer,
  tx: Tx,
  taken: { readonly email: Email; readonly personId: string; readonly now: Date },
): Promise<boolean> {
  const { email, personId, now } = taken;
  const emailIndex = ports.keys.blindIndex("email", email);
  await tx.insert(holderEmail).values({ emailIndex, personId, provenAt: now }).onConflictDoNothing();
  return (await findEmailOwner(ports, tx, email)) === personId;
}

/** No address is a person's any more: another one takes its place. */
export async function dropEmailsOf(tx: Tx, personId: string): Promise<void> {
  await tx.delete(holderEmail).where(eq(holderEmail.personId, personId));
}
