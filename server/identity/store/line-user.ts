import { and, eq } from "drizzle-orm";
import { lineUser } from "../../../db/schema/index.ts";
import type { LineUser } from "../../kernel/actor.ts";
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
