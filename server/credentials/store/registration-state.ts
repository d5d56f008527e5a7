import { and, eq } from "drizzle-orm";
import { tokenRegistration } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { RegistrationState } from "../token-registration.ts";

/** Where the registration of a time in a seat stands; null: nobody has begun. */
export async function findRegistrationState(tx: Tx, holdingId: string): Promise<RegistrationState | null> {
  const [row] = await tx
    .select({ state: tokenRegistration.state })
    .from(tokenRegistration)
    .where(eq(tokenRegistration.holdingId, holdingId));
  return (row?.state ?? null) as RegistrationState | null;
}

/** A key is on a phone: an approved registration is complete. Runs as the gate. */
export async function completeRegistration(tx: Tx, holdingId: string): Promise<void> {
  await tx
    .update(tokenRegistration)
    .set({ state: "activated" satisfies RegistrationState })
    .where(and(eq(tokenRegistration.holdingId, holdingId), eq(tokenRegistration.state, "approved")));
}
