import { and, eq } from "drizzle-orm";
import { seat } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** The seat of a code of a central office or an agency, however the code was typed; null: it has none. */
export async function findSeatOfCode(
  tx: Tx,
  of: { readonly issuerId: string } | { readonly agencyId: string },
  typed: string,
): Promise<{ readonly id: string; readonly agencyId: string } | null> {
  const userCode = typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  const whose = "issuerId" in of ? eq(seat.issuerId, of.issuerId) : eq(seat.agencyId, of.agencyId);
  const [row] = await tx
    .select({ id: seat.id, agencyId: seat.agencyId })
    .from(seat)
    .where(and(whose, eq(seat.userCode, userCode)));
  return row ?? null;
}
