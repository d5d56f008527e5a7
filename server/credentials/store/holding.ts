import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { approverSide, seat, seatHolding } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { HolderFacts, HoldingEnd, HoldingState, SeatPart } from "../holding.ts";
import type { SeatRight } from "../seat.ts";
import { sideOf } from "../seat.ts";
import type { HeldPlace } from "../separation.ts";
import type { UserCode } from "../user-code.ts";
import { holdingColumns, type HoldingRow } from "./holding-columns.ts";

/** One person's time in a seat, opened. */
export interface KeptHolding {
  readonly id: string;
  readonly agencyId: string;
  readonly issuerId: string;
  readonly seatId: string;
  readonly userCode: UserCode;
  readonly right: SeatRight;
  readonly part: SeatPart;
  readonly state: HoldingState;
  readonly personId: string;
  /** Wrapped; it seals the facts. */
  readonly dataKey: Uint8Array;
  readonly facts: HolderFacts;
  readonly orderId: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** Null: they have no password. */
  readonly passwordSetAt: Date | null;
  readonly mustChangePassword: boolean;
  /** From when a new key may be made without a registration; null: not granted. */
  readonly newKeyFrom: Date | null;
  /** The last of the reminders that the certificate ends (30, 7, 1 days) that was sent. */
  readonly remindedDays: number | null;
  readonly namedAt: Date;
  readonly liveAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: HoldingEnd | null;
}

type Sealer = Pick<Ports, "vault">;

const columns = { holding: holdingColumns, userCode: seat.userCode };

function rows(tx: Tx) {
  return tx.select(columns).from(seatHolding).innerJoin(seat, eq(seat.id, seatHolding.seatId)).$dynamic();
}

function keptOf(ports: Sealer, row: { holding: HoldingRow; userCode: string }): KeptHolding {
  const { holding, userCode } = row;
  return {
    ...holding,
    userCode: userCode as UserCode,
    right: holding.right as SeatRight,
    part: holding.part as SeatPart,
    state: holding.state as HoldingState,
    endReason: holding.endReason as HoldingEnd | null,
    facts: ports.vault.open<HolderFacts>(holding.dataKey, placeOf(holding.id), holding.sealed),
  };
}

function placeOf(rowId: string) {
  return { table: "seat_holding", rowId };
}

/** A time in a seat, if the actor may see it. */
export async function findHolding(ports: Sealer, tx: Tx, id: string): Promise<KeptHolding | null> {
  const [row] = await rows(tx).where(eq(seatHolding.id, id));
  return row ? keptOf(ports, row) : null;
}

/** Who is in a seat now, by its code and their part, if the actor may see it; null: nobody. */
export async function findLiveHolding(
  ports: Sealer,
  tx: Tx,
  userCode: UserCode,
  part: SeatPart,
): Promise<KeptHolding | null> {
  const [row] = await rows(tx).where(
    and(eq(seat.userCode, userCode), eq(seatHolding.part, part), eq(seatHolding.state, "live")),
  );
  return row ? keptOf(ports, row) : null;
}

/** The same, locked until the transaction ends: whoever changes it waits. */
export async function lockHolding(ports: Sealer, tx: Tx, id: string): Promise<KeptHolding | null> {
  const [row] = await rows(tx).where(eq(seatHolding.id, id)).for("update", { of: seatHolding });
  return row ? keptOf(ports, row) : null;
}

/** Whoever is live in a part of a seat, locked until the transaction ends; null: nobody is. */
export async function lockLiveHolding(
  ports: Sealer,
  tx: Tx,
  seatId: string,
  part: SeatPart,
): Promise<KeptHolding | null> {
  const isLive = and(
    eq(seatHolding.seatId, seatId),
    eq(seatHolding.part, part),
    eq(seatHolding.state, "live"),
  );
  const [row] = await rows(tx).where(isLive).for("update", { of: seatHolding });
  return row ? keptOf(ports, row) : null;
}

/** Everybody who is named to a seat or in it, holders first. */
export async function listHoldingsOfSeat(
  ports: Sealer,
  tx: Tx,
  seatId: string,
): Promise<readonly KeptHolding[]> {
  const found = await rows(tx)
    .where(and(eq(seatHolding.seatId, seatId), ne(seatHolding.state, "ended")))
    .orderBy(desc(seatHolding.part), seatHolding.namedAt);
  return found.map((row) => keptOf(ports, row));
}

/** Where a person stands at an agency now: named or live, in which seats. */
export async function listPlacesOfPerson(
  tx: Tx,
  agencyId: string,
  personId: string,
): Promise<readonly HeldPlace[]> {
  const found = await tx
    .select({
      right: seatHolding.right,
      part: seatHolding.part,
      state: seatHolding.state,
      userCode: seat.userCode,
    })
    .from(seatHolding)
    .innerJoin(seat, eq(seat.id, seatHolding.seatId))
    .where(
      and(
        eq(seatHolding.agencyId, agencyId),
        eq(seatHolding.personId, personId),
        inArray(seatHolding.state, ["named", "live"]),
      ),
    );
  return found as readonly HeldPlace[];
}

export interface NewHolding {
  readonly id: string;
  readonly agencyId: string;
  readonly issuerId: string;
  readonly seatId: string;
  readonly right: SeatRight;
  readonly part: SeatPart;
  readonly personId: string;
  readonly facts: HolderFacts;
  readonly orderId: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly namedBy: string | null;
  readonly now: Date;
}

/**
 * Keeps somebody newly named to a seat, and the side of approving they come to stand on. Throws on a constraint when the
 * person stands on the other side of the agency (`seat_holding_side`), or somebody of that part is named already.
 */
export async function insertHolding(ports: Sealer, tx: Tx, made: NewHolding): Promise<void> {
  const { facts, now, ...row } = made;
  const side = sideOf(row.right);
  if (side !== null) await standOn(tx, row, side);
  const dataKey = ports.vault.newDataKey();
  const sealed = ports.vault.seal(dataKey, placeOf(row.id), facts);
  await tx.insert(seatHolding).values({ ...row, state: "named", dataKey, sealed, namedAt: now });
}

/** The person's side becomes this one; the database refuses while a place of the other side hangs on it. */
async function standOn(
  tx: Tx,
  { agencyId, issuerId, personId }: Pick<NewHolding, "agencyId" | "issuerId" | "personId">,
  side: string,
): Promise<void> {
  await tx
    .insert(approverSide)
    .values({ agencyId, issuerId, personId, side })
    .onConflictDoUpdate({ target: [approverSide.agencyId, approverSide.personId], set: { side } });
}

export interface HoldingChange {
  readonly orderId?: string;
  readonly state?: HoldingState;
  /** The last day; with a reason beside it, an end that is planned. */
  readonly endsOn?: string | null;
  readonly liveAt?: Date;
  readonly endedAt?: Date;
  readonly endReason?: HoldingEnd | null;
  readonly passwordHash?: Uint8Array | null;
  readonly passwordSetAt?: Date | null;
  readonly mustChangePassword?: boolean;
  readonly remindedDays?: number | null;
  readonly newKeyFrom?: Date | null;
  readonly facts?: HolderFacts;
}

/** Changes a time in a seat; the database holds its ways. */
export async function saveHolding(
  ports: Sealer,
  tx: Tx,
  { id, dataKey }: Pick<KeptHolding, "id" | "dataKey">,
  { facts, ...change }: HoldingChange,
): Promise<void> {
  const sealed = facts ? { sealed: ports.vault.seal(dataKey, placeOf(id), facts) } : {};
  await tx
    .update(seatHolding)
    .set({ ...change, ...sealed })
    .where(eq(seatHolding.id, id));
}
