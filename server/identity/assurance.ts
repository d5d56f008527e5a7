/**
 * The ladder of assurance, lowest rung first: LINE only; a phone proven by OTP; the ID card found normal by its
 * registry; an ID photo checked by an officer; ThaID. Each service states the rung it needs.
 */
export const assuranceLevels = ["line", "phone", "card_checked", "photo_checked", "thaid"] as const;
export type AssuranceLevel = (typeof assuranceLevels)[number];

/** True when `level` is the needed rung or a higher one. */
export function isAtLeast(level: AssuranceLevel, needed: AssuranceLevel): boolean {
  return rung(level) >= rung(needed);
}

/** The higher of two rungs: a check adds, it never takes away. */
export function higherLevel(one: AssuranceLevel, other: AssuranceLevel): AssuranceLevel {
  return rung(one) >= rung(other) ? one : other;
}

function rung(level: AssuranceLevel): number {
  return assuranceLevels.indexOf(level);
}
