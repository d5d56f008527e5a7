import { and, desc, eq, ne } from "drizzle-orm";
import { lineUser } from "../../../db/schema/index.ts";
import type { LineUser } from "../../kernel/actor.ts";
import { webChannel } from "../account-door.ts";
import type { Language } from "../../kernel/language.ts";
import type { Tx } from "../../ports.ts";

/** A LINE user as we keep them. */
export interface KeptLineUser extends LineUser {
  readonly personId: string | null;
  readonly blockedAt: Date | null;
  readonly language: Language;
  readonly largeText: boolean;
}

/** The LINE user whom a person's account is linked to in a channel, if any. */
export async function findLink(tx: Tx, channel: string, personId: string): Promise<KeptLineUser | null> {
  const [row] = await tx
    .select()
    .from(lineUser)
    .where(and(eq(lineUser.channel, channel), eq(lineUser.personId, personId)));
  return row ? keptOf(row) : null;
}

/** The person a LINE user is linked to; null: nobody, or it was never here. */
export async function findLinkedPerson(tx: Tx, user: LineUser): Promise<string | null> {
  const [row] = await tx.select({ personId: lineUser.personId }).from(lineUser).where(isUser(user));
  return row?.personId ?? null;
}

/** The LINE user a person is linked to, in whatever channel of LINE: never a browser without it. */
export async function findLineLink(tx: Tx, personId: string): Promise<KeptLineUser | null> {
  const [row] = await tx
    .select()
    .from(lineUser)
    .where(and(eq(lineUser.personId, personId), ne(lineUser.channel, webChannel)))
    .orderBy(desc(lineUser.linkedAt))
    .limit(1);
  return row ? keptOf(row) : null;
}

/**
 * The person's user of the web channel; of two made at once one stays, and both find it. Runs as the gate.
 */
export async function ensureWebUser(tx: Tx, made: LineUser, personId: string, now: Date): Promise<LineUser> {
  const look = { language: "th", largeText: false };
  await tx
    .insert(lineUser)
    .values({ ...made, personId, linkedAt: now, createdAt: now, ...look })
    .onConflictDoNothing();
  const kept = await findLink(tx, webChannel, personId);
  if (!kept) throw new Error("a web user that was just kept is not there");
  return { channel: kept.channel, lineUserId: kept.lineUserId };
}

/** Ties a LINE user to a person's account. Runs as the gate, after `unlinkPerson`. */
export async function linkPerson(tx: Tx, user: LineUser, personId: string, now: Date): Promise<void> {
  await tx.update(lineUser).set({ personId, linkedAt: now }).where(isUser(user));
}

/** Unties whoever was linked to a person in a channel. */
export async function unlinkPerson(tx: Tx, channel: string, personId: string): Promise<void> {
  await tx
    .update(lineUser)
    .set({ personId: null, linkedAt: null })
    .where(and(eq(lineUser.channel, channel), eq(lineUser.personId, personId)));
}

function isUser({ channel, lineUserId }: LineUser) {
  return and(eq(lineUser.channel, channel), eq(lineUser.lineUserId, lineUserId));
}

function keptOf(row: typeof lineUser.$inferSelect): KeptLineUser {
  const { channel, lineUserId, personId, blockedAt, largeText } = row;
  return { channel, lineUserId, personId, blockedAt, largeText, language: row.language as Language };
}
