import { eq } from "drizzle-orm";
import { profilePicture } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

export type KeptProfilePicture = typeof profilePicture.$inferSelect;

/** Somebody's picture of themselves; null: they gave none. Runs as the citizen. */
export async function findProfilePicture(tx: Tx, personId: string): Promise<KeptProfilePicture | null> {
  const [row] = await tx.select().from(profilePicture).where(eq(profilePicture.personId, personId));
  return row ?? null;
}

/**
 * Keeps a picture in the place of the one before, whose file's key is answered. Of two kept at once the second takes the
 * first's place. Runs as the citizen.
 */
export async function putProfilePicture(tx: Tx, made: KeptProfilePicture): Promise<readonly string[]> {
  const gone = await deleteProfilePicture(tx, made.personId);
  const { personId, ...set } = made;
  await tx
    .insert(profilePicture)
    .values({ personId, ...set })
    .onConflictDoUpdate({ target: profilePicture.personId, set });
  return gone;
}

/** Forgets somebody's picture and with it the key it opens with; answers where its file lies. */
export async function deleteProfilePicture(tx: Tx, personId: string): Promise<readonly string[]> {
  const gone = await tx
    .delete(profilePicture)
    .where(eq(profilePicture.personId, personId))
    .returning({ fileKey: profilePicture.fileKey });
  return gone.map(({ fileKey }) => fileKey);
}
