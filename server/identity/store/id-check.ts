import { and, asc, desc, eq, sql } from "drizzle-orm";
import { idCheck } from "../../../db/schema/index.ts";
import type { Staff } from "../../kernel/actor.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { ContactFacts } from "../contact.ts";
import { parseSlotFault, type IdCheckState, type SlotFault } from "../id-check.ts";
import type { KeptPerson } from "./person.ts";

/** A check of somebody's ID pictures at an agency. */
export interface KeptIdCheck {
  readonly agencyId: string;
  readonly id: string;
  readonly personId: string;
  readonly state: IdCheckState;
  readonly faults: readonly SlotFault[];
  /** What the officer wrote, sealed under the person's key; null: nothing. */
  readonly said: Uint8Array | null;
  readonly madeAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** The latest check of a person at an agency; null: they sent none. Runs as the citizen. */
export async function findLatestIdCheck(
  tx: Tx,
  agencyId: string,
  personId: string,
): Promise<KeptIdCheck | null> {
  const [row] = await tx
    .select()
    .from(idCheck)
    .where(and(eq(idCheck.agencyId, agencyId), eq(idCheck.personId, personId)))
    .orderBy(desc(idCheck.madeAt), desc(idCheck.id))
    .limit(1);
  return row ? keptOf(row) : null;
}

/** A check by its id, whatever became of it; null: the actor may see none such. */
export async function findIdCheck(tx: Tx, agencyId: string, id: string): Promise<KeptIdCheck | null> {
  const [row] = await tx
    .select()
    .from(idCheck)
    .where(and(eq(idCheck.agencyId, agencyId), eq(idCheck.id, id)));
  return row ? keptOf(row) : null;
}

/** The same, held until the transaction ends: of two officers the second waits and meets what the first decided. */
export async function lockIdCheck(tx: Tx, agencyId: string, id: string): Promise<KeptIdCheck | null> {
  const [row] = await tx
    .select()
    .from(idCheck)
    .where(and(eq(idCheck.agencyId, agencyId), eq(idCheck.id, id)))
    .for("update");
  return row ? keptOf(row) : null;
}

/** Sends pictures to be checked. False: a check of that person waits here already. Runs as the citizen. */
export async function insertIdCheck(
  tx: Tx,
  made: { readonly agencyId: string; readonly id: string; readonly personId: string; readonly now: Date },
): Promise<boolean> {
  const { agencyId, id, personId, now } = made;
  const rows = await tx
    .insert(idCheck)
    .values({ agencyId, id, personId, state: "waiting", madeAt: now })
    .onConflictDoNothing()
    .returning({ id: idCheck.id });
  return rows.length === 1;
}

/** Checks that wait at the staff's agency, those that wait longest first: at most `limit` from where `turn` says. */
export async function listWaitingIdChecks(
  tx: Tx,
  agencyId: string,
  page: { readonly turn: Turn<MomentPlace> | null; readonly limit: number },
): Promise<readonly KeptIdCheck[]> {
  const { turn, limit } = page;
  const up = readsUp(turn, "up");
  const beyond = turn
    ? sql`(${idCheck.madeAt}, ${idCheck.id}) ${up ? sql`>` : sql`<`} (${turn.place.at.toISOString()}::timestamptz, ${turn.place.id}::uuid)`
    : undefined;
  const order = up ? [asc(idCheck.madeAt), asc(idCheck.id)] : [desc(idCheck.madeAt), desc(idCheck.id)];
  const rows = await tx
    .select()
    .from(idCheck)
    .where(and(eq(idCheck.agencyId, agencyId), eq(idCheck.state, "waiting"), beyond))
    .orderBy(...order)
    .limit(limit);
  return rows.map(keptOf);
}

/** What becomes of a check that waits. */
export interface IdCheckDecision {
  readonly state: Exclude<IdCheckState, "waiting">;
  readonly faults: readonly string[] | null;
  readonly said: Uint8Array | null;
  readonly now: Date;
}

/** Decides a check that is held and waits; approving raises its person to the rung of checked photos. Runs as staff. */
export async function decideIdCheck(
  tx: Tx,
  { staffId, agencyId }: Pick<Staff, "staffId" | "agencyId">,
  id: string,
  { state, faults, said, now }: IdCheckDecision,
): Promise<void> {
  await tx
    .update(idCheck)
    .set({ state, faults: faults && [...faults], said, decidedBy: staffId, decidedAt: now })
    .where(and(eq(idCheck.agencyId, agencyId), eq(idCheck.id, id)));
  if (state !== "approved") return;
  await tx.execute(sql`select raise_to_photo_checked(${agencyId}, ${id}, ${staffId}, ${now.toISOString()})`);
}

/** What somebody whose check waits here told of themselves beside number and name; null: nothing. Runs as staff. */
export async function findContactOfCheck(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  agencyId: string,
  id: string,
  person: Pick<KeptPerson, "id" | "dataKey">,
): Promise<ContactFacts | null> {
  const [row] = await tx.execute<{ sealed: Uint8Array | null }>(
    sql`select contact_of_id_check(${agencyId}, ${id}) as sealed`,
  );
  const place = { table: "contact", rowId: person.id };
  return row?.sealed ? ports.vault.open<ContactFacts>(person.dataKey, place, row.sealed) : null;
}

function keptOf(row: typeof idCheck.$inferSelect): KeptIdCheck {
  const { agencyId, id, personId, said, madeAt, decidedBy, decidedAt } = row;
  const faults = (row.faults ?? []).map(parseSlotFault).filter((fault) => fault !== null);
  return {
    agencyId,
    id,
    personId,
    state: row.state as IdCheckState,
    faults,
    said,
    madeAt,
    decidedBy,
    decidedAt,
  };
}
