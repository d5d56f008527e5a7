import { and, asc, count, eq, ne } from "drizzle-orm";
import { petitionView, staff as account } from "../../../db/schema/index.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";

/** A view somebody saved for themselves. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** The query of its address. */
  readonly query: string;
}

const own = ({ agencyId, staffId }: Staff) =>
  and(eq(petitionView.agencyId, agencyId), eq(petitionView.staffId, staffId));

/** The views somebody saved, the oldest first. */
export function listViews(tx: Tx, staff: Staff): Promise<SavedView[]> {
  return tx
    .select({ id: petitionView.id, name: petitionView.name, query: petitionView.query })
    .from(petitionView)
    .where(own(staff))
    .orderBy(asc(petitionView.madeAt), asc(petitionView.id));
}

/**
 * How many views somebody saved by other requests than this one. Their account is held until the transaction ends: of two
 * that save at once the second counts what the first kept.
 */
export async function countOtherViews(tx: Tx, staff: Staff, requestKey: string): Promise<number> {
  await tx.select({ id: account.id }).from(account).where(eq(account.id, staff.staffId)).for("update");
  const others = and(own(staff), ne(petitionView.requestKey, requestKey));
  const [row] = await tx.select({ views: count() }).from(petitionView).where(others);
  return row?.views ?? 0;
}

/** Keeps a view once: a request that comes again keeps nothing. */
export async function insertView(
  tx: Tx,
  { agencyId, staffId }: Staff,
  view: SavedView & { readonly madeAt: Date; readonly requestKey: string },
): Promise<void> {
  await tx
    .insert(petitionView)
    .values({ agencyId, staffId, ...view })
    .onConflictDoNothing();
}

/** Forgets a view of one's own; false: there was none of that id. */
export async function deleteView(tx: Tx, staff: Staff, id: string): Promise<boolean> {
  const gone = await tx
    .delete(petitionView)
    .where(and(own(staff), eq(petitionView.id, id)))
    .returning({ id: petitionView.id });
  return gone.length === 1;
}
