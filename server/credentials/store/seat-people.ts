import { and, desc, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { seatHolding, softToken, tokenRegistration } from "../../../db/schema/index.ts";
import { maskEmail } from "../../kernel/email.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import {
  holderName,
  type HolderFacts,
  type HoldingEnd,
  type HoldingState,
  type SeatPart,
} from "../holding.ts";
import { standingOf } from "../seat-standing.ts";
import type { SeatPerson } from "../seat-view.ts";
import type { RegistrationState } from "../token-registration.ts";
import { holdingColumns } from "./holding-columns.ts";

type Reader = Pick<Ports, "vault" | "clock">;

/** Of the newest report of a lost phone after which no key was made. */
const lost = (column: "id" | "stopped_at") => sql<string | null>`(select l.${sql.identifier(column)}::text
  from lost_phone l where l.holding_id = ${seatHolding.id}
    and not exists (select from soft_token t where t.holding_id = l.holding_id and t.made_at > l.stopped_at)
  order by l.stopped_at desc limit 1)`;

function rows(tx: Tx) {
  const isLiveKey = and(eq(softToken.holdingId, seatHolding.id), eq(softToken.state, "live"));
  return tx
    .select({
      holding: holdingColumns,
      registration: tokenRegistration.state,
      notAfter: softToken.notAfter,
      lostPhoneId: lost("id"),
      lostAt: lost("stopped_at"),
    })
    .from(seatHolding)
    .leftJoin(tokenRegistration, eq(tokenRegistration.holdingId, seatHolding.id))
    .leftJoin(softToken, isLiveKey)
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof rows>>[number];

function personOf(ports: Reader, { holding, registration, notAfter, ...row }: Row): SeatPerson {
  const place = { table: "seat_holding", rowId: holding.id };
  const facts = ports.vault.open<HolderFacts>(holding.dataKey, place, holding.sealed);
  const state = holding.state as HoldingState;
  const lostAt = row.lostAt === null ? null : new Date(row.lostAt);
  const kept = { state, registration: registration as RegistrationState | null, notAfter, lostAt };
  const { id, seatId, orderId, namedAt, liveAt, endedAt } = holding;
  return {
    ...{ holdingId: id, seatId, state, orderId, namedAt, liveAt, endedAt },
    lostPhoneId: row.lostPhoneId,
    startsOn: holding.startsOn as BangkokDay,
    endsOn: holding.endsOn as BangkokDay | null,
    part: holding.part as SeatPart,
    standing: standingOf(kept, ports.clock.now()),
    name: holderName(facts),
    position: facts.position,
    maskedEmail: facts.email === null ? null : maskEmail(facts.email),
    endReason: holding.endReason as HoldingEnd | null,
  };
}

/** Everybody who is named to these seats or in them now. */
export async function listSeatPeople(
  ports: Reader,
  tx: Tx,
  seatIds: readonly string[],
): Promise<readonly SeatPerson[]> {
  if (seatIds.length === 0) return [];
  const found = await rows(tx).where(
    and(inArray(seatHolding.seatId, [...seatIds]), ne(seatHolding.state, "ended")),
  );
  return found.map((row) => personOf(ports, row));
}

/** Everybody who was in a seat and is no longer, the latest first: at most so many. */
export async function listPastPeople(
  ports: Reader,
  tx: Tx,
  seatId: string,
  most: number,
): Promise<readonly SeatPerson[]> {
  const found = await rows(tx)
    .where(and(eq(seatHolding.seatId, seatId), eq(seatHolding.state, "ended")))
    .orderBy(desc(seatHolding.endedAt), desc(seatHolding.id))
    .limit(most);
  return found.map((row) => personOf(ports, row));
}

/** Everybody whom an order names, in the order of naming. */
export async function listPeopleOfOrder(
  ports: Reader,
  tx: Tx,
  orderId: string,
): Promise<readonly SeatPerson[]> {
  const found = await rows(tx).where(eq(seatHolding.orderId, orderId)).orderBy(seatHolding.namedAt);
  return found.map((row) => personOf(ports, row));
}

/** One time in a seat, if the actor may see it. */
export async function findSeatPerson(ports: Reader, tx: Tx, holdingId: string): Promise<SeatPerson | null> {
  const [row] = await rows(tx).where(eq(seatHolding.id, holdingId));
  return row ? personOf(ports, row) : null;
}

/** Which of these seats somebody held once. */
export async function listHeldBefore(tx: Tx, seatIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (seatIds.length === 0) return new Set();
  const found = await tx
    .selectDistinct({ seatId: seatHolding.seatId })
    .from(seatHolding)
    .where(
      and(
        inArray(seatHolding.seatId, [...seatIds]),
        eq(seatHolding.state, "ended"),
        isNotNull(seatHolding.liveAt),
      ),
    );
  return new Set(found.map(({ seatId }) => seatId));
}
