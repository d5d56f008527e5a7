import { stepOfRegistration, type RegistrationState } from "../../../credentials/token-registration.ts";
import type { PageContext } from "../../../http/page/context.ts";
import { Icon } from "../../../http/page/icon.tsx";
import { stepPages } from "./place.ts";

type Step = 1 | 2 | 3 | 4 | 5;
const steps = [1, 2, 3, 4, 5] as const satisfies readonly Step[];

interface Props {
  readonly page: PageContext;
  /** The step that is on the page. */
  readonly at: Step;
  /** How far the registration is: steps that may be corrected again are links. */
  readonly state: RegistrationState;
}

/** "ลงทะเบียน Soft Token": the five steps, the one on the page, and the way back to those that are done. */
export function RegistrationSteps({ page, at, state }: Props) {
  const words = page.words.credentials.registration;
  const reached = Math.max(at, stepOfRegistration[state]);
  const pages: Partial<Record<Step, string>> = stepPages(state);
  return (
    <ol class="seat-steps" aria-label={words.stepsLabel}>
      {steps.map((step) => {
        const place = step === at ? "now" : step < reached ? "done" : "ahead";
        const said = { done: words.stepDone, now: words.stepNow, ahead: words.stepAhead }[place];
        const href = place === "now" ? undefined : pages[step];
        const shown = (
          <>
            <span class="seat-step-mark" aria-hidden="true">
              {place === "done" ? <Icon name="check" size={18} /> : step}
            </span>
            <span class="seat-step-name">
              {words.steps[step - 1]}
              <span class="visually-hidden"> ({said})</span>
            </span>
          </>
        );
        return (
          <li class={place} {...(place === "now" ? { "aria-current": "step" as const } : {})}>
            {href === undefined ? shown : <a href={href}>{shown}</a>}
          </li>
        );
      })}
    </ol>
  );
}
