import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { seat } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { SeatRight } from "../seat.ts";
import type { UserCode } from "../user-code.ts";

/** A seat as it was issued. */
export interface KeptSeat {
  readonly id: string;
  readonly agencyId: string;
  readonly issuerId: string;
  readonly userCode: UserCode;
  readonly right: SeatRight;
  readonly madeAt: Date;
}

const columns = {
  id: seat.id,
  agencyId: seat.agencyId,
  issuerId: seat.issuerId,
  userCode: seat.userCode,
  right: seat.right,
  madeAt: seat.madeAt,
};

type Row = Readonly<Record<keyof typeof columns, unknown>>;

function keptOf(row: Row): KeptSeat {
  return row as KeptSeat;
}

/** A seat, if the actor may see it. */
export async function findSeat(tx: Tx, id: string): Promise<KeptSeat | null> {
  const [row] = await tx.select(columns).from(seat).where(eq(seat.id, id));
  return row ? keptOf(row) : null;
}

/** The same, locked until the transaction ends: whoever changes who sits in it waits. */
export async function lockSeat(tx: Tx, id: string): Promise<KeptSeat | null> {
  const [row] = await tx.select(columns).from(seat).where(eq(seat.id, id)).for("update");
  return row ? keptOf(row) : null;
}

/** The seats of an agency in the order of the rights: recorders, approvers 1, approvers 2, others. */
export async function listSeatsOfAgency(tx: Tx, agencyId: string): Promise<readonly KeptSeat[]> {
  const order = sql`array_position(array['recorder', 'approver_1', 'approver_2', 'other'], ${seat.right})`;
  const found = await tx
    .select(columns)
    .from(seat)
    .where(eq(seat.agencyId, agencyId))
    .orderBy(order, asc(seat.userCode));
  return found.map(keptOf);
}

/** The central office that issued an agency's seats; null: it has none. Runs as the gate. */
export async function findIssuerOf(tx: Tx, agencyId: string): Promise<string | null> {
  const [row] = await tx
    .select({ issuerId: seat.issuerId })
    .from(seat)
    .where(eq(seat.agencyId, agencyId))
    .limit(1);
  return row?.issuerId ?? null;
}

/** Which of these codes are issued to anybody. Runs as the gate, which sees all seats. */
export async function listTakenCodes(tx: Tx, codes: readonly UserCode[]): Promise<readonly KeptSeat[]> {
  if (codes.length === 0) return [];
  const found = await tx
    .select(columns)
    .from(seat)
    .where(inArray(seat.userCode, [...codes]));
  return found.map(keptOf);
}

/** The codes that begin with these characters, in their order. Runs as the gate. */
export async function listCodesBeginning(tx: Tx, beginning: string): Promise<readonly UserCode[]> {
  const found = await tx
    .select({ userCode: seat.userCode })
    .from(seat)
    .where(and(gt(seat.userCode, beginning), sql`starts_with(${seat.userCode}, ${beginning})`))
    .orderBy(asc(seat.userCode));
  return found.map(({ userCode }) => userCode as UserCode);
}

/** Keeps new seats. Throws on the constraint `seat_user_code` when one of the codes is somebody's already. */
export async function insertSeats(
  tx: Tx,
  seats: readonly Omit<KeptSeat, "madeAt">[],
  now: Date,
): Promise<void> {
  await tx.insert(seat).values(seats.map((made) => ({ ...made, madeAt: now })));
}
