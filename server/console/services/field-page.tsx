import { dateLimits, fileFormats, type Field as FormField, type PlainField } from "../../forms/field.ts";
import type { TypedField } from "../../forms/typed-field.ts";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import { Field } from "../../http/page/field.tsx";
import { TextArea } from "../../http/page/text-area.tsx";
import { serviceAddress } from "./addresses.ts";
import { ConditionFields } from "./condition-fields.tsx";
import { Seen, ServicePage, type ServicePageProps } from "./service-page.tsx";

interface Props extends ServicePageProps {
  readonly field: FormField;
  readonly typed: TypedField;
  readonly before: readonly PlainField[];
}

/** One question: what it says, whether it must be answered, its limits, and when it is shown. */
export function FieldPage(props: Props) {
  const { page, made, field, typed, before, faults = [] } = props;
  const words = page.words.services.builder;
  const at = (input: string) => faults.find((item) => item.field === input)?.sentence;
  return (
    <ServicePage
      {...props}
      tab="form"
      title={words.field.title(words.types[field.type].name)}
      scripts={["build-form.js"]}
    >
      <form class="card stack" method="post" action={`${serviceAddress(made.id, "form")}/${field.key}`}>
        <h2>{words.field.title(words.types[field.type].name)}</h2>
        <Seen made={made} />
        <fieldset class="plain stack" disabled={made.draft === null}>
          <Field
            name="labelTh"
            label={words.field.labelTh}
            hint={words.field.labelHint}
            value={typed.labelTh}
            error={at("labelTh")}
            maxlength={300}
            autofocus={faults.length === 0}
          />
          {mayBeEmpty(field) ? (
            <label class="tick">
              <input type="checkbox" name="required" value="1" checked={typed.required} />
              <span>{words.field.required}</span>
            </label>
          ) : null}
          {field.type === "files" || field.type === "photo" ? (
            <label class="tick">
              <input type="checkbox" name="isCrossedOut" value="1" checked={typed.isCrossedOut} />
              <span>
                {words.field.crossedOut}
                <small class="hint">{words.field.crossedOutHint}</small>
              </span>
            </label>
          ) : null}
          {"options" in field ? (
            <TextArea
              name="optionsTh"
              label={words.field.optionsTh}
              hint={words.field.optionsHint}
              value={typed.optionsTh}
              error={at("optionsTh")}
              rows={6}
              maxlength={4_000}
            />
          ) : null}
          <TextArea
            name="helpTh"
            label={words.field.helpTh}
            hint={words.field.helpHint}
            value={typed.helpTh}
            rows={2}
            maxlength={2_000}
          />
          <Limits {...props} />
          <ConditionFields page={page} before={before} typed={typed.condition} error={at("condition")} />
          <English {...props} />
          {made.draft === null ? null : (
            <ButtonGroup>
              <Button>{words.field.save}</Button>
              <Button kind="secondary" name="next" value="1">
                {words.field.saveNext}
              </Button>
              <ButtonLink kind="quiet" href={`${serviceAddress(made.id, "form")}#card-${field.key}`}>
                {words.field.back}
              </ButtonLink>
            </ButtonGroup>
          )}
        </fieldset>
      </form>
    </ServicePage>
  );
}

/** Only what can be answered can be required; a declaration always is. */
function mayBeEmpty({ type }: FormField): boolean {
  return type !== "heading" && type !== "help" && type !== "declaration";
}

function Limits({ page, field, typed, faults = [] }: Props) {
  const words = page.words.services.builder.field;
  const error = (input: string) => faults.find((item) => item.field === input)?.sentence;
  const kind = limitKind(field);
  const numbers =
    kind === null ? null : (
      <div class="side-by-side">
        {(["min", "max"] as const).map((name) => (
          <Field
            name={name}
            label={words[name][kind]}
            value={typed[name]}
            error={error(name)}
            maxlength={20}
            figures
          />
        ))}
        {field.type === "number" ? (
          <Field
            name="decimals"
            label={words.decimals}
            value={typed.decimals}
            error={error("decimals")}
            maxlength={1}
            figures
          />
        ) : null}
      </div>
    );
  if (field.type === "date")
    return (
      <ChoiceGroup
        name="limit"
        legend={words.limit}
        type="radio"
        chosen={[typed.limit]}
        choices={dateLimits.map((limit) => ({ value: limit, label: words.limitOf[limit] }))}
      />
    );
  if (numbers === null) return null;
  const isWrong = ["min", "max", "decimals", "accepts"].some((input) => error(input) !== undefined);
  return (
    <details class="fold" open={isWrong || kind === "count"}>
      <summary>{words.limits}</summary>
      <div class="stack">
        {field.type === "files" ? (
          <ChoiceGroup
            name="accepts"
            legend={words.accepts}
            type="checkbox"
            chosen={typed.accepts}
            error={error("accepts")}
            choices={fileFormats.map((format) => ({ value: format, label: words.formatOf[format] }))}
          />
        ) : null}
        {numbers}
      </div>
    </details>
  );
}

function limitKind({ type }: FormField): "text" | "number" | "money" | "count" | null {
  if (type === "text" || type === "long_text") return "text";
  if (type === "number" || type === "money") return type;
  return type === "choices" || type === "files" || type === "photo" || type === "group" ? "count" : null;
}

function English({ page, field, typed }: Props) {
  const words = page.words.services.builder.field;
  return (
    <details class="fold">
      <summary>{words.english}</summary>
      <div class="stack">
        <Field name="labelEn" label={words.labelEn} value={typed.labelEn} maxlength={300} lang="en" />
        <TextArea name="helpEn" label={words.helpEn} value={typed.helpEn} rows={2} maxlength={2_000} />
        {"options" in field ? (
          <TextArea
            name="optionsEn"
            label={words.optionsEn}
            value={typed.optionsEn}
            rows={6}
            maxlength={4_000}
          />
        ) : null}
        <p class="hint">
          {words.key}: <code class="key-text">{field.key}</code> · {words.keyHint}
        </p>
      </div>
    </details>
  );
}
