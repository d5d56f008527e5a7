import { describedBy, Told } from "./told.tsx";

export interface SelectFieldProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** One choice of a list that is too long for radios, in a filter. */
export function SelectField({ name, label, options, value, hint, error }: SelectFieldProps) {
  return (
    <div class={`field${error ? " refused" : ""}`}>
      <label class="label" for={name}>
        {label}
      </label>
      <Told {...{ name, hint, error }} />
      <select id={name} name={name} class="input" {...describedBy({ name, hint, error })}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
