import { sql, type SQL, type SQLWrapper } from "drizzle-orm";
import type { Reach } from "../reach.ts";

/** The same rule as `isWithin` (reach.ts), for rows; undefined: the reach is the whole agency. */
export function withinReach(
  reach: Reach,
  row: { readonly unitId: SQLWrapper; readonly officerId: SQLWrapper },
): SQL | undefined {
  if (reach.kind === "agency") return undefined;
  const ids = sql`${`{${reach.unitIds.join(",")}}`}::uuid[]`;
  return sql`(${row.unitId} is null or ${row.officerId} = ${reach.staffId} or ${row.unitId} = any (${ids}))`;
}
