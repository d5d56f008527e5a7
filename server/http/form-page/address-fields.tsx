import { textAt } from "../../forms/typed-value.ts";
import { areaName, type Area } from "../../kernel/gazetteer.ts";
import type { PageContext } from "../page/context.ts";
import { Told } from "../page/told.tsx";
import type { AddressChoices } from "./form-view.ts";

export interface AddressFieldsProps {
  readonly page: PageContext;
  /** The path: its inputs are `name.line`, `name.province`, `name.district`, `name.subdistrict`, `name.postcode`. */
  readonly name: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** What was typed so far, with the address at `name`. */
  readonly answers: unknown;
  readonly choices: AddressChoices;
}

/**
 * An address: house, village and road as one line, then province, district, sub-district and postcode, each a choice
 * inside the one before. Where no script runs, a round trip after each choice brings the next list.
 */
export function AddressFields(props: AddressFieldsProps) {
  const { page, name, legend, hint, error, answers, choices } = props;
  const words = page.words.forms.address;
  const part = (key: string) => textAt(answers, `${name}.${key}`);
  const chosen = choices.subdistricts.find(({ code }) => code === part("subdistrict"));
  return (
    <fieldset class={`field${error ? " refused" : ""}`} data-address={name}>
      <legend class="label" id={name} tabindex={-1}>
        {legend}
      </legend>
      <Told {...{ name, hint, error }} />
      <div>
        <label class="part" for={`${name}.line`}>
          {words.line}
        </label>
        <input
          class="input"
          id={`${name}.line`}
          name={`${name}.line`}
          value={part("line")}
          maxlength={200}
          autocomplete="street-address"
        />
      </div>
      {(["province", "district", "subdistrict"] as const).map((key) => (
        <AreaSelect
          page={page}
          id={`${name}.${key}`}
          label={words[key]}
          areas={choices[`${key}s`]}
          chosen={part(key)}
        />
      ))}
      <div>
        <label class="part" for={`${name}.postcode`}>
          {words.postcode}
        </label>
        <input
          class="input figures"
          id={`${name}.postcode`}
          name={`${name}.postcode`}
          value={part("postcode") || (chosen?.postcodes.length === 1 ? chosen.postcodes[0] : "")}
          inputmode="numeric"
          maxlength={5}
          autocomplete="postal-code"
        />
      </div>
    </fieldset>
  );
}

function AreaSelect(props: {
  page: PageContext;
  id: string;
  label: string;
  areas: readonly Area[];
  chosen: string;
}) {
  const { page, id, label, areas, chosen } = props;
  return (
    <div>
      <label class="part" for={id}>
        {label}
      </label>
      <select class="input" id={id} name={id}>
        <option value="">{page.words.forms.choose}</option>
        {areas.map((area) => (
          <option value={area.code} selected={area.code === chosen}>
            {areaName(area, page.language)}
          </option>
        ))}
      </select>
    </div>
  );
}
