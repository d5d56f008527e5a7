import { eq } from "drizzle-orm";
import { tokenSetting } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import { passwordMonthsByDefault } from "../password-age.ts";

/** After how many months an office wants passwords anew; 0: never. */
export async function findPasswordMonths(tx: Tx, issuerId: string): Promise<number> {
  const [row] = await tx
    .select({ months: tokenSetting.passwordMonths })
    .from(tokenSetting)
    .where(eq(tokenSetting.issuerId, issuerId));
  return row?.months ?? passwordMonthsByDefault;
}

/** Keeps it. Runs as staff of that office. */
export async function savePasswordMonths(
  tx: Tx,
  saved: { readonly issuerId: string; readonly months: number; readonly by: string; readonly now: Date },
): Promise<void> {
  const { issuerId, months: passwordMonths, by: savedBy, now: savedAt } = saved;
  const set = { passwordMonths, savedBy, savedAt };
  await tx
    .insert(tokenSetting)
    .values({ issuerId, ...set })
    .onConflictDoUpdate({ target: tokenSetting.issuerId, set });
}
