import { eq } from "drizzle-orm";
import { seat } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { UserCode } from "../user-code.ts";

/** A seat as its door knows it. */
export interface SeatDoor {
  readonly id: string;
  readonly agencyId: string;
}

const columns = { id: seat.id, agencyId: seat.agencyId };

/** The door of a user code, held until the transaction ends; null: no such seat. Runs as the gate. */
export async function lockDoorOfCode(tx: Tx, code: UserCode): Promise<SeatDoor | null> {
  const [row] = await tx.select(columns).from(seat).where(eq(seat.userCode, code)).for("update");
  return row ?? null;
}

/** The same by the seat's id. */
export async function lockDoor(tx: Tx, seatId: string): Promise<SeatDoor | null> {
  const [row] = await tx.select(columns).from(seat).where(eq(seat.id, seatId)).for("update");
  return row ?? null;
}
