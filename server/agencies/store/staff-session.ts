import { and, desc, eq, gt, isNotNull, isNull, ne } from "drizzle-orm";
import { staffSession } from "../../../db/schema/index.ts";
import { staffIdleSeconds } from "../../identity/session.ts";
import type { Tx } from "../../ports.ts";
import type { OwnSession } from "../own-account.ts";

/** The sessions of an account whose second step is done and that still open pages, last used first. */
export async function listStaffSessions(tx: Tx, staffId: string, now: Date): Promise<readonly OwnSession[]> {
  return tx
    .select({
      id: staffSession.id,
      device: staffSession.device,
      signedInAt: staffSession.signedInAt,
      lastUsedAt: staffSession.lastUsedAt,
    })
    .from(staffSession)
    .where(
      and(
        openOf(staffId),
        isNotNull(staffSession.factorAt),
        gt(staffSession.expiresAt, now),
        gt(staffSession.lastUsedAt, idleSince(now)),
      ),
    )
    .orderBy(desc(staffSession.lastUsedAt));
}

/**
 * Ends sessions of an account: all, all but the one kept, or the one named; `elsewhere` is said at the machine that was
 * put out. Answers how many of them still opened pages, which is how many machines somebody worked at.
 */
export async function endStaffSessions(
  tx: Tx,
  staffId: string,
  now: Date,
  which: { readonly keep?: string; readonly only?: string; readonly elsewhere?: boolean } = {},
): Promise<number> {
  const ended = await tx
    .update(staffSession)
    .set({ endedAt: now, endedElsewhere: which.elsewhere ?? false })
    .where(
      and(
        openOf(staffId),
        which.keep === undefined ? undefined : ne(staffSession.id, which.keep),
        which.only === undefined ? undefined : eq(staffSession.id, which.only),
      ),
    )
    .returning({
      factorAt: staffSession.factorAt,
      expiresAt: staffSession.expiresAt,
      lastUsedAt: staffSession.lastUsedAt,
    });
  return ended.filter(
    ({ factorAt, expiresAt, lastUsedAt }) =>
      factorAt !== null && now < expiresAt && idleSince(now) < lastUsedAt,
  ).length;
}

/** True for a session that is over: another machine came in while this one stood between its steps. */
export async function isSessionEnded(tx: Tx, sessionId: string): Promise<boolean> {
  const [row] = await tx
    .select({ endedAt: staffSession.endedAt })
    .from(staffSession)
    .where(eq(staffSession.id, sessionId));
  return (row?.endedAt ?? null) !== null;
}

/** Sessions last used by then are over, as db/sql/56-open-staff-session.sql opens them. */
function idleSince(now: Date): Date {
  return new Date(now.getTime() - staffIdleSeconds * 1000);
}

function openOf(staffId: string) {
  return and(eq(staffSession.staffId, staffId), isNull(staffSession.endedAt));
}
