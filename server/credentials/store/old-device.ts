import { and, eq, isNotNull } from "drizzle-orm";
import { oldDevice } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { OldDeviceKind } from "../old-device.ts";

export interface NewOldDevice {
  readonly holdingId: string;
  readonly agencyId: string;
  readonly issuerId: string;
  readonly kind: OldDeviceKind;
  readonly serial: string | null;
  readonly keptAt: Date;
}

/** Keeps what an imported holder signed in with before; what is known of it already stays. Runs as the gate. */
export async function insertOldDevice(tx: Tx, made: NewOldDevice): Promise<void> {
  await tx.insert(oldDevice).values(made).onConflictDoNothing();
}

/** True when the hardware key somebody signed in with before came back. */
export async function findIsReturned(tx: Tx, holdingId: string): Promise<boolean> {
  const returned = and(eq(oldDevice.holdingId, holdingId), isNotNull(oldDevice.returnedAt));
  const [row] = await tx.select({ id: oldDevice.holdingId }).from(oldDevice).where(returned);
  return row !== undefined;
}
