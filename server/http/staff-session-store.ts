import { and, eq, gt, isNull } from "drizzle-orm";
import { consoleLink, staffSession } from "../../db/schema/index.ts";
import { isDemanded } from "../agencies/soft-token-demand.ts";
import type { StaffFactor } from "../agencies/staff-factor.ts";
import { staffFullName, type StaffFacts } from "../agencies/staff.ts";
import {
  halfStaffSessionSeconds,
  staffIdleSeconds,
  staffSessionLifeSeconds,
  useWrittenEverySeconds,
} from "../identity/session.ts";
import type { StaffLevel } from "../kernel/actor.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import type { Ports, Tx } from "../ports.ts";
import type { HalfStaffSession, StaffSession, StaffVia } from "./env.ts";

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
  {
    id,
    tokenHash,
    factor,
    now,
  }: {
    readonly id: string;
    readonly tokenHash: Uint8Array;
    readonly factor: StaffFactor;
    readonly now: Date;
  },
): Promise<void> {
  const expiresAt = new Date(now.getTime() + staffSessionLifeSeconds * 1000);
  await tx
    .update(staffSession)
    .set({ tokenHash, factor, factorAt: now, lastUsedAt: now, expiresAt })
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
  /** From which day the agency lets in by Soft Token alone; null: it does not, or this session came by one. */
  soft_token_from: BangkokDay | null;
}

/** What opened: a whole session, a half one, or one that is whole but lacks the Soft Token its agency demands by now. */
export type OpenedStaff =
  { readonly whole: StaffSession } | { readonly half: HalfStaffSession } | { readonly barred: StaffSession };

/**
 * Opens the console session behind a cookie's hash in one round trip: whole, or half while the second step is to
 * come, or barred where the agency demands a Soft Token and it came by another step. Null: none, ended, outlived, unused for too long, or the account may not come in any more.
 */
export async function openStaffSession(
  { db, vault }: Pick<Ports, "db" | "vault">,
  tokenHash: Uint8Array,
  now: Date,
): Promise<OpenedStaff | null> {
  const [row] = await db.hot<OpenedStaffRow[]>`select * from open_staff_session(${Buffer.from(tokenHash)},
    ${now.toISOString()}, ${`${staffIdleSeconds} s`}, ${`${useWrittenEverySeconds} s`})`;
  if (!row) return null;
  const softTokenFrom = row.soft_token_from;
  const half = { id: row.session_id, staffId: row.staff_id, agencyId: row.agency_id, softTokenFrom };
  if (row.factor_at === null) return { half };
  const agency = { nameTh: row.agency_name_th, nameEn: row.agency_name_en };
  const { level, via } = row;
  const whole = { ...half, agency, level, via, name: nameOf(vault, row), accepted: row.accepted_at !== null };
  return isDemanded(softTokenFrom, now) ? { barred: whole } : { whole };
}

function nameOf(
  vault: Ports["vault"],
  { staff_id: rowId, data_key: key, sealed }: OpenedStaffRow,
): string | null {
  return key && sealed ? staffFullName(vault.open<StaffFacts>(key, { table: "staff", rowId }, sealed)) : null;
}
