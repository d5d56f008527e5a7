import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { agency, limitCount, staff } from "../../../db/schema/index.ts";
import type { StaffLevel } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { CardAgency } from "../card-sign-in.ts";

/** An account that may come in by its person's card. */
export interface CardAccount extends CardAgency {
  readonly staffId: string;
  readonly level: StaffLevel;
}

/** The accounts of a person that are in use, have a password and are not locked, by the agency's name. As the gate. */
export async function listByCard(
  ports: Pick<Ports, "keys">,
  tx: Tx,
  citizenId: string,
): Promise<readonly CardAccount[]> {
  const rows = await tx
    .select({
      staffId: staff.id,
      agencyId: staff.agencyId,
      level: staff.level,
      nameTh: agency.nameTh,
      nameEn: agency.nameEn,
    })
    .from(staff)
    .innerJoin(agency, eq(agency.id, staff.agencyId))
    .where(
      and(
        eq(staff.citizenIndex, ports.keys.blindIndex("citizen_id", citizenId)),
        eq(staff.state, "active"),
        isNotNull(staff.passwordHash),
        isNull(staff.lockedAt),
      ),
    )
    .orderBy(agency.nameTh);
  return rows.map((row) => ({ ...row, level: row.level as StaffLevel }));
}

/** Uses a nonce up. False: it was used before. Kept under the moment it was made, longer than it lives. As the gate. */
export async function useUpNonce(tx: Tx, nonce: string, madeAt: Date): Promise<boolean> {
  const kept = await tx
    .insert(limitCount)
    .values({ name: "card_nonce", key: nonce, bucket: madeAt, count: 1 })
    .onConflictDoNothing()
    .returning({ key: limitCount.key });
  return kept.length > 0;
}
