import { Button, ButtonGroup } from "../../http/page/button.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import { Field } from "../../http/page/field.tsx";
import { assuranceLevels } from "../../identity/assurance.ts";
import { dayUnits } from "../../petitions/deadline.ts";
import { serviceEnds } from "../../petitions/service-definition.ts";
import type { TypedRules } from "../../petitions/typed-definition.ts";
import { serviceAddress } from "./addresses.ts";
import { Seen, ServicePage, type ServicePageProps } from "./service-page.tsx";

interface Props extends ServicePageProps {
  readonly typed: TypedRules;
}

/** How a service runs: what it ends in, its clock and warnings, who may file, and what follows its closing. */
export function RulesPage({ typed, ...props }: Props) {
  const { page, made } = props;
  const words = page.words.services.rules;
  return (
    <ServicePage {...props} tab="rules" title={words.title}>
      <form class="stack" method="post" action={serviceAddress(made.id, "rules")}>
        <Seen made={made} />
        <fieldset class="plain stack" disabled={made.draft === null}>
          <Clock {...props} typed={typed} />
          <Warnings {...props} typed={typed} />
          <Filing {...props} typed={typed} />
          <After {...props} typed={typed} />
          {made.draft === null ? null : (
            <ButtonGroup>
              <Button>{page.words.services.save}</Button>
            </ButtonGroup>
          )}
        </fieldset>
      </form>
    </ServicePage>
  );
}

const faultAt = ({ faults = [] }: ServicePageProps, input: string) =>
  faults.find((item) => item.field === input)?.sentence;

function Clock({ typed, ...props }: Props) {
  const words = props.page.words.services.rules;
  return (
    <section class="card stack">
      <ChoiceGroup
        name="ends"
        legend={words.ends}
        type="radio"
        chosen={[typed.ends]}
        choices={serviceEnds.map((end) => ({
          value: end,
          label: words.endOf[end].name,
          hint: words.endOf[end].hint,
        }))}
      />
      <ChoiceGroup
        name="promise"
        legend={words.promise}
        hint={words.clockHint}
        type="radio"
        chosen={[typed.promise]}
        choices={[...dayUnits, "none" as const].map((unit) => ({
          value: unit,
          label: words.promiseOf[unit],
        }))}
      />
      <div class="promise-days">
        <Field
          name="days"
          label={words.days}
          value={typed.days}
          error={faultAt(props, "days")}
          inputmode="numeric"
          maxlength={4}
          figures
        />
      </div>
    </section>
  );
}

function Warnings({ typed, ...props }: Props) {
  const words = props.page.words.services.rules;
  return (
    <section class="card stack">
      <h2>{words.warnings}</h2>
      <p class="hint">{words.warningsHint}</p>
      {typed.warnings.map((warning, at) => (
        <div class="warning-line">
          <Field
            name={`warning${at}`}
            label={words.warning(at + 1)}
            value={warning.daysLeft}
            error={faultAt(props, `warning${at}`)}
            maxlength={4}
            figures
          />
          {(["officer", "superior"] as const).map((to) => (
            <label class="tick">
              <input type="checkbox" name={`${to}${at}`} value="1" checked={warning[to]} />
              <span>{words.to[to]}</span>
            </label>
          ))}
        </div>
      ))}
      <details class="fold">
        <summary>{words.legal}</summary>
        <div class="stack">
          {(["delayLetterEveryDays", "appealDays"] as const).map((name) => (
            <Field
              name={name}
              label={words[name]}
              value={typed[name]}
              error={faultAt(props, name)}
              inputmode="numeric"
              maxlength={4}
              figures
            />
          ))}
        </div>
      </details>
    </section>
  );
}

function Filing({ typed, page }: Props) {
  const words = page.words.services.rules;
  return (
    <section class="card stack">
      <ChoiceGroup
        name="assurance"
        legend={words.assurance}
        type="radio"
        chosen={[typed.assurance]}
        choices={assuranceLevels.map((level) => ({
          value: level,
          label: words.assuranceOf[level].name,
          hint: words.assuranceOf[level].hint,
        }))}
      />
    </section>
  );
}

function After({ typed, ...props }: Props) {
  const words = props.page.words.services.rules;
  return (
    <section class="card stack">
      <h2>{words.after}</h2>
      <Field
        name="testDays"
        label={words.testDays}
        hint={words.testHint}
        value={typed.testDays}
        error={faultAt(props, "testDays")}
        inputmode="numeric"
        maxlength={3}
        figures
      />
      {(["isPlaceBased", "isAboutHomes", "tellsBySms"] as const).map((name) => (
        <label class="tick">
          <input type="checkbox" name={name} value="1" checked={typed[name]} />
          <span>{words[name]}</span>
        </label>
      ))}
    </section>
  );
}
