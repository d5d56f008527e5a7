import type { LookedAt } from "./look.ts";

/** What of a look tells whether it belongs with the one beside it. */
export interface TimedLook {
  readonly at: Date;
  readonly staffId: string;
  readonly what: LookedAt;
  readonly purpose: string;
  readonly isBulk: boolean;
  /** Null: nothing was said of it. */
  readonly caseState: string | null;
}

const togetherMs = 60 * 60_000;

/**
 * Looks, latest first, with those kept together that one officer took at one kind of thing for one reason within an hour:
 * who opens ten pictures of a petition has looked once. What was reported, and an export, stand by themselves.
 */
export function lookedTogether<Look extends TimedLook>(looks: readonly Look[]): readonly (readonly Look[])[] {
  const together: Look[][] = [];
  for (const look of looks) {
    const group = together.find(([first]) => first !== undefined && belongs(first, look));
    if (group) group.push(look);
    else together.push([look]);
  }
  return together;
}

function belongs(first: TimedLook, look: TimedLook): boolean {
  const isPlain = (one: TimedLook) => !one.isBulk && one.caseState === null;
  const isSame = first.staffId === look.staffId && first.what === look.what && first.purpose === look.purpose;
  return isSame && isPlain(first) && isPlain(look) && first.at.getTime() - look.at.getTime() <= togetherMs;
}
