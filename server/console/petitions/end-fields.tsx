import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import { formatDay } from "../../kernel/thai-date.ts";
import { LongField } from "./long-field.tsx";
import { ShortField } from "./step-field.tsx";
import { faultOf, fieldId, type StepFieldsProps } from "./step-props.ts";

/**
 * How a petition ends. What only one outcome needs shows once that outcome is chosen, by style alone; where a browser
 * cannot, it shows always.
 */
export function EndFields(props: StepFieldsProps) {
  const { page, seen, typed } = props;
  const { desk, petitions } = page.words;
  return (
    <div class="end stack">
      <ChoiceGroup
        name={fieldId(typed.step, "outcome")}
        legend={desk.field.outcome}
        type="radio"
        choices={seen.outcomes.map((outcome) => ({ value: outcome, label: petitions.outcomes[outcome] }))}
        chosen={[typed.outcome]}
        error={faultOf(props, "outcome")}
      />
      {seen.outcomes.includes("refused") ? (
        <fieldset class="if-refused stack">
          <legend class="label">{desk.field.reasons}</legend>
          <p class="hint">{desk.field.reasonsHint}</p>
          <p>{desk.field.appeal(formatDay(seen.appealUntil, page.language))}</p>
          {(["facts", "law", "considerations"] as const).map((field) => (
            <LongField
              name={field}
              id={fieldId(typed.step, field)}
              label={desk.field[field]}
              value={typed[field]}
              error={faultOf(props, field)}
            />
          ))}
        </fieldset>
      ) : null}
      {seen.outcomes.includes("not_ours") ? (
        <div class="if-not-ours">
          <ShortField {...props} field="agencyName" />
        </div>
      ) : null}
    </div>
  );
}
