import { textAt } from "../../forms/typed-value.ts";
import type { Words } from "../../words/words.ts";
import { Field, type FieldProps } from "../page/field.tsx";
import { describedBy, Told } from "../page/told.tsx";
import { toldOf, type FieldOf, type InputProps } from "./field-told.ts";

type TextType = "text" | "long_text" | "number" | "money" | "time" | "phone" | "citizen_id" | "email";
type Kind = Pick<FieldProps, "type" | "inputmode" | "maxlength" | "figures" | "autocomplete">;

const figures: Readonly<Record<Exclude<TextType, "text" | "long_text">, Kind>> = {
  number: { inputmode: "decimal", maxlength: 30, figures: true },
  money: { inputmode: "decimal", maxlength: 30, figures: true },
  time: { maxlength: 12, figures: true },
  phone: { type: "tel", inputmode: "tel", maxlength: 30, autocomplete: "tel", figures: true },
  citizen_id: { inputmode: "numeric", maxlength: 40, figures: true },
  email: { inputmode: "email", maxlength: 254, autocomplete: "email" },
};

/** An input that is typed: a line, a paragraph, figures. */
export function TextInput(props: InputProps<FieldOf<TextType>>) {
  const { view, field, path } = props;
  const { hint, ...told } = toldOf(props);
  const helped = hint ?? (field.type === "time" ? view.page.words.forms.timeExample : undefined);
  const hinted = {
    ...told,
    ...(helped === undefined ? {} : { hint: helped }),
    value: textAt(view.answers, path),
  };
  if (field.type === "long_text") return <LongText {...{ view, field, path }} />;
  // Counted in characters where it is judged; an input counts otherwise, so it only stops what is far too long.
  if (field.type === "text") return <Field {...hinted} maxlength={field.maxLength * 2} />;
  return <Field {...hinted} {...figures[field.type]} {...unitOf(field.type, view.page.words)} />;
}

function unitOf(type: TextType, { forms }: Words): Pick<FieldProps, "after"> {
  const unit = type === "money" ? forms.baht : type === "time" ? forms.time : "";
  return unit === "" ? {} : { after: <span class="unit">{unit}</span> };
}

function LongText(props: InputProps<FieldOf<"text" | "long_text">>) {
  const { name, label, hint, error } = toldOf(props);
  return (
    <div class={`field${error ? " refused" : ""}`}>
      <label class="label" for={name}>
        {label}
      </label>
      <Told {...{ name, hint, error }} />
      <textarea
        id={name}
        class="input"
        name={name}
        rows={5}
        maxlength={props.field.maxLength * 2}
        {...describedBy({ name, hint, error })}
        {...(error ? { "aria-invalid": "true" as const } : {})}
      >
        {textAt(props.view.answers, props.path)}
      </textarea>
    </div>
  );
}
