import { and, eq } from "drizzle-orm";
import { agency } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** A central office that issues seats and approves who holds them. */
export interface TokenOffice {
  readonly id: string;
  readonly nameTh: string;
  readonly nameEn: string;
}

/** The central office of a Thai name; null: there is none. */
export async function findTokenOffice(tx: Tx, nameTh: string): Promise<TokenOffice | null> {
  const [row] = await tx
    .select({ id: agency.id, nameTh: agency.nameTh, nameEn: agency.nameEn })
    .from(agency)
    .where(and(eq(agency.kind, "treasury"), eq(agency.nameTh, nameTh)));
  return row ?? null;
}

/** The one central office there is; null: there is none, or there are several to choose from. */
export async function findOnlyTokenOffice(tx: Tx): Promise<string | null> {
  const found = await tx.select({ id: agency.id }).from(agency).where(eq(agency.kind, "treasury")).limit(2);
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** Keeps a new central office; it grants its own people access. Runs as the system. */
export async function insertTokenOffice(
  tx: Tx,
  { now, ...office }: TokenOffice & { readonly now: Date },
): Promise<void> {
  await tx
    .insert(agency)
    .values({ ...office, kind: "treasury", region: null, registrarId: null, createdAt: now });
}
