import { Button, ButtonGroup } from "../../http/page/button.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { faultsOf, longestSaid, makeSlotFault } from "../../identity/id-check.ts";
import type { SeenIdCheck } from "../../identity/seen-id-check.ts";

/** What an officer typed and marked, to be shown again when it is refused. */
export interface TypedDecision {
  readonly faults: readonly string[];
  readonly said: string;
}

interface Props {
  readonly page: PageContext;
  readonly seen: SeenIdCheck;
  readonly typed: TypedDecision;
  readonly faults: readonly SummaryItem[];
}

/** The decision: four digits off the card, then approve, or what is wrong with which picture. */
export function DecideForm({ page, seen, typed, faults }: Props) {
  const { idCheck, idChecks } = page.words;
  const words = idChecks.one;
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.sentence;
  return (
    <form class="card stack" method="post" action={`/console/id-checks/${seen.id}`} novalidate>
      <h2>{words.decide}</h2>
      <Field
        name="lastFour"
        label={words.proof}
        hint={words.proofHint}
        error={errorOf("lastFour")}
        inputmode="numeric"
        maxlength={4}
        figures
      />
      <ButtonGroup>
        <Button icon="check" name="verdict" value="approve">
          {words.approve}
        </Button>
      </ButtonGroup>
      <details {...(typed.faults.length > 0 || typed.said !== "" || errorOf("faults") ? { open: true } : {})}>
        <summary>{words.sendBack}</summary>
        <div class="stack">
          <p class="hint" id="faults">
            {words.sendBackLead}
          </p>
          {seen.pictures.map(({ slot }, at) => (
            <ChoiceGroup
              name={`fault-${slot}`}
              legend={idCheck.slots[slot]}
              type="checkbox"
              choices={faultsOf(slot).map((fault) => ({
                value: makeSlotFault({ slot, fault }),
                label: idChecks.faults[fault],
              }))}
              chosen={typed.faults}
              error={at === 0 ? errorOf("faults") : undefined}
            />
          ))}
          <Field
            name="said"
            label={words.said}
            hint={words.saidHint}
            value={typed.said}
            maxlength={longestSaid}
          />
          <ButtonGroup>
            <Button kind="danger" name="verdict" value="send_back">
              {words.sendBack}
            </Button>
          </ButtonGroup>
        </div>
      </details>
    </form>
  );
}
