import type { PageContext } from "./context.ts";
import { describedBy, Told } from "./told.tsx";

export interface DateFieldProps {
  readonly page: PageContext;
  /** Prefix of the three names: `birthDay`, `birthMonth`, `birthYear`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** A whole date is demanded: nothing about it can be unknown. */
  readonly whole?: boolean;
  readonly value: { readonly day: string; readonly month: string; readonly year: string };
}

const monthNames = {
  th: "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split(" "),
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
};

/**
 * A date as cards show it, Buddhist year. Day and month may be unknown (left at "ไม่ทราบ"), as some people's births are;
 * a whole date asks to choose both.
 */
export function DateField({ page, name, label, hint, error, whole = false, value }: DateFieldProps) {
  const words = page.words.page;
  const days = Array.from({ length: 31 }, (_, at) => String(at + 1));
  const months = monthNames[page.language].map((text, at) => ({ value: String(at + 1), text }));
  return (
    <fieldset class={`field${error ? " refused" : ""}`} {...describedBy({ name, hint, error })}>
      <legend class="label">{label}</legend>
      <Told {...{ name, hint, error }} />
      <div class="date">
        <Part
          id={`${name}Day`}
          label={words.day}
          value={value.day}
          empty={whole ? words.choose : words.unknown}
          options={days.map((day) => ({ value: day, text: day }))}
        />
        <Part
          id={`${name}Month`}
          label={words.month}
          value={value.month}
          empty={whole ? words.choose : words.unknown}
          options={months}
        />
        <div>
          <label class="part" for={`${name}Year`}>
            {words.year}
          </label>
          <input
            class="input figures"
            id={`${name}Year`}
            name={`${name}Year`}
            value={value.year}
            inputmode="numeric"
            maxlength={12}
            autocomplete="off"
          />
        </div>
      </div>
    </fieldset>
  );
}

interface PartProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly empty: string;
  readonly options: readonly { value: string; text: string }[];
}

function Part({ id, label, value, empty, options }: PartProps) {
  return (
    <div>
      <label class="part" for={id}>
        {label}
      </label>
      <select class="input" id={id} name={id}>
        <option value="">{empty}</option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
