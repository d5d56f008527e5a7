import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { consoleLink, limitCount, lineUser, session, staffSession } from "../../db/schema/index.ts";
import { staffFullName, type StaffFacts } from "../agencies/staff.ts";
import {
  halfStaffSessionSeconds,
  sessionLifeSeconds,
  staffIdleSeconds,
  staffSessionLifeSeconds,
  unlockedIdleSeconds,
  useWrittenEverySeconds,
} from "../identity/session.ts";
import type { LineUser, StaffLevel } from "../kernel/actor.ts";
import { parseLanguage, type Language } from "../kernel/language.ts";
import type { Database, Ports, Tx } from "../ports.ts";
import type { CitizenSession, HalfStaffSession, SessionVia, StaffSession, StaffVia } from "./env.ts";

interface OpenedRow {
  session_id: string;
  channel: string;
  line_user_id: string;
  person_id: string | null;
  via: SessionVia;
  unlocked: boolean;
  checked: boolean;
  language: string;
  large_text: boolean;
}

/** Opens the session behind a cookie's hash: one round trip. Null: none, ended or outlived. */
export async function openSession(
  db: Database,
  tokenHash: Uint8Array,
  now: Date,
): Promise<CitizenSession | null> {
  const [row] = await db.hot<OpenedRow[]>`select * from open_session(${Buffer.from(tokenHash)},
    ${now.toISOString()}, ${`${sessionLifeSeconds} s`}, ${`${unlockedIdleSeconds} s`},
    ${`${useWrittenEverySeconds} s`})`;
  if (!row) return null;
  return {
    id: row.session_id,
    tokenHash,
    channel: row.channel,
    lineUserId: row.line_user_id,
    personId: row.person_id,
    via: row.via,
    unlocked: row.unlocked,
    checked: row.checked,
    language: parseLanguage(row.language) ?? "th",
    largeText: row.large_text,
  };
}

export interface NewSession extends LineUser {
  readonly id: string;
  readonly tokenHash: Uint8Array;
  readonly via: SessionVia;
  readonly device: string;
  readonly language: Language;
  readonly now: Date;
  /** True: a password opened it, so that nothing more is asked. */
  readonly unlocked?: boolean;
}

/** Keeps a new session, and the LINE user when never seen before. Runs as the gate. */
export async function insertSession(tx: Tx, made: NewSession): Promise<void> {
  const { id, tokenHash, channel, lineUserId, via, device, language, now, unlocked = false } = made;
  await tx
    .insert(lineUser)
    .values({ channel, lineUserId, language, largeText: false, createdAt: now })
    .onConflictDoNothing();
  await tx.insert(session).values({
    ...{ tokenHash, id, channel, lineUserId, via, device },
    ...{ signedInAt: now, lastUsedAt: now, unlockedAt: unlocked ? now : null },
  });
}

/** Unlocks a session and gives it a new cookie value, so that the old one is worth nothing. */
export async function unlockSession(tx: Tx, id: string, tokenHash: Uint8Array, now: Date): Promise<void> {
  await tx
    .update(session)
    .set({ tokenHash, unlockedAt: now, lastUsedAt: now })
    .where(and(eq(session.id, id), isNull(session.endedAt)));
}

/** Ends one session of a LINE user. Somebody else's id changes nothing. */
export async function endSession(tx: Tx, user: LineUser, id: string, now: Date): Promise<void> {
  await tx
    .update(session)
    .set({ endedAt: now })
    .where(and(openOf(user), eq(session.id, id)));
}

function openOf({ channel, lineUserId }: LineUser) {
  return and(eq(session.channel, channel), eq(session.lineUserId, lineUserId), isNull(session.endedAt));
}

/** Takes a console link once and opens a staff session. False: not a live link. */
export async function enterByLink(
  tx: Tx,
  linkHash: Uint8Array,
  made: { id: string; tokenHash: Uint8Array; staffId: string; device: string; now: Date },
): Promise<boolean> {
  const [link] = await tx
    .update(consoleLink)
    .set({ usedAt: made.now })
    .where(
      and(
        eq(consoleLink.tokenHash, linkHash),
        gt(consoleLink.expiresAt, made.now),
        isNull(consoleLink.usedAt),
      ),
    )
    .returning();
  if (!link) return false;
  const expiresAt = new Date(made.now.getTime() + staffSessionLifeSeconds * 1000);
  const { id, staffId, tokenHash, device, now } = made;
  await tx.insert(staffSession).values({
    tokenHash,
    id,
    staffId,
    agencyId: link.agencyId,
    level: "facility_admin",
    via: "link",
    device,
    factorAt: now,
    signedInAt: now,
    lastUsedAt: now,
    expiresAt,
  });
  return true;
}

export interface NewStaffSession {
  readonly tokenHash: Uint8Array;
  readonly id: string;
  readonly staffId: string;
  readonly agencyId: string;
  readonly level: StaffLevel;
  readonly device: string;
  readonly now: Date;
}

/** Keeps a session after the password: it opens nothing but the second step, and not for long. Runs as the gate. */
export async function insertHalfStaffSession(tx: Tx, { now, ...made }: NewStaffSession): Promise<void> {
  const expiresAt = new Date(now.getTime() + halfStaffSessionSeconds * 1000);
  await tx.insert(staffSession).values({
    ...made,
    via: "password",
    factorAt: null,
    signedInAt: now,
    lastUsedAt: now,
    expiresAt,
  });
}

/** The second step is done: the session is whole, for a working day, under a new cookie value. Runs as the gate. */
export async function completeStaffSession(
  tx: Tx,
  id: string,
  tokenHash: Uint8Array,
  now: Date,
): Promise<void> {
  const expiresAt = new Date(now.getTime() + staffSessionLifeSeconds * 1000);
  await tx
    .update(staffSession)
    .set({ tokenHash, factorAt: now, lastUsedAt: now, expiresAt })
    .where(and(eq(staffSession.id, id), isNull(staffSession.endedAt), isNull(staffSession.factorAt)));
}

/** True when the session behind a cookie's hash ended because the account came in elsewhere. Runs as the gate. */
export async function isEndedElsewhere(tx: Tx, tokenHash: Uint8Array): Promise<boolean> {
  const [row] = await tx
    .select({ endedElsewhere: staffSession.endedElsewhere })
    .from(staffSession)
    .where(eq(staffSession.tokenHash, tokenHash));
  return row?.endedElsewhere ?? false;
}

/** Ends one console session. Runs as the gate. */
export async function endStaffSession(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .update(staffSession)
    .set({ endedAt: now })
    .where(and(eq(staffSession.id, id), isNull(staffSession.endedAt)));
}

interface OpenedStaffRow {
  session_id: string;
  staff_id: string;
  agency_id: string;
  level: StaffLevel;
  via: StaffVia;
  factor_at: string | null;
  accepted_at: string | null;
  agency_name_th: string;
  agency_name_en: string;
  /** What the account's person is called, sealed under their key; null: came by a link. */
  data_key: Uint8Array | null;
  sealed: Uint8Array | null;
}

/**
 * Opens the console session behind a cookie's hash in one round trip: whole, or half while the second step is to
 * come. Null: none, ended, outlived, unused for too long, or the account may not come in any more.
 */
export async function openStaffSession(
  { db, vault }: Pick<Ports, "db" | "vault">,
  tokenHash: Uint8Array,
  now: Date,
): Promise<{ readonly whole: StaffSession } | { readonly half: HalfStaffSession } | null> {
  const [row] = await db.hot<OpenedStaffRow[]>`select * from open_staff_session(${Buffer.from(tokenHash)},
    ${now.toISOString()}, ${`${staffIdleSeconds} s`}, ${`${useWrittenEverySeconds} s`})`;
  if (!row) return null;
  const half = { id: row.session_id, staffId: row.staff_id, agencyId: row.agency_id };
  if (row.factor_at === null) return { half };
  const agency = { nameTh: row.agency_name_th, nameEn: row.agency_name_en };
  const { level, via } = row;
  return {
    whole: { ...half, agency, level, via, name: nameOf(vault, row), accepted: row.accepted_at !== null },
  };
}

function nameOf(
  vault: Ports["vault"],
  { staff_id: rowId, data_key: key, sealed }: OpenedStaffRow,
): string | null {
  return key && sealed ? staffFullName(vault.open<StaffFacts>(key, { table: "staff", rowId }, sealed)) : null;
}

/** So many sign-ins under one key in a bucket of so many seconds. */
export interface SignInLimit {
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

/** Counts one more sign-in under a limit and answers how many there are in this bucket. Runs as the gate. */
export async function countSignIn(tx: Tx, limit: SignInLimit, key: string, now: Date): Promise<number> {
  const length = limit.seconds * 1000;
  const bucket = new Date(Math.floor(now.getTime() / length) * length);
  const [row] = await tx
    .insert(limitCount)
    .values({ name: limit.name, key, bucket, count: 1 })
    .onConflictDoUpdate({
      target: [limitCount.name, limitCount.key, limitCount.bucket],
      set: { count: sql`${limitCount.count} + 1` },
    })
    .returning({ count: limitCount.count });
  return row?.count ?? 0;
}
