import { and, asc, desc, eq, sql, type Column, type SQL } from "drizzle-orm";
import { seat, seatHolding, seatLetter, seatOrder } from "../../../db/schema/index.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import type { Tx } from "../../ports.ts";
import type { ListedLetter, ListedOrder } from "../agency-papers.ts";

/** Whose papers, newest first: at most `limit` from where `turn` says. */
interface Asked {
  readonly agencyId: string;
  readonly turn: Turn<MomentPlace> | null;
  readonly limit: number;
}

/** The written orders of an agency that the actor may see. */
export async function listOrderLines(tx: Tx, asked: Asked): Promise<readonly ListedOrder[]> {
  const { id, number, dated, madeAt } = seatOrder;
  const rows = await tx
    .select({
      ...{ id, number, dated, madeAt },
      isBrought: sql<boolean>`${seatOrder.madeBy} is null`,
      // Columns of drizzle would lose their tables here, where one table is read.
      people: sql<number>`(select count(*)::int from seat_holding h where h.order_id = seat_order.id)`,
      files: sql<number>`(select count(*)::int from seat_order_file f where f.order_id = seat_order.id)`,
    })
    .from(seatOrder)
    .where(and(eq(seatOrder.agencyId, asked.agencyId), beyond(asked.turn, madeAt, id)))
    .orderBy(...inOrder(asked.turn, madeAt, id))
    .limit(asked.limit);
  return rows as unknown as readonly ListedOrder[];
}

/** The sealed letters for people of an agency that the actor may see. */
export async function listLetterLines(tx: Tx, asked: Asked): Promise<readonly ListedLetter[]> {
  const { id, madeAt, openedAt } = seatLetter;
  const rows = await tx
    .select({
      ...{ id, madeAt, openedAt },
      ...{ userCode: seat.userCode, right: seat.right, part: seatHolding.part },
    })
    .from(seatLetter)
    .innerJoin(seatHolding, eq(seatHolding.id, seatLetter.holdingId))
    .innerJoin(seat, eq(seat.id, seatHolding.seatId))
    .where(and(eq(seatLetter.agencyId, asked.agencyId), beyond(asked.turn, madeAt, id)))
    .orderBy(...inOrder(asked.turn, madeAt, id))
    .limit(asked.limit);
  return rows as unknown as readonly ListedLetter[];
}

function beyond(turn: Turn<MomentPlace> | null, madeAt: Column, id: Column): SQL | undefined {
  if (turn === null) return undefined;
  const way = readsUp(turn, "down") ? sql`>` : sql`<`;
  return sql`(${madeAt}, ${id}) ${way} (${turn.place.at.toISOString()}::timestamptz, ${turn.place.id}::uuid)`;
}

function inOrder(turn: Turn<MomentPlace> | null, madeAt: Column, id: Column): readonly SQL[] {
  return readsUp(turn, "down") ? [asc(madeAt), asc(id)] : [desc(madeAt), desc(id)];
}
