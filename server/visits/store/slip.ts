import { and, asc, desc, eq, sql, type SQL } from "drizzle-orm";
import { serviceCode, slip, slipBlock } from "../../../db/schema/index.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import type { Tx } from "../../ports.ts";
import type { ServiceCode } from "../service-code.ts";
import type { Slip, SlipBlock, SlipState } from "../slip.ts";

/**
 * Keeps a block and allocates its codes from the one sequence of all codes, in one statement. False: the request has
 * made one already.
 */
export async function insertBlock(
  tx: Tx,
  made: {
    readonly agencyId: string;
    readonly id: string;
    readonly count: number;
    readonly madeBy: string;
    readonly now: Date;
    readonly requestKey: string;
    readonly codeKey: Uint8Array;
  },
): Promise<boolean> {
  const { agencyId, id, count, madeBy, now, requestKey, codeKey } = made;
  const rows = await tx
    .insert(slipBlock)
    .values({ agencyId, id, count, madeBy, madeAt: now, requestKey })
    .onConflictDoNothing({ target: [slipBlock.agencyId, slipBlock.requestKey] })
    .returning({ id: slipBlock.id });
  if (rows.length === 0) return false;
  await tx.execute(sql`insert into ${slip} (agency_id, code, block_id, number, state)
    select ${agencyId}, 'PP' || lpad(permute_code_number(${Buffer.from(codeKey)},
      nextval('service_code_number'))::text, 10, '0'), ${id}, n, 'blank'
    from generate_series(1, ${count}::int) as n`);
  return true;
}

/** The block that a request made already; null: none. */
export async function findBlockOfRequest(
  tx: Tx,
  agencyId: string,
  requestKey: string,
): Promise<string | null> {
  const [row] = await tx
    .select({ id: slipBlock.id })
    .from(slipBlock)
    .where(and(eq(slipBlock.agencyId, agencyId), eq(slipBlock.requestKey, requestKey)));
  return row?.id ?? null;
}

/**
 * Blocks of a facility with what became of their slips, latest first: at most `limit` from where `turn` says, nearest
 * first.
 */
export async function listBlocks(
  tx: Tx,
  agencyId: string,
  { turn, limit }: { readonly turn: Turn<MomentPlace> | null; readonly limit: number },
): Promise<readonly SlipBlock[]> {
  const up = readsUp(turn, "down");
  const inState = (state: SlipState) => sql<number>`count(*) filter (where ${slip.state} = ${state})::int`;
  return tx
    .select({
      id: slipBlock.id,
      count: slipBlock.count,
      madeAt: slipBlock.madeAt,
      blank: inState("blank"),
      entered: inState("entered"),
      voided: inState("void"),
    })
    .from(slipBlock)
    .innerJoin(slip, eq(slip.blockId, slipBlock.id))
    .where(and(eq(slipBlock.agencyId, agencyId), turn ? beyondBlock(turn.place, up) : undefined))
    .groupBy(slipBlock.id, slipBlock.count, slipBlock.madeAt)
    .orderBy(...[slipBlock.madeAt, slipBlock.id].map(up ? asc : desc))
    .limit(limit);
}

function beyondBlock({ at, id }: MomentPlace, up: boolean): SQL {
  return sql`(${slipBlock.madeAt}, ${slipBlock.id}) ${up ? sql`>` : sql`<`} (${at.toISOString()}::timestamptz, ${id}::uuid)`;
}

/** The slips of one block of a facility, in their printed order. */
export async function listSlips(tx: Tx, agencyId: string, blockId: string): Promise<readonly Slip[]> {
  return tx
    .select({
      code: sql<ServiceCode>`${slip.code}`,
      number: slip.number,
      state: sql<SlipState>`${slip.state}`,
    })
    .from(slip)
    .where(and(eq(slip.agencyId, agencyId), eq(slip.blockId, blockId)))
    .orderBy(asc(slip.number));
}

/** One slip of the facility by its code, held until the transaction ends; null: none of this facility's. */
export async function lockSlip(
  tx: Tx,
  agencyId: string,
  code: ServiceCode,
): Promise<(Slip & { readonly visitId: string | null }) | null> {
  const [row] = await tx
    .select({
      code: sql<ServiceCode>`${slip.code}`,
      number: slip.number,
      state: sql<SlipState>`${slip.state}`,
      visitId: slip.visitId,
    })
    .from(slip)
    .where(and(eq(slip.agencyId, agencyId), eq(slip.code, code)))
    .for("update");
  return row ?? null;
}

/** Marks a slip as entered with its visit, or as void with a reason. It must be locked and blank. */
export async function settleSlip(
  tx: Tx,
  code: ServiceCode,
  settled: { readonly staffId: string; readonly now: Date } & (
    { readonly visitId: string } | { readonly reason: string }
  ),
): Promise<void> {
  const by = { changedBy: settled.staffId, changedAt: settled.now };
  const set =
    "visitId" in settled
      ? { ...by, state: "entered", visitId: settled.visitId }
      : { ...by, state: "void", voidReason: settled.reason };
  await tx.update(slip).set(set).where(eq(slip.code, code));
}

/** The service of a slip was given already: its code goes straight from issued to used. */
export async function markVisitUsed(
  tx: Tx,
  visitId: string,
  by: { readonly staffId: string; readonly now: Date },
): Promise<void> {
  await tx
    .update(serviceCode)
    .set({ status: "used", usedAt: by.now, usedBy: by.staffId })
    .where(and(eq(serviceCode.visitId, visitId), eq(serviceCode.status, "issued")));
}
