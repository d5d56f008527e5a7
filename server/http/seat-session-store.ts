import { and, eq, isNull, sql } from "drizzle-orm";
import {
  activation,
  lostPhone,
  seatHolding,
  seatSession,
  seatTry,
  signInChallenge,
  softToken,
} from "../../db/schema/index.ts";
import { holderName, type HolderFacts, type HoldingState, type SeatPart } from "../credentials/holding.ts";
import {
  halfSeatSessionSeconds,
  seatIdleSeconds,
  seatSessionLifeSeconds,
  type SeatSession,
  type WholeSeatSession,
} from "../credentials/seat-session.ts";
import type { SeatRight } from "../credentials/seat.ts";
import type { UserCode } from "../credentials/user-code.ts";
import { useWrittenEverySeconds } from "../identity/session.ts";
import type { Ports, Tx } from "../ports.ts";

interface OpenedSeatRow {
  session_id: string;
  agency_id: string;
  issuer_id: string;
  seat_id: string;
  holding_id: string;
  person_id: string;
  user_code: string;
  seat_right: SeatRight;
  part: SeatPart;
  holding_state: HoldingState;
  must_change_password: boolean;
  password_set_at: string | null;
  factor_at: string | null;
  soft_token_id: string | null;
  not_after: string | null;
  agency_name_th: string;
  agency_name_en: string;
  data_key: Uint8Array;
  sealed: Uint8Array;
}

/**
 * Opens the seat session behind a cookie's hash in one round trip: whole, or half before the phone signed. Null: none,
 * ended, outlived, unused for too long, or its time in the seat or its key is over.
 */
export async function openSeatSession(
  { db, vault }: Pick<Ports, "db" | "vault">,
  tokenHash: Uint8Array,
  now: Date,
): Promise<{ readonly whole: WholeSeatSession } | { readonly half: SeatSession } | null> {
  const [row] = await db.hot<OpenedSeatRow[]>`select * from open_seat_session(${Buffer.from(tokenHash)},
    ${now.toISOString()}, ${`${seatIdleSeconds} s`}, ${`${useWrittenEverySeconds} s`})`;
  if (!row) return null;
  const place = { table: "seat_holding", rowId: row.holding_id };
  const half: SeatSession = {
    id: row.session_id,
    agencyId: row.agency_id,
    issuerId: row.issuer_id,
    agency: { nameTh: row.agency_name_th, nameEn: row.agency_name_en },
    seatId: row.seat_id,
    userCode: row.user_code as UserCode,
    right: row.seat_right,
    holdingId: row.holding_id,
    holdingState: row.holding_state,
    part: row.part,
    personId: row.person_id,
    name: holderName(vault.open<HolderFacts>(row.data_key, place, row.sealed)),
    mustChangePassword: row.must_change_password,
    passwordSetAt: row.password_set_at === null ? null : new Date(row.password_set_at),
  };
  const { factor_at: factorAt, soft_token_id: softTokenId, not_after: notAfter } = row;
  if (factorAt === null || softTokenId === null || notAfter === null) return { half };
  return { whole: { ...half, factorAt: new Date(factorAt), softTokenId, notAfter: new Date(notAfter) } };
}

export interface NewSeatSession {
  readonly tokenHash: Uint8Array;
  readonly id: string;
  readonly agencyId: string;
  readonly seatId: string;
  readonly holdingId: string;
  readonly device: string;
  readonly now: Date;
}

/** Keeps a session after the password: it opens registration and the phone's challenge only. Runs as the gate. */
export async function insertHalfSeatSession(tx: Tx, { now, ...made }: NewSeatSession): Promise<void> {
  const expiresAt = new Date(now.getTime() + halfSeatSessionSeconds * 1000);
  await tx
    .insert(seatSession)
    .values({ ...made, factorAt: null, signedInAt: now, lastUsedAt: now, expiresAt });
}

/**
 * The phone signed: the session is whole, for a working day, under a new cookie value, and the tries at that part of
 * its seat start over. Runs as the gate.
 */
export async function completeSeatSession(
  tx: Tx,
  made: {
    readonly id: string;
    readonly tokenHash: Uint8Array;
    readonly softTokenId: string;
    readonly now: Date;
  },
): Promise<void> {
  const { id, tokenHash, softTokenId, now } = made;
  const expiresAt = new Date(now.getTime() + seatSessionLifeSeconds * 1000);
  const [row] = await tx
    .update(seatSession)
    .set({ tokenHash, softTokenId, factorAt: now, lastUsedAt: now, expiresAt })
    .where(and(eq(seatSession.id, id), isNull(seatSession.endedAt), isNull(seatSession.factorAt)))
    .returning({ seatId: seatSession.seatId, holdingId: seatSession.holdingId });
  if (!row) return;
  const [held] = await tx
    .select({ part: seatHolding.part })
    .from(seatHolding)
    .where(eq(seatHolding.id, row.holdingId));
  if (held) await tx.delete(seatTry).where(and(eq(seatTry.seatId, row.seatId), eq(seatTry.part, held.part)));
}

/** Ends one seat session. Runs as the gate. */
export async function endSeatSession(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .update(seatSession)
    .set({ endedAt: now })
    .where(and(eq(seatSession.id, id), isNull(seatSession.endedAt)));
}

/** Why a session was ended from elsewhere, of the reasons its holder is told. */
export type SeatOver = "phone_lost" | "denied" | "key_disabled" | "password_over";

/**
 * Why the session behind a cookie's hash was ended: its phone was reported lost, answered “ไม่ใช่ฉัน” or had its tenth
 * wrong PIN at that moment, or a granted request took the password away. Null: there is none, it is not ended, or it ended otherwise. Runs as the gate.
 */
export async function findWhySeatOver(tx: Tx, tokenHash: Uint8Array): Promise<SeatOver | null> {
  const [row] = await tx
    .select({
      endedAt: seatSession.endedAt,
      passwordSetAt: seatHolding.passwordSetAt,
      isLost: sql<boolean>`exists (select from ${lostPhone} where ${lostPhone.holdingId} = ${seatSession.holdingId}
        and ${lostPhone.stoppedAt} = ${seatSession.endedAt})`,
      isDenied: sql<boolean>`exists (select from ${signInChallenge}
        where ${signInChallenge.seatId} = ${seatSession.seatId}
        and ${signInChallenge.madeAt} between ${seatSession.endedAt} - interval '1 hour' and ${seatSession.endedAt}
        and ${signInChallenge.holdingId} = ${seatSession.holdingId} and ${signInChallenge.state} = 'denied'
        and ${signInChallenge.endedAt} = ${seatSession.endedAt})
        or exists (select from ${activation} where ${activation.holdingId} = ${seatSession.holdingId}
        and ${activation.deniedAt} = ${seatSession.endedAt})`,
      isDisabled: sql<boolean>`exists (select from ${softToken}
        where ${softToken.holdingId} = ${seatSession.holdingId} and ${softToken.state} = 'disabled'
        and ${softToken.endedAt} = ${seatSession.endedAt})`,
    })
    .from(seatSession)
    .innerJoin(seatHolding, eq(seatHolding.id, seatSession.holdingId))
    .where(eq(seatSession.tokenHash, tokenHash));
  if (!row || row.endedAt === null) return null;
  if (row.isLost) return "phone_lost";
  if (row.isDenied) return "denied";
  if (row.isDisabled) return "key_disabled";
  return row.passwordSetAt === null ? "password_over" : null;
}
