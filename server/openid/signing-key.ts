/** Where a key that signs ID tokens stands in its turn; from `signsFrom` on it signs, until the next one's. */
export interface KeyTurn {
  /** Counts up: every key has the number after the one before it. */
  readonly generation: number;
  readonly signsFrom: Date;
}

export const keyStandings = ["next", "current", "old", "over"] as const;
/** `next`: announced, signs nothing yet. `old`: signs nothing more, what it signed may live. `over`: nothing of it lives. */
export type KeyStanding = (typeof keyStandings)[number];

const dayMs = 24 * 60 * 60_000;
/** How long one key signs. */
export const signingMs = 90 * dayMs;
/** How long an old key is kept: ID tokens are good for minutes, and say who signs out for a day. */
export const keptMs = dayMs;
/** How long relying parties may use their copy of the public keys; the next key is announced long before. */
export const keySetFreshSeconds = 3600;

/** How a key stands among all of them at `now`. */
export function standingOf(key: KeyTurn, all: readonly KeyTurn[], now: Date): KeyStanding {
  if (key.signsFrom > now) return "next";
  const after = all.filter(({ signsFrom, generation }) => signsFrom <= now && generation > key.generation);
  if (after.length === 0) return "current";
  const since = Math.min(...after.map(({ signsFrom }) => signsFrom.getTime()));
  return now.getTime() - since < keptMs ? "old" : "over";
}

/** What a round of rotation does: keys to make, in order, and generations to drop. */
export interface RotationPlan {
  readonly make: readonly KeyTurn[];
  readonly drop: readonly number[];
}

/**
 * Plans a round: there is always a current key and one announced after it, so that every relying party knows the next key
 * for weeks before it signs; what is over is dropped.
 */
export function planRotation(all: readonly KeyTurn[], now: Date): RotationPlan {
  const standing = (key: KeyTurn) => standingOf(key, all, now);
  const drop = all.filter((key) => standing(key) === "over").map(({ generation }) => generation);
  const last = Math.max(0, ...all.map(({ generation }) => generation));
  const current = all.find((key) => standing(key) === "current");
  if (!current) {
    const first = { generation: last + 1, signsFrom: now };
    return { drop, make: [first, { generation: last + 2, signsFrom: later(now) }] };
  }
  if (all.some((key) => standing(key) === "next")) return { drop, make: [] };
  const due = later(current.signsFrom);
  return { drop, make: [{ generation: last + 1, signsFrom: due > now ? due : later(now) }] };
}

function later(from: Date): Date {
  return new Date(from.getTime() + signingMs);
}
