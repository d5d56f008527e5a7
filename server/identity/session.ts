/** A citizen's session lives so long from signing in, whatever is done in it. */
export const sessionLifeSeconds = 12 * 60 * 60;
/** An unlocked session falls back to signed in after so long without use. */
export const unlockedIdleSeconds = 15 * 60;
/** The last use is written at most this often. */
export const useWrittenEverySeconds = 60;
/** A session in the console: one working day. */
export const staffSessionLifeSeconds = 12 * 60 * 60;
/** After the password, the second step is waited for so long. */
export const halfStaffSessionSeconds = 10 * 60;
/** A console session that nobody used for so long is over: an unattended counter. */
export const staffIdleSeconds = 60 * 60;

/** `signed_in`: LINE is known. `unlocked`: the PIN was given and used within its time. */
export const sessionLevels = ["ended", "signed_in", "unlocked"] as const;
export type SessionLevel = (typeof sessionLevels)[number];

/** Both levels stand in one row. */
export interface SessionRow {
  readonly signedInAt: Date;
  readonly unlockedAt: Date | null;
  readonly lastUsedAt: Date;
  readonly endedAt: Date | null;
}

export interface SessionState {
  readonly level: SessionLevel;
  /** When this level ends if nothing is done. */
  readonly endsAt: Date;
  /** True when this use must be written: the last one written is a minute old. */
  readonly writesUse: boolean;
}

/**
 * What a session is worth at `now`: the rule that db/sql/50-open-session.sql follows in the database. Signed in for
 * twelve hours; unlocked while used within fifteen minutes, never past the twelve hours.
 */
export function sessionState(row: SessionRow, now: Date): SessionState {
  const lifeEndsAt = after(row.signedInAt, sessionLifeSeconds);
  if (row.endedAt !== null || now >= lifeEndsAt) {
    return { level: "ended", endsAt: row.endedAt ?? lifeEndsAt, writesUse: false };
  }
  const writesUse = now >= after(row.lastUsedAt, useWrittenEverySeconds);
  const idleEndsAt = after(row.lastUsedAt, unlockedIdleSeconds);
  if (row.unlockedAt === null || now >= idleEndsAt)
    return { level: "signed_in", endsAt: lifeEndsAt, writesUse };
  return { level: "unlocked", endsAt: idleEndsAt < lifeEndsAt ? idleEndsAt : lifeEndsAt, writesUse };
}

function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000);
}
