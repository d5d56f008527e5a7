/** How long one QR stands on the counter's screen. */
export const stepSeconds = 30;

/** The counter gets so many steps signed ahead (ten minutes), so that a short loss of network is not seen. */
export const stepsAhead = 20;

/** The number of the 30-second step that `now` lies in, counted from 1970. */
export function stepOf(now: Date): number {
  return Math.floor(now.getTime() / (stepSeconds * 1000));
}

/** When a step begins. */
export function startOfStep(step: number): Date {
  return new Date(step * stepSeconds * 1000);
}

/** Whole seconds until the next step, 30 … 1, for the countdown under the QR. */
export function secondsLeft(now: Date): number {
  return Math.ceil((startOfStep(stepOf(now) + 1).getTime() - now.getTime()) / 1000);
}

/** The steps a QR or short code is taken for: the current one and the one before, so 30 to 60 seconds. */
export function acceptedSteps(now: Date): readonly [number, number] {
  const step = stepOf(now);
  return [step, step - 1];
}
