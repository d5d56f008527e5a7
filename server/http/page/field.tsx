import type { Child } from "hono/jsx";
import { describedBy, Told } from "./told.tsx";

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  /** What helps to answer: words, or words with a mark-up of their own. */
  readonly hint?: Child;
  /** The refusal's sentence; the same words stand in the error summary. */
  readonly error?: string | undefined;
  readonly value?: string | undefined;
  readonly type?: "text" | "tel" | "password" | "search";
  readonly inputmode?: "text" | "numeric" | "decimal" | "tel" | "email";
  readonly autocomplete?: string;
  readonly maxlength?: number;
  /** Wide figures for numbers that are compared with a card. */
  readonly figures?: boolean;
  readonly lang?: string;
  /** What a screen reader says of the red star of a field that must be filled in; none: no star. */
  readonly required?: string;
  /** The label is the page's own heading. */
  readonly heading?: boolean;
  readonly autofocus?: boolean;
  /** Usual answers, offered while one types; any other may be typed. */
  readonly offers?: readonly string[];
  /** What stands after the input (show and hide). */
  readonly after?: Child;
}

/** One question: label, hint, refusal and input, tied together for screen readers. */
export function Field(props: FieldProps) {
  const { name, label, hint, error, required, heading = false, figures = false, after, offers = [] } = props;
  const labelled = (
    <label class={heading ? "question" : "label"} for={name}>
      {label}
      {required === undefined ? null : <RequiredStar said={required} />}
    </label>
  );
  return (
    <div class={`field${error ? " refused" : ""}`}>
      {heading ? <h1 class="question-heading">{labelled}</h1> : labelled}
      <Told {...{ name, hint, error }} />
      <div class="input-row">
        <input
          id={name}
          class={figures ? "input figures" : "input"}
          {...inputAttributes(props)}
          {...describedBy({ name, hint, error })}
          {...(error ? { "aria-invalid": "true" } : {})}
        />
        {after}
      </div>
      {offers.length === 0 ? null : (
        <datalist id={`${name}-offers`}>
          {offers.map((value) => (
            <option value={value} />
          ))}
        </datalist>
      )}
    </div>
  );
}

/** The red star beside the name of what must be filled in. */
export function RequiredStar({ said }: { said: string }) {
  return (
    <span class="required-star">
      {" "}
      <span aria-hidden="true">*</span>
      <span class="visually-hidden">{said}</span>
    </span>
  );
}

function inputAttributes(props: FieldProps) {
  const {
    name,
    value = "",
    type = "text",
    inputmode,
    autocomplete = "off",
    maxlength,
    lang,
    autofocus,
    offers = [],
  } = props;
  return {
    name,
    value,
    type,
    autocomplete,
    spellcheck: false,
    autocapitalize: "none" as const,
    ...(inputmode ? { inputmode } : {}),
    ...(maxlength ? { maxlength } : {}),
    ...(lang ? { lang } : {}),
    ...(offers.length === 0 ? {} : { list: `${name}-offers` }),
    ...(autofocus ? { autofocus: true } : {}),
  };
}
