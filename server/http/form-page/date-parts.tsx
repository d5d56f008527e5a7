import { textAt } from "../../forms/typed-value.ts";
import { monthName } from "../../kernel/thai-date.ts";
import { Told, describedBy } from "../page/told.tsx";
import { toldOf, type FieldOf, type InputProps } from "./field-told.ts";

const days = Array.from({ length: 31 }, (_, at) => String(at + 1));
const months = Array.from({ length: 12 }, (_, at) => at + 1);

/** A day in three inputs, the year of the Buddhist era. */
export function DateParts(props: InputProps<FieldOf<"date">>) {
  const { view, path } = props;
  const { name, label, hint, error } = toldOf(props);
  const { page, answers } = view;
  const words = page.words.page;
  return (
    <fieldset class={`field${error ? " refused" : ""}`} {...describedBy({ name, hint, error })}>
      <legend class="label" id={name} tabindex={-1}>
        {label}
      </legend>
      <Told {...{ name, hint, error }} />
      <div class="date">
        <Part
          id={`${path}.day`}
          label={words.day}
          choose={page.words.forms.choose}
          chosen={textAt(answers, `${path}.day`)}
          options={days.map((value) => ({ value, text: value }))}
        />
        <Part
          id={`${path}.month`}
          label={words.month}
          choose={page.words.forms.choose}
          chosen={textAt(answers, `${path}.month`)}
          options={months.map((month) => ({
            value: String(month),
            text: monthName(month, page.language, "long"),
          }))}
        />
        <div>
          <label class="part" for={`${path}.year`}>
            {words.year}
          </label>
          <input
            class="input figures"
            id={`${path}.year`}
            name={`${path}.year`}
            value={textAt(answers, `${path}.year`)}
            inputmode="numeric"
            maxlength={12}
            autocomplete="off"
          />
        </div>
      </div>
    </fieldset>
  );
}

function Part(props: {
  id: string;
  label: string;
  choose: string;
  chosen: string;
  options: readonly { value: string; text: string }[];
}) {
  const { id, label, choose, chosen, options } = props;
  return (
    <div>
      <label class="part" for={id}>
        {label}
      </label>
      <select class="input" id={id} name={id}>
        <option value="">{choose}</option>
        {options.map(({ value, text }) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
