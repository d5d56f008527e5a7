import type { Mac } from "../kernel/mac.ts";
import { makeScreenToken } from "./facility-qr.ts";
import { startOfStep, stepOf, stepsAhead } from "./screen-step.ts";
import { makeScreenShortCode } from "./short-code.ts";

/** What the counter's screen shows in one step. */
export interface CounterStep {
  readonly step: number;
  readonly startsAt: Date;
  readonly token: string;
  readonly shortCode: string;
}

/**
 * The current step and the next ten minutes, signed: all that the counter's screen gets ahead, never a key. When
 * these are used up without network, the screen says to use the printed QR.
 */
export function counterSteps(
  mac: Mac,
  qr: { readonly number: number; readonly shortNumber: number },
  now: Date,
): CounterStep[] {
  const first = stepOf(now);
  return Array.from({ length: stepsAhead + 1 }, (_, ahead) => {
    const step = first + ahead;
    return {
      step,
      startsAt: startOfStep(step),
      token: makeScreenToken(mac, qr.number, step),
      shortCode: makeScreenShortCode(mac, qr.shortNumber, step),
    };
  });
}
