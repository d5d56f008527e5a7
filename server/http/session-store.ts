import { and, eq, isNull, sql } from "drizzle-orm";
import { limitCount, lineUser, session } from "../../db/schema/index.ts";
import { sessionLifeSeconds, unlockedIdleSeconds, useWrittenEverySeconds } from "../identity/session.ts";
import type { LineUser } from "../kernel/actor.ts";
import { parseLanguage, type Language } from "../kernel/language.ts";
import type { Database, Tx } from "../ports.ts";
import type { CitizenSession, SessionVia } from "./env.ts";

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

/** Takes one back that `countSignIn` counted in this bucket: it was no failure. Runs as the gate. */
export async function uncountSignIn(tx: Tx, limit: SignInLimit, key: string, now: Date): Promise<void> {
  const length = limit.seconds * 1000;
  const bucket = new Date(Math.floor(now.getTime() / length) * length);
  await tx
    .update(limitCount)
    .set({ count: sql`greatest(${limitCount.count} - 1, 0)` })
    .where(and(eq(limitCount.name, limit.name), eq(limitCount.key, key), eq(limitCount.bucket, bucket)));
}
