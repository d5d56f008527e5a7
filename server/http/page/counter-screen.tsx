import type { Child } from "hono/jsx";
import { DoorMark } from "./door-mark.tsx";
import { WholeName } from "./whole-name.tsx";

export interface CounterScreenProps {
  readonly facility: string;
  readonly service: string;
  /** What to do, in a few words. */
  readonly invitation: string;
  readonly qr: Child;
  /** The short code under the QR, in its groups. */
  readonly shortCode: readonly string[];
  readonly shortCodeLabel: string;
  /** How long this QR still stands: the bar, and its words for screen readers. */
  readonly remaining: { readonly seconds: number; readonly of: number; readonly label: string };
  /** The other half: who has just come, how many today. */
  readonly children?: Child;
}

/**
 * The screen on a counter, read from three metres: the QR as large as it goes, the place and the service beside it.
 * Its moving parts carry ids for the script: `screen-qr`, `screen-code`, `screen-remaining`, `screen-seconds`.
 */
export function CounterScreen(props: CounterScreenProps) {
  const { facility, service, invitation, qr, shortCode, shortCodeLabel, remaining, children } = props;
  return (
    <div class="counter">
      <section class="counter-code" id="screen">
        <div id="screen-qr">{qr}</div>
        <progress
          id="screen-remaining"
          value={remaining.seconds}
          max={remaining.of}
          aria-label={remaining.label}
        ></progress>
        <p class="counter-label" id="screen-seconds">
          {remaining.label}
        </p>
        <p class="counter-label">{shortCodeLabel}</p>
        <p class="counter-short" id="screen-code">
          {shortCode.map((group) => (
            <span>{group}</span>
          ))}
        </p>
      </section>
      <section class="counter-words">
        <DoorMark size={72} />
        <h1>
          <WholeName>{facility}</WholeName>
        </h1>
        <p class="counter-service">{service}</p>
        <p class="counter-invitation">{invitation}</p>
        {children}
      </section>
    </div>
  );
}
