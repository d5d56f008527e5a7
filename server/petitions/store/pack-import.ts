import { and, eq, lt } from "drizzle-orm";
import { packImport } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { PackSeal } from "../pack-file.ts";
import type { ServicePack } from "../service-pack.ts";

/** A pack that came in and is looked at. */
export interface KeptImport {
  readonly pack: ServicePack;
  /** Null: nobody signed it. */
  readonly seal: PackSeal | null;
}

/** Keeps a pack that came in, and drops the agency's own of before `since`. */
export async function insertImport(
  tx: Tx,
  made: KeptImport & {
    readonly agencyId: string;
    readonly id: string;
    readonly madeBy: string;
    readonly madeAt: Date;
  },
  since: Date,
): Promise<void> {
  await tx
    .delete(packImport)
    .where(and(eq(packImport.agencyId, made.agencyId), lt(packImport.madeAt, since)));
  await tx.insert(packImport).values(made);
}

/** A pack that came in; null: the agency has none of that id. */
export async function findImport(tx: Tx, agencyId: string, id: string): Promise<KeptImport | null> {
  const [row] = await tx
    .select({ pack: packImport.pack, seal: packImport.seal })
    .from(packImport)
    .where(and(eq(packImport.agencyId, agencyId), eq(packImport.id, id)));
  return row ? (row as KeptImport) : null;
}
