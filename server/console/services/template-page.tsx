import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import { Field } from "../../http/page/field.tsx";
import { TextArea } from "../../http/page/text-area.tsx";
import { documentKinds } from "../../petitions/issued-document.ts";
import type { FieldName } from "../../petitions/template-text.ts";
import { validityUnits, type TypedTemplate } from "../../petitions/typed-template.ts";
import { serviceAddress } from "./addresses.ts";
import { sampleOf } from "./template-names.ts";
import { Seen, ServicePage, type ServicePageProps } from "./service-page.tsx";

interface Props extends ServicePageProps {
  /** Null: a new one. */
  readonly templateKey: string | null;
  readonly typed: TypedTemplate;
  readonly names: readonly FieldName[];
}

/** A document as it is written: title, text with fields, how long it is good; and how it reads when filled. */
export function TemplatePage(props: Props) {
  const { page, made, templateKey, typed, names, faults = [] } = props;
  const words = page.words.services.rules.documents;
  const at = (input: string) => faults.find((item) => item.field === input)?.sentence;
  const base = serviceAddress(made.id, "documents");
  return (
    <ServicePage {...props} tab="documents" title={words.title} scripts={["write-template.js"]}>
      <form class="card stack" method="post" action={`${base}/${templateKey ?? "new"}`}>
        <h2>{typed.titleTh || words.newTitle}</h2>
        <Seen made={made} />
        <fieldset class="plain stack" disabled={made.draft === null}>
          <ChoiceGroup
            name="kind"
            legend={words.kind}
            type="radio"
            chosen={[typed.kind]}
            choices={documentKinds.map((kind) => ({ value: kind, label: words.kindOf[kind] }))}
          />
          <Field
            name="titleTh"
            label={words.titleTh}
            value={typed.titleTh}
            error={at("titleTh")}
            maxlength={200}
          />
          <TextArea
            name="text"
            label={words.text}
            hint={words.textHint}
            value={typed.text}
            error={at("text")}
            rows={10}
            maxlength={10_000}
          />
          <div class="stack">
            <p class="hint" id="chips">
              {words.insert}
            </p>
            <div class="chips" role="group" aria-labelledby="chips" data-inserts="text">
              {names.map(({ name }) => (
                <button class="chip" type="button" data-field={name}>
                  {name}
                </button>
              ))}
            </div>
          </div>
          <Validity {...props} />
          <label class="tick">
            <input type="checkbox" name="isListed" value="1" checked={typed.isListed} />
            <span>{words.isListed}</span>
          </label>
          <Field name="titleEn" label={words.titleEn} value={typed.titleEn} maxlength={200} lang="en" />
          {made.draft === null ? null : (
            <ButtonGroup>
              <Button>{page.words.services.save}</Button>
              <ButtonLink kind="quiet" href={base}>
                {page.words.page.back}
              </ButtonLink>
            </ButtonGroup>
          )}
        </fieldset>
      </form>
      <Paper {...props} />
    </ServicePage>
  );
}

function Validity({ page, typed, faults = [] }: Props) {
  const words = page.words.services.rules.documents;
  return (
    <>
      <ChoiceGroup
        name="validityUnit"
        legend={words.validity}
        type="radio"
        chosen={[typed.validityUnit]}
        choices={[
          { value: "never", label: words.never },
          ...validityUnits.map((unit) => ({ value: unit, label: words.units[unit] })),
        ]}
      />
      <div class="validity-count">
        <Field
          name="validityCount"
          label={words.count}
          value={typed.validityCount}
          error={faults.find(({ field }) => field === "validityCount")?.sentence}
          maxlength={3}
          inputmode="numeric"
          figures
        />
      </div>
    </>
  );
}

/** How the text reads with made-up answers; a script keeps it in step with what is typed. */
function Paper({ page, made, typed, names }: Props) {
  const words = page.words.services.rules.documents;
  const samples = new Map(names.map(({ key, name }) => [name, sampleOf(page, made.definition, key)]));
  const lines = typed.text.split("\n").filter((line) => line.trim() !== "");
  return (
    <section class="stack" aria-labelledby="paper">
      <h2 id="paper">{words.preview}</h2>
      <div
        class="paper"
        data-paper="text"
        data-samples={JSON.stringify(Object.fromEntries(samples))}
        translate="no"
      >
        <h3 data-heads="titleTh" data-untitled={words.newTitle}>
          {typed.titleTh || words.newTitle}
        </h3>
        <div data-lines class="stack-close">
          {lines.map((line) => (
            <p>
              {line.split(/(\{\{[^{}]+\}\})/).map((part) => {
                const sample = samples.get(part.replace(/^\{\{\s*|\s*\}\}$/g, ""));
                return part.startsWith("{{") && sample !== undefined ? <mark>{sample}</mark> : part;
              })}
            </p>
          ))}
        </div>
      </div>
    </section>
  );
}
