/**
 * One key pair on one phone with its certificate. `live`: signs. Every other state is final: `ended` by the holder,
 * `renewed` by a newer one, `stopped` after a lost phone or by the central office, `disabled` by ten wrong PINs.
 */
export const softTokenStates = ["live", "ended", "renewed", "stopped", "disabled"] as const;
export type SoftTokenState = (typeof softTokenStates)[number];

/** How long a certificate is good for, in years. */
export const certificateYears = 2;

/** Days before the end from which renewal is offered. */
export const renewalDays = 30;

const dayMs = 86_400_000;

/** How a certificate stands: `good`, `ending` with the days left (less than a day counts as one), `expired`. */
export type CertificateStanding =
  | { readonly kind: "good" }
  | { readonly kind: "ending"; readonly daysLeft: number }
  | { readonly kind: "expired" };

/** Judges a certificate's end: with 1–30 days left renewal is offered, afterwards it is forced (flows T4). */
export function certificateStanding(notAfter: Date, now: Date): CertificateStanding {
  const left = notAfter.getTime() - now.getTime();
  if (left <= 0) return { kind: "expired" };
  const daysLeft = Math.ceil(left / dayMs);
  return daysLeft <= renewalDays ? { kind: "ending", daysLeft } : { kind: "good" };
}

/** When a certificate begins: whole seconds, for certificates know no smaller ones. */
export function certificateStart(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 1000) * 1000);
}

/** When it ends: the same moment two years later. */
export function certificateEnd(notBefore: Date): Date {
  const end = new Date(notBefore);
  end.setUTCFullYear(end.getUTCFullYear() + certificateYears);
  return end;
}

/** Days before the end on which the holder is reminded. */
export const reminderDays = [30, 7, 1] as const;
export type ReminderDays = (typeof reminderDays)[number];

/**
 * The reminder that is due: the nearest that was reached and not sent yet, so that whoever was missed for weeks is told
 * once, not three times. Null: none.
 */
export function reminderDue(notAfter: Date, reminded: number | null, now: Date): ReminderDays | null {
  const standing = certificateStanding(notAfter, now);
  if (standing.kind !== "ending") return null;
  const reached = reminderDays.filter((days) => standing.daysLeft <= days).at(-1);
  return reached !== undefined && (reminded === null || reached < reminded) ? reached : null;
}

/** A key that was on a phone: when it ended, and why as far as its holder is told. */
export interface PhoneKeyOver {
  readonly userCode: string;
  readonly at: Date;
  readonly why: "lost" | "pins" | "ended";
}
