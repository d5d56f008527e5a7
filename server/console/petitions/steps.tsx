import type { Child } from "hono/jsx";
import type { StaffSession } from "../../http/env.ts";
import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import type { DeskPetition } from "../../petitions/desk-petition.ts";
import { untypedStep, type DeskStep, type TypedStep } from "../../petitions/desk-step.ts";
import { petitionPath } from "./address.ts";
import { StepFields } from "./step-fields.tsx";

export interface StepsProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: DeskPetition;
  readonly requestKey: string;
  readonly typed: TypedStep | null;
  readonly faults: readonly SummaryItem[];
}

/** Steps that are one press; the others are typed first, folded away until they are wanted. */
const plain: readonly DeskStep[] = ["received", "started", "payment_seen"];

/** The keys that lead to a step. */
const keys: Readonly<Partial<Record<DeskStep, string>>> = {
  received: "r",
  started: "r",
  correction_asked: "c",
  forwarded: "f",
  completed: "d",
};

/** What this officer may do with the petition now. */
export function Steps(props: StepsProps) {
  const { page, seen } = props;
  const words = page.words.desk;
  const main = seen.steps.filter((step) => plain.includes(step));
  const others = seen.steps.filter((step) => !plain.includes(step));
  return (
    <section class="card stack no-print" aria-labelledby="steps">
      <h2 id="steps">{words.steps}</h2>
      {seen.steps.length === 0 ? <NoSteps page={page} seen={seen} /> : null}
      {main.map((step, at) => (
        <StepForm {...props} step={step}>
          <Button kind={at === 0 ? "primary" : "secondary"} {...keyOf(step)}>
            {words.confirm[step]}
          </Button>
        </StepForm>
      ))}
      {others.map((step) => (
        <details class="fold step" open={props.typed?.step === step} {...keyOf(step)}>
          <summary>{words.step[step]}</summary>
          <StepForm {...props} step={step}>
            {words.lead[step] === "" ? null : <p class="hint">{words.lead[step]}</p>}
            <StepFields
              page={page}
              staff={props.staff}
              seen={seen}
              typed={props.typed?.step === step ? props.typed : untypedStep(step)}
              faults={props.faults}
            />
            <div class="buttons">
              <Button kind={step === "completed" ? "primary" : "secondary"}>{words.confirm[step]}</Button>
            </div>
          </StepForm>
        </details>
      ))}
    </section>
  );
}

/** Why there is nothing to do: it is over, or open but not for this officer; then who has it, or who gives it to somebody. */
function NoSteps({ page, seen }: Pick<StepsProps, "page" | "seen">) {
  const { nothing } = page.words.desk;
  if (seen.isDestroyed || seen.status === "completed") return <p>{nothing.over}</p>;
  return (
    <>
      <p>{seen.isConflicted ? nothing.conflicted : nothing.notYours}</p>
      <p>{seen.officer === null ? nothing.waits : nothing.has(seen.officer)}</p>
    </>
  );
}

function keyOf(step: DeskStep): { readonly "data-key"?: string } {
  const key = keys[step];
  return key === undefined ? {} : { "data-key": key };
}

function StepForm(props: StepsProps & { readonly step: DeskStep; readonly children?: Child }) {
  const { seen, step, requestKey, children } = props;
  return (
    <form class="stack" method="post" action={`${petitionPath(seen.id)}/steps`}>
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="version" value={String(seen.version)} />
      <input type="hidden" name={requestKeyField} value={requestKey} />
      {children}
    </form>
  );
}
