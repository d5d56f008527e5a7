import { and, desc, eq, isNull } from "drizzle-orm";
import { consent } from "../../../db/schema/index.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";
import type { AnsweredConsent, ConsentAnswer } from "../consent.ts";

export interface NewConsent {
  readonly id: string;
  readonly user: LineUser;
  readonly personId: string | null;
  readonly version: string;
  readonly answer: ConsentAnswer;
  readonly language: string;
  /** "liff" or "browser". */
  readonly via: string;
  readonly now: Date;
}

/** Keeps one answer to the consent text; none is ever changed. */
export async function insertConsent(tx: Tx, made: NewConsent): Promise<void> {
  const { user, now, ...row } = made;
  await tx.insert(consent).values({
    ...row,
    channel: user.channel,
    lineUserId: user.lineUserId,
    answeredAt: now,
  });
}

/** Gives the answers of a LINE user who has just registered to their person. Runs as that visitor. */
export async function claimConsents(tx: Tx, user: LineUser, personId: string): Promise<void> {
  await tx
    .update(consent)
    .set({ personId })
    .where(
      and(
        eq(consent.channel, user.channel),
        eq(consent.lineUserId, user.lineUserId),
        isNull(consent.personId),
      ),
    );
}

/** What a person answered, latest first. */
export async function listConsents(tx: Tx, personId: string): Promise<readonly AnsweredConsent[]> {
  const rows = await tx
    .select({ version: consent.version, answer: consent.answer, answeredAt: consent.answeredAt })
    .from(consent)
    .where(eq(consent.personId, personId))
    .orderBy(desc(consent.answeredAt));
  return rows.map((row) => ({ ...row, answer: row.answer as ConsentAnswer }));
}
