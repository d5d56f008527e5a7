import { describedBy, Told } from "../../http/page/told.tsx";
import { faultOf, fieldId, type StepFieldsProps } from "./step-props.ts";

/** A short text of a step. */
export function ShortField(
  props: StepFieldsProps & { readonly field: "days" | "baht" | "agencyName"; readonly isNumber?: boolean },
) {
  const { page, typed, field, isNumber = false } = props;
  const words = page.words.desk.field;
  const id = fieldId(typed.step, field);
  const hint = field === "days" ? words.daysHint : field === "agencyName" ? words.agencyHint : "";
  const told = { name: id, hint, error: faultOf(props, field) };
  return (
    <div class={`field${told.error ? " refused" : ""}`}>
      <label class="label" for={id}>
        {words[field]}
      </label>
      <Told {...told} />
      <input
        id={id}
        class="input"
        name={field}
        value={field === "days" && typed.days === "" ? "7" : typed[field]}
        maxlength={field === "agencyName" ? 200 : 20}
        autocomplete="off"
        {...(isNumber ? { inputmode: "decimal" as const } : {})}
        {...describedBy(told)}
        {...(told.error ? { "aria-invalid": "true" as const } : {})}
      />
    </div>
  );
}

/** One choice of a list, in a step. */
export function StepSelect(
  props: StepFieldsProps & {
    readonly field: "unitId" | "officerId";
    readonly value: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  },
) {
  const { page, typed, field, value, options } = props;
  const id = fieldId(typed.step, field);
  const told = { name: id, error: faultOf(props, field) };
  return (
    <div class={`field${told.error ? " refused" : ""}`}>
      <label class="label" for={id}>
        {page.words.desk.field[field]}
      </label>
      <Told {...told} />
      <select id={id} name={field} class="input" {...describedBy(told)}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
