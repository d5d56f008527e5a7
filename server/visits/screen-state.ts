/** What the counter's screen is told, every few seconds: all it needs to go on for ten minutes alone. */
export interface ScreenState {
  /** The server's clock, milliseconds since 1970: a counter's PC is often minutes off. */
  readonly now: number;
  readonly steps: readonly ScreenStep[];
  /** Codes of today, as the page shows the number. */
  readonly count: number;
  readonly latest: readonly ScreenArrival[];
}

/** One QR of 30 seconds. */
export interface ScreenStep {
  /** When it begins, milliseconds since 1970. */
  readonly at: number;
  /** What the QR holds. */
  readonly text: string;
  /** The nine digits under it, in groups. */
  readonly shortCode: readonly string[];
}

export interface ScreenArrival {
  readonly code: string;
  readonly time: string;
  readonly name: string;
  readonly isCancelled: boolean;
}

/** The step that stands at `now`; null: all steps that are known have passed, or none has begun. */
export function stepAt(
  steps: readonly ScreenStep[],
  now: number,
  stepSeconds: number,
): { readonly step: ScreenStep; readonly secondsLeft: number } | null {
  const step = steps.find(({ at }) => now >= at && now < at + stepSeconds * 1000);
  return step ? { step, secondsLeft: Math.ceil((step.at + stepSeconds * 1000 - now) / 1000) } : null;
}

/** Whole minutes, rounded up, until the last known step has passed; 0 when it has. */
export function minutesAhead(steps: readonly ScreenStep[], now: number, stepSeconds: number): number {
  const last = steps.at(-1);
  return last ? Math.max(0, Math.ceil((last.at + stepSeconds * 1000 - now) / 60_000)) : 0;
}
