import { seatPasswordChange } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { PasswordWay } from "../password-way.ts";
import type { KeptHolding } from "./holding.ts";

/** Keeps that somebody in a seat set a password of their own. Runs as the gate. */
export async function insertPasswordChange(
  tx: Tx,
  { id: holdingId, agencyId, issuerId }: Pick<KeptHolding, "id" | "agencyId" | "issuerId">,
  made: { readonly id: string; readonly way: PasswordWay; readonly setAt: Date },
): Promise<void> {
  await tx.insert(seatPasswordChange).values({ ...made, holdingId, agencyId, issuerId });
}
