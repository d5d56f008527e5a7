import { and, asc, desc, eq, sql } from "drizzle-orm";
import { agency, codeAsk, seat, seatHolding, staff } from "../../../db/schema/index.ts";
import type { StaffLevel } from "../../kernel/actor.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import type { Ports, Tx } from "../../ports.ts";
import { codeAskPlace, type CodeAskFacts, type CodeAskState, type ListedCodeAsk } from "../code-ask.ts";
import type { SeatRight } from "../seat.ts";

type Row = typeof codeAsk.$inferSelect;
type Sealer = Pick<Ports, "vault">;

/** A code that is asked for, opened. */
export interface KeptCodeAsk extends Omit<Row, "state" | "right" | "sealed"> {
  readonly state: CodeAskState;
  readonly right: SeatRight;
  readonly facts: CodeAskFacts;
}

function keptOf({ vault }: Sealer, { sealed, ...row }: Row): KeptCodeAsk {
  return {
    ...row,
    state: row.state as CodeAskState,
    right: row.right as SeatRight,
    facts: vault.open<CodeAskFacts>(row.dataKey, codeAskPlace(row.id), sealed),
  };
}

export type NewCodeAsk = Pick<
  KeptCodeAsk,
  "id" | "agencyId" | "issuerId" | "right" | "orderId" | "madeBy" | "madeAt" | "requestKey" | "facts"
>;

/**
 * Holds the accounts of an agency's heads until the transaction ends, always in one order: of two that ask at once, one
 * head or two, the second sees what the first asked for. Runs as the gate.
 */
export async function lockAskingHeads(tx: Tx, agencyId: string): Promise<void> {
  await tx
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), eq(staff.level, "seat_head" satisfies StaffLevel)))
    .orderBy(asc(staff.id))
    .for("update");
}

/** Keeps one that waits; the same form sent twice keeps one. Answers whether it was kept now. Runs as the gate. */
export async function insertCodeAsk({ vault }: Sealer, tx: Tx, made: NewCodeAsk): Promise<boolean> {
  const { facts, ...row } = made;
  const dataKey = vault.newDataKey();
  const sealed = vault.seal(dataKey, codeAskPlace(made.id), facts);
  const kept = await tx
    .insert(codeAsk)
    .values({ ...row, state: "waiting", dataKey, sealed })
    .onConflictDoNothing({ target: [codeAsk.agencyId, codeAsk.requestKey] })
    .returning({ id: codeAsk.id });
  return kept.length > 0;
}

/** One of them, if the actor may see it. */
export async function findCodeAsk(ports: Sealer, tx: Tx, id: string): Promise<KeptCodeAsk | null> {
  const [row] = await tx.select().from(codeAsk).where(eq(codeAsk.id, id));
  return row ? keptOf(ports, row) : null;
}

/** The same, held until the transaction ends. Runs as the gate. */
export async function lockCodeAsk(ports: Sealer, tx: Tx, id: string): Promise<KeptCodeAsk | null> {
  const [row] = await tx.select().from(codeAsk).where(eq(codeAsk.id, id)).for("update");
  return row ? keptOf(ports, row) : null;
}

/** Those of an agency that wait for the central office: a handful, as many as it has people with hardware keys. */
export async function listWaitingCodeAsks(
  ports: Sealer,
  tx: Tx,
  agencyId: string,
): Promise<readonly KeptCodeAsk[]> {
  const waiting = and(eq(codeAsk.agencyId, agencyId), eq(codeAsk.state, "waiting" satisfies CodeAskState));
  return (await tx.select().from(codeAsk).where(waiting)).map((row) => keptOf(ports, row));
}

/** Of whom, and from where: an agency's own, newest first; an office's in one state, those that wait longest first. */
export type CodeAsksOf =
  { readonly agencyId: string } | { readonly issuerId: string; readonly state: CodeAskState };

/** Asks as the lists show them, nobody named: at most `limit` from where `turn` says. */
export async function listCodeAsks(
  tx: Tx,
  of: CodeAsksOf,
  { turn, limit }: { readonly turn: Turn<MomentPlace> | null; readonly limit: number },
): Promise<readonly ListedCodeAsk[]> {
  const isOwn = "agencyId" in of;
  const up = readsUp(turn, isOwn ? "down" : "up");
  const { madeAt, id } = codeAsk;
  const beyond = turn
    ? sql`(${madeAt}, ${id}) ${up ? sql`>` : sql`<`} (${turn.place.at.toISOString()}::timestamptz, ${turn.place.id}::uuid)`
    : undefined;
  const whose = isOwn
    ? eq(codeAsk.agencyId, of.agencyId)
    : and(eq(codeAsk.issuerId, of.issuerId), eq(codeAsk.state, of.state));
  const rows = await tx
    .select({
      ...{ id, right: codeAsk.right, state: codeAsk.state, madeAt, decidedAt: codeAsk.decidedAt },
      agency: { nameTh: agency.nameTh, nameEn: agency.nameEn },
      userCode: seat.userCode,
    })
    .from(codeAsk)
    .innerJoin(agency, eq(agency.id, codeAsk.agencyId))
    .leftJoin(seatHolding, eq(seatHolding.id, codeAsk.holdingId))
    .leftJoin(seat, eq(seat.id, seatHolding.seatId))
    .where(and(whose, beyond))
    .orderBy(...(up ? [asc(madeAt), asc(id)] : [desc(madeAt), desc(id)]))
    .limit(limit);
  return rows as unknown as readonly ListedCodeAsk[];
}

export interface CodeAskDecision {
  readonly state: Exclude<CodeAskState, "waiting">;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly holdingId?: string;
  readonly reason?: string;
}

/** Writes down what became of one, held before. Runs as the gate. */
export async function saveCodeAskDecision(
  { vault }: Sealer,
  tx: Tx,
  { id, dataKey, facts }: KeptCodeAsk,
  { reason, ...decision }: CodeAskDecision,
): Promise<void> {
  const sealed = vault.seal(dataKey, codeAskPlace(id), { ...facts, reason: reason ?? null });
  await tx
    .update(codeAsk)
    .set({ ...decision, sealed })
    .where(eq(codeAsk.id, id));
}

/** Deletes those that were decided before a moment. Runs as the system. */
export async function deleteCodeAsksBefore(tx: Tx, before: Date): Promise<void> {
  await tx.delete(codeAsk).where(sql`${codeAsk.decidedAt} < ${before.toISOString()}::timestamptz`);
}
