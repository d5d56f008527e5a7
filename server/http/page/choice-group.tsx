import { describedBy, Told } from "./told.tsx";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface ChoiceGroupProps {
  readonly name: string;
  readonly legend: string;
  readonly type: "radio" | "checkbox";
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** Radios or checkboxes, each a large target. The group's first input carries the group's name as its id. */
export function ChoiceGroup({ name, legend, type, choices, chosen, hint, error }: ChoiceGroupProps) {
  return (
    <fieldset class={`field${error ? " refused" : ""}`} {...describedBy({ name, hint, error })}>
      <legend class="label">{legend}</legend>
      <Told {...{ name, hint, error }} />
      {choices.map((choice, at) => (
        <label class="choice">
          <input
            id={at === 0 ? name : `${name}-${at}`}
            type={type}
            name={name}
            value={choice.value}
            checked={chosen.includes(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint ? <small>{choice.hint}</small> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
