import { and, eq, gt, gte, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { agency, seat, seatHolding, seatSession, softToken } from "../../../db/schema/index.ts";
import { holderName, type HolderFacts, type SeatPart } from "../../credentials/holding.ts";
import { seatIdleSeconds } from "../../credentials/seat-session.ts";
import type { SeatRight } from "../../credentials/seat.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { SignedInSeat } from "../signed-in-seat.ts";

/**
 * Who is signed in by a session of a seat, as things stand now: the session whole, neither ended nor outlived nor unused
 * for too long, its time in the seat live and its last day not past, its key live or renewed and its certificate good. The rule of
 * db/sql/70-open-seat-session.sql, asked by the id of the session. Runs as the gate.
 */
export async function findSignedInSeat(
  { vault, clock }: Pick<Ports, "vault" | "clock">,
  tx: Tx,
  sessionId: string,
): Promise<SignedInSeat | null> {
  const now = clock.now();
  const idleSince = new Date(now.getTime() - seatIdleSeconds * 1000);
  const [row] = await tx
    .select({ session: seatSession, holding: seatHolding, seat, agency })
    .from(seatSession)
    .innerJoin(seatHolding, and(eq(seatHolding.id, seatSession.holdingId), eq(seatHolding.state, "live")))
    .innerJoin(softToken, and(eq(softToken.id, seatSession.softTokenId), gt(softToken.notAfter, now)))
    .innerJoin(seat, eq(seat.id, seatSession.seatId))
    .innerJoin(agency, eq(agency.id, seatSession.agencyId))
    .where(
      and(
        eq(seatSession.id, sessionId),
        isNull(seatSession.endedAt),
        isNotNull(seatSession.factorAt),
        gt(seatSession.expiresAt, now),
        gt(seatSession.lastUsedAt, idleSince),
        inArray(softToken.state, ["live", "renewed"]),
        eq(seatHolding.mustChangePassword, false),
        or(isNull(seatHolding.endsOn), gte(seatHolding.endsOn, bangkokDay(now))),
      ),
    );
  return row?.session.factorAt ? signedInOf(vault, { ...row, factorAt: row.session.factorAt }) : null;
}

interface Row {
  readonly session: typeof seatSession.$inferSelect;
  readonly holding: typeof seatHolding.$inferSelect;
  readonly seat: typeof seat.$inferSelect;
  readonly agency: typeof agency.$inferSelect;
  readonly factorAt: Date;
}

function signedInOf(vault: Ports["vault"], { session, holding, seat, agency, factorAt }: Row): SignedInSeat {
  const place = { table: "seat_holding", rowId: holding.id };
  return {
    sessionId: session.id,
    personId: holding.personId,
    name: holderName(vault.open<HolderFacts>(holding.dataKey, place, holding.sealed)),
    seatId: seat.id,
    holdingId: holding.id,
    userCode: seat.userCode,
    right: seat.right as SeatRight,
    part: holding.part as SeatPart,
    agencyId: agency.id,
    agencyTh: agency.nameTh,
    agencyEn: agency.nameEn,
    factorAt,
  };
}
