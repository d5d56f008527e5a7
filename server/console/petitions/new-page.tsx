import { wordingIn } from "../../forms/wording.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { SelectField } from "../../http/page/select-field.tsx";
import { usualPrefixes } from "../../identity/contact.ts";
import type { CounterServices } from "../../petitions/actions/file-at-counter.ts";
import { ConsoleLayout } from "../layout.tsx";
import { handedPath, petitionsPath } from "./address.ts";
import type { TypedPerson } from "./read-comer.ts";

/** What is typed of somebody who came in person. */
export interface TypedComer extends TypedPerson {
  readonly serviceId: string;
}

export const nobody: TypedComer = {
  ...{ serviceId: "", citizenId: "", prefix: "", firstName: "", lastName: "" },
  ...{ phone: "", hasNoPhone: false },
};

/** What may have become of a draft that was handed over, told where another begins. */
export const newTold = ["gone", "sent"] as const;
export type NewTold = (typeof newTold)[number];

/** Where filing for somebody at the counter begins (E5.5): which service, and who came. */
export function NewPetitionPage(props: {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly services: CounterServices;
  readonly typed: TypedComer;
  /** The number of a hand-over as it was typed. */
  readonly number: string;
  readonly faults: readonly SummaryItem[];
  readonly told: NewTold | null;
}) {
  const { page, staff, services, typed, number, faults, told } = props;
  const words = page.words.desk.filing;
  const error = (name: string) => faults.find(({ field }) => field === name)?.sentence;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="petitions"
      title={words.title}
      back={petitionsPath}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      {told === null ? null : (
        <Banner
          tone={told === "sent" ? "info" : "waiting"}
          title={page.words.handOver.draft.desk[told]}
          live
        />
      )}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <HandedEntry page={page} number={number} error={error("number")} />
      <form class="stack" method="post" action={`${petitionsPath}/new`}>
        <SelectField
          name="serviceId"
          label={words.service}
          value={typed.serviceId}
          error={error("serviceId")}
          options={[
            { value: "", label: words.choose },
            ...services.map(({ id, name }) => ({ value: id, label: wordingIn(name, page.language) })),
          ]}
        />
        <ComerFields page={page} typed={typed} error={error} />
        <div class="buttons">
          <Button>{words.goOn}</Button>
        </div>
      </form>
    </ConsoleLayout>
  );
}

/** Who came in person: the number first, the rest for somebody whom nobody knows yet. */
function ComerFields({
  page,
  typed,
  error,
}: {
  readonly page: PageContext;
  readonly typed: TypedComer;
  readonly error: (name: string) => string | undefined;
}) {
  const words = page.words.desk.filing;
  return (
    <>
      <Field
        name="citizenId"
        label={words.citizenId}
        hint={words.citizenIdHint}
        value={typed.citizenId}
        inputmode="numeric"
        maxlength={40}
        figures
        error={error("citizenId")}
      />
      <p class="hint">{words.unknownHint}</p>
      {(["prefix", "firstName", "lastName"] as const).map((name) => (
        <Field
          name={name}
          label={words[name]}
          {...(name === "prefix" ? { hint: words.prefixHint, offers: usualPrefixes } : {})}
          value={typed[name]}
          maxlength={100}
          error={error(name)}
        />
      ))}
      <Field
        name="phone"
        label={words.phone}
        hint={words.phoneHint}
        value={typed.phone}
        inputmode="tel"
        maxlength={40}
        figures
        error={error("phone")}
      />
      <label class="choice">
        <input type="checkbox" name="noPhone" value="1" checked={typed.hasNoPhone} />
        <span>{words.noPhone}</span>
      </label>
    </>
  );
}

/** Where an officer types the number of a draft that goes on at the counter (N15). */
function HandedEntry({
  page,
  number,
  error,
}: {
  readonly page: PageContext;
  readonly number: string;
  readonly error: string | undefined;
}) {
  const words = page.words.handOver;
  return (
    <form class="card stack" method="post" action={handedPath()}>
      <h2>{words.draft.desk.entryTitle}</h2>
      <p>{words.draft.desk.entryLead}</p>
      <Field
        name="number"
        label={words.console.label}
        hint={words.draft.desk.hint}
        value={number}
        inputmode="numeric"
        autocomplete="off"
        maxlength={20}
        figures
        error={error}
      />
      <div class="buttons">
        <Button kind="secondary" icon="phone">
          {words.console.submit}
        </Button>
      </div>
    </form>
  );
}
