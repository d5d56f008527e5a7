import { textAt, textsAt } from "../../forms/typed-value.ts";
import { ChoiceGroup, type Choice } from "../page/choice-group.tsx";
import { describedBy, Told } from "../page/told.tsx";
import { AddressFields } from "./address-fields.tsx";
import { DateParts } from "./date-parts.tsx";
import { toldOf, type FieldOf, type InputProps } from "./field-told.ts";
import { FilesField } from "./files-field.tsx";
import { wordingIn } from "../../forms/wording.ts";
import { MapField } from "./map-field.tsx";
import { TextInput } from "./text-input.tsx";

/** One field that can be answered, by its type. */
export function PlainInput({ view, field, path }: InputProps) {
  switch (field.type) {
    case "text":
    case "long_text":
    case "number":
    case "money":
    case "time":
    case "phone":
    case "citizen_id":
    case "email":
      return <TextInput {...{ view, field, path }} />;
    case "date":
      return <DateParts {...{ view, field, path }} />;
    case "choice":
    case "choices":
    case "yes_no":
      return <Choices {...{ view, field, path }} />;
    case "declaration":
      return <Declaration {...{ view, field, path }} />;
    case "address":
      return <AddressInput {...{ view, field, path }} />;
    case "map_point":
      return <MapField {...{ view, field, path }} />;
    case "files":
    case "photo":
      return <FilesField {...{ view, field, path }} />;
    case "heading":
    case "help":
      return null;
  }
}

function Choices(props: InputProps<FieldOf<"choice" | "choices" | "yes_no">>) {
  const { view, field, path } = props;
  const { name, label, hint = mostHint(props), error } = toldOf(props);
  return (
    <ChoiceGroup
      name={name}
      legend={label}
      {...(hint === undefined ? {} : { hint })}
      error={error}
      type={field.type === "choices" ? "checkbox" : "radio"}
      choices={choicesOf(props)}
      chosen={textsAt(view.answers, path)}
    />
  );
}

function mostHint({ view, field }: InputProps): string | undefined {
  if (field.type !== "choices" || field.max >= field.options.length) return undefined;
  return view.page.words.forms.atMost(field.max);
}

function choicesOf({ view, field }: InputProps<FieldOf<"choice" | "choices" | "yes_no">>): readonly Choice[] {
  const { words, language } = view.page;
  if (field.type !== "yes_no") {
    return field.options.map(({ value, label }) => ({ value, label: wordingIn(label, language) }));
  }
  return (["yes", "no"] as const).map((value) => ({ value, label: words.forms[value] }));
}

function AddressInput(props: InputProps) {
  const { view, path } = props;
  const { name, label, hint, error } = toldOf(props);
  return (
    <AddressFields
      page={view.page}
      name={name}
      legend={label}
      hint={hint}
      error={error}
      answers={view.answers}
      choices={view.addresses.get(path) ?? { provinces: [], districts: [], subdistricts: [] }}
    />
  );
}

function Declaration(props: InputProps<FieldOf<"declaration">>) {
  const { name, label, hint, error } = toldOf(props);
  const isYes = textAt(props.view.answers, props.path) === "yes";
  return (
    <div class={`field${error ? " refused" : ""}`}>
      <label class="choice">
        <input
          id={name}
          type="checkbox"
          name={name}
          value="yes"
          checked={isYes}
          {...describedBy({ name, hint, error })}
        />
        <span>{label}</span>
      </label>
      <Told {...{ name, hint, error }} />
    </div>
  );
}
