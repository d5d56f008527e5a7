/**
 * After how many months a password of a seat is set anew, unless the central office says otherwise: the rules of the Soft
 * Token ask for three (docs/decisions/0036-passwords-of-seats.md).
 */
export const passwordMonthsByDefault = 3;

/** The numbers of months an office may choose; 0: never. */
export const passwordMonthChoices = [0, 1, 2, 3, 6, 12] as const;
export type PasswordMonths = (typeof passwordMonthChoices)[number];

/** Reads the choice an office made; null for what is none of them. */
export function parsePasswordMonths(text: string): PasswordMonths | null {
  return passwordMonthChoices.find((months) => String(months) === text) ?? null;
}

/** The moment from which a password is overdue; null: never. A month without that day ends with its last. */
export function passwordDueAt(setAt: Date, months: number): Date | null {
  if (months === 0) return null;
  const due = new Date(setAt);
  due.setUTCMonth(due.getUTCMonth() + months);
  if (due.getUTCDate() !== setAt.getUTCDate()) due.setUTCDate(0);
  return due;
}

/** True once a password has to be set anew for its age. One whose day nobody knows is not overdue. */
export function isPasswordOverdue(setAt: Date | null, months: number, now: Date): boolean {
  const due = setAt === null ? null : passwordDueAt(setAt, months);
  return due !== null && now >= due;
}
