import { desc, eq, sql } from "drizzle-orm";
import { account, agency, auditEntry, consent, lineUser, session } from "../../../db/schema/index.ts";
import type { Citizen } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";
import type { OwnFacts } from "../own-data.ts";

/** How many entries of the record are told, the latest ones. */
const recordAtMost = 2_000;

/** When an account was made, how its PIN stands, and which LINE users it is tied to. Runs as the citizen. */
export async function listOwnAccount(tx: Tx, personId: string): Promise<readonly OwnFacts[]> {
  const accounts = await tx
    .select({ madeAt: account.createdAt, pinChangedAt: account.pinChangedAt, wrongPins: account.pinWrong })
    .from(account)
    .where(eq(account.personId, personId));
  const users = await tx
    .select({
      channel: lineUser.channel,
      lineUserId: lineUser.lineUserId,
      linkedAt: lineUser.linkedAt,
      language: lineUser.language,
      largeText: lineUser.largeText,
    })
    .from(lineUser)
    .where(eq(lineUser.personId, personId));
  return [...accounts, ...users].map(told);
}

/** The sessions of the LINE user who asks. */
export async function listOwnDevices(
  tx: Tx,
  { lineUserId }: Pick<Citizen, "lineUserId">,
): Promise<readonly OwnFacts[]> {
  const rows = await tx
    .select({
      device: session.device,
      via: session.via,
      signedInAt: session.signedInAt,
      lastUsedAt: session.lastUsedAt,
      endedAt: session.endedAt,
    })
    .from(session)
    .where(eq(session.lineUserId, lineUserId))
    .orderBy(desc(session.signedInAt));
  return rows.map(told);
}

/** What a person answered to the consent text, latest first. */
export async function listOwnConsents(tx: Tx, personId: string): Promise<readonly OwnFacts[]> {
  const rows = await tx
    .select({
      version: consent.version,
      answer: consent.answer,
      answeredAt: consent.answeredAt,
      via: consent.via,
    })
    .from(consent)
    .where(eq(consent.personId, personId))
    .orderBy(desc(consent.answeredAt));
  return rows.map(told);
}

/** Who looked at a person, when, what and what for, latest first. Which member of staff it was the agency answers. */
export async function listOwnLooks(tx: Tx, personId: string): Promise<readonly OwnFacts[]> {
  const rows = await tx.execute<OwnFacts>(sql`
    select l.at, a.name_th as agency, l.what, l.purpose from (
      select at, agency_id, what, purpose from look where person_id = ${personId}
      union all
      select b.at, b.agency_id, b.what, b.purpose from bulk_look b
      where exists (select from visit v where v.person_id = ${personId} and v.agency_id = b.agency_id
        and v.day between b.from_day and b.until_day)
    ) l join agency a on a.id = l.agency_id order by l.at desc`);
  return [...rows].map(told);
}

/** What was done about a person, by whom as far as kinds go, latest first. */
export async function listOwnRecord(tx: Tx, personId: string): Promise<readonly OwnFacts[]> {
  const rows = await tx
    .select({
      at: auditEntry.at,
      action: auditEntry.action,
      by: auditEntry.actorKind,
      agency: agency.nameTh,
    })
    .from(auditEntry)
    .leftJoin(agency, eq(agency.id, auditEntry.agencyId))
    .where(eq(auditEntry.personId, personId))
    .orderBy(desc(auditEntry.at))
    .limit(recordAtMost);
  return rows.map(told);
}

/** Moments as the text of ISO 8601; all else as it is. */
export function told(row: Readonly<Record<string, unknown>>): OwnFacts {
  const plain = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof Date ? value.toISOString() : value,
  ]);
  return Object.fromEntries(plain) as OwnFacts;
}
