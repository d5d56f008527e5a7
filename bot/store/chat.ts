import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { chat, delegation, lineUser, registration, serviceCode } from "../../db/schema/index.ts";
import type { LineUser } from "../../server/kernel/actor.ts";
import type { BangkokDay } from "../../server/kernel/thai-date.ts";
import type { Tx } from "../../server/ports.ts";
import type { ServiceCode, ServiceCodeStatus } from "../../server/visits/service-code.ts";
import { chatVersion, freshChat, readChat, type Chat } from "../chat.ts";
import type { KnownCode } from "../facts.ts";
import type { CodeRef } from "../say.ts";

/** A chat held until the transaction ends, so that two events of one citizen are answered one after the other. */
export interface HeldChat {
  readonly chat: Chat;
  readonly lastEventAt: Date | null;
  readonly personId: string | null;
  /** The account may see what others wrote about its person (docs/decisions/0023). */
  readonly checked: boolean;
  readonly blockedAt: Date | null;
}

/** Finds or begins the LINE user and its chat, and holds the chat. Runs as the system. */
export async function holdChat(tx: Tx, user: LineUser, now: Date): Promise<HeldChat> {
  const known = await lockChat(tx, user);
  if (known) return known;
  await beginChat(tx, user, now);
  const begun = await lockChat(tx, user);
  if (!begun) throw new Error("a chat that was just made is missing");
  return begun;
}

async function lockChat(tx: Tx, { channel, lineUserId }: LineUser): Promise<HeldChat | null> {
  const [row] = await tx
    .select({
      chat,
      personId: lineUser.personId,
      checked: sql<boolean>`is_checked(${lineUser.personId})`,
      blockedAt: lineUser.blockedAt,
    })
    .from(chat)
    .innerJoin(lineUser, and(eq(lineUser.channel, chat.channel), eq(lineUser.lineUserId, chat.lineUserId)))
    .where(and(eq(chat.channel, channel), eq(chat.lineUserId, lineUserId)))
    .for("update", { of: chat });
  if (!row) return null;
  const { version, state, lastEventAt } = row.chat;
  return {
    chat: readChat(version, state),
    lastEventAt: lastEventAt.getTime() === beginning.getTime() ? null : lastEventAt,
    personId: row.personId,
    checked: row.checked,
    blockedAt: row.blockedAt,
  };
}

async function beginChat(tx: Tx, { channel, lineUserId }: LineUser, now: Date): Promise<void> {
  await tx
    .insert(lineUser)
    .values({ channel, lineUserId, language: "th", largeText: false, createdAt: now })
    .onConflictDoNothing();
  const state = { ...freshChat };
  await tx
    .insert(chat)
    .values({ channel, lineUserId, version: chatVersion, state, lastEventAt: beginning, changedAt: now })
    .onConflictDoNothing();
}

/** Before any event of any chat. */
const beginning = new Date(0);

/** Saves where a chat stands after an event of `at`. */
export async function saveChat(
  tx: Tx,
  user: LineUser,
  saved: { chat: Chat; at: Date; now: Date },
): Promise<void> {
  await tx
    .update(chat)
    .set({ version: chatVersion, state: { ...saved.chat }, lastEventAt: saved.at, changedAt: saved.now })
    .where(and(eq(chat.channel, user.channel), eq(chat.lineUserId, user.lineUserId)));
}

/** Notes that a citizen blocked the account (a date) or came back (null). */
export async function markBlocked(tx: Tx, user: LineUser, blockedAt: Date | null): Promise<void> {
  await tx
    .update(lineUser)
    .set({ blockedAt })
    .where(and(eq(lineUser.channel, user.channel), eq(lineUser.lineUserId, user.lineUserId)));
}

/** The step at which a LINE user's unfinished registration stands; null: there is none. */
export async function findOpenRegistrationStep(tx: Tx, user: LineUser): Promise<string | null> {
  const [row] = await tx
    .select({ step: registration.step })
    .from(registration)
    .where(
      and(
        eq(registration.channel, user.channel),
        eq(registration.lineUserId, user.lineUserId),
        eq(registration.kind, "registration"),
        isNull(registration.endedAt),
      ),
    );
  return row?.step ?? null;
}

const liveStatuses = ["issued", "used", "closed"];
const codesAtMost = 20;

/** The day's live codes of a person, and those the person asked for with somebody's yes; latest first. */
export async function listDayCodes(tx: Tx, personId: string, day: BangkokDay): Promise<readonly KnownCode[]> {
  return tx
    .select(codeColumns)
    .from(serviceCode)
    .where(and(knownTo(tx, personId), eq(serviceCode.day, day), inArray(serviceCode.status, liveStatuses)))
    .orderBy(desc(serviceCode.issuedAt))
    .limit(codesAtMost);
}

/** A code by its text, when it is the person's own or one the person asked for. */
export async function findKnownCode(tx: Tx, personId: string, code: ServiceCode): Promise<CodeRef | null> {
  const [row] = await tx
    .select(codeColumns)
    .from(serviceCode)
    .where(and(eq(serviceCode.code, code), knownTo(tx, personId)));
  return row ? { personId: row.personId, codeId: row.codeId } : null;
}

const codeColumns = {
  personId: serviceCode.personId,
  codeId: serviceCode.id,
  status: sql<ServiceCodeStatus>`${serviceCode.status}`,
};

function knownTo(tx: Tx, personId: string) {
  const represented = tx
    .select({ id: delegation.forId })
    .from(delegation)
    .where(and(eq(delegation.askerId, personId), eq(delegation.state, "agreed"), isNull(delegation.endedAt)));
  const askedFor = and(inArray(serviceCode.personId, represented), eq(serviceCode.askedBy, personId));
  return or(eq(serviceCode.personId, personId), askedFor);
}
