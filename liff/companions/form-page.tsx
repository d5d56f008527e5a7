import type { Child } from "hono/jsx";
import { Button, ButtonGroup } from "../../server/http/page/button.tsx";
import { ChoiceGroup } from "../../server/http/page/choice-group.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { DateField } from "../../server/http/page/date-field.tsx";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Field } from "../../server/http/page/field.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import {
  delegationTerms,
  endOfTerm,
  relations,
  type DelegationTerm,
} from "../../server/identity/companion.ts";
import { formatDay, type BangkokDay } from "../../server/kernel/thai-date.ts";
import type { ServiceType } from "../../server/visits/service-type.ts";
import { untyped, vouchedFor, type TypedCompanion, type VouchedFor } from "./typed.ts";

export interface CompanionFormProps {
  readonly page: PageContext;
  readonly typed: TypedCompanion;
  readonly refusals: readonly SummaryItem[];
  readonly requestKey: string;
  readonly today: BangkokDay;
  readonly serviceTypes: readonly ServiceType[];
}

/** "เพิ่มบุคคลอื่น": whom to ask, with services and term preset and shown. */
export function NewCompanionPage(props: CompanionFormProps) {
  const words = props.page.words.companions.add;
  return (
    <FormLayout
      {...props}
      title={words.title}
      lead={words.lead}
      action="/liff/companions/new"
      back="/liff/companions"
    >
      <CitizenIdField {...props} />
      <PhoneField {...props} hint={words.phoneHint} />
      <RelationField {...props} />
      <Scope {...props} />
      <ButtonGroup>
        <Button>{words.submit}</Button>
      </ButtonGroup>
      <p>
        <a class="tap" href="/liff/companions/vouch">
          {words.vouchLink}
        </a>
      </p>
    </FormLayout>
  );
}

/** A child or a person in care, vouched for by relation: kept until a clerk has seen the papers. */
export function VouchPage(props: CompanionFormProps) {
  const { page, typed } = props;
  const words = page.words.companions.vouch;
  const labels: Record<VouchedFor, string> = { child: words.child, in_care: words.inCare };
  return (
    <FormLayout
      {...props}
      title={words.title}
      lead={words.lead}
      action="/liff/companions/vouch"
      back="/liff/companions/new"
    >
      <ChoiceGroup
        name="who"
        legend={words.who}
        type="radio"
        choices={vouchedFor.map((value) => ({ value, label: labels[value] }))}
        chosen={typed.who ? [typed.who] : []}
        error={errorOf(props, "who")}
      />
      <DateField
        page={page}
        name="birth"
        label={words.birth}
        hint={words.birthHint}
        error={errorOf(props, "birthDay")}
        value={typed.birth}
      />
      <CitizenIdField {...props} />
      <PhoneField {...props} hint={words.phoneHint} />
      <RelationField {...props} />
      <p>{words.scope(formatDay(endOfTerm(typed.term, props.today), page.language))}</p>
      <ButtonGroup>
        <Button>{words.submit}</Button>
      </ButtonGroup>
    </FormLayout>
  );
}

interface FormLayoutProps extends CompanionFormProps {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly back: string;
  readonly children?: Child;
}

function FormLayout({ page, refusals, requestKey, title, lead, action, back, children }: FormLayoutProps) {
  return (
    <Layout page={page} title={title} back={back} wrong={refusals.length > 0}>
      <ErrorSummary page={page} items={refusals} />
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <form class="stack" method="post" action={action} novalidate>
        <input type="hidden" name="requestKey" value={requestKey} />
        {children}
      </form>
    </Layout>
  );
}

function CitizenIdField(props: CompanionFormProps) {
  return (
    <Field
      name="citizenId"
      label={props.page.words.companions.add.citizenId}
      value={props.typed.citizenId}
      error={errorOf(props, "citizenId")}
      inputmode="numeric"
      maxlength={40}
      figures
    />
  );
}

function PhoneField({ hint, ...props }: CompanionFormProps & { hint: string }) {
  return (
    <Field
      name="phone"
      label={props.page.words.companions.add.phone}
      hint={hint}
      value={props.typed.phone}
      error={errorOf(props, "phone")}
      type="tel"
      inputmode="tel"
      maxlength={30}
      figures
    />
  );
}

function RelationField(props: CompanionFormProps) {
  const { companions } = props.page.words;
  return (
    <ChoiceGroup
      name="relation"
      legend={companions.add.relation}
      type="radio"
      choices={relations.map((value) => ({ value, label: companions.relation[value] }))}
      chosen={props.typed.relation ? [props.typed.relation] : []}
      error={errorOf(props, "relation")}
    />
  );
}

/** Services and term: what is preset in one line, and behind it the choice. */
function Scope(props: CompanionFormProps) {
  const { page, typed, today, serviceTypes } = props;
  const words = page.words.companions.add;
  const until = (term: DelegationTerm) => formatDay(endOfTerm(term, today), page.language);
  const labels: Record<DelegationTerm, string> = {
    one_day: words.termOneDay(until("one_day")),
    thirty_days: words.termThirtyDays(until("thirty_days")),
    one_year: words.termOneYear(until("one_year")),
  };
  const terms = Object.keys(delegationTerms) as DelegationTerm[];
  const error = errorOf(props, "services");
  const isChanged = typed.services.length > 0 || typed.term !== untyped.term;
  return (
    <div>
      <p>{isChanged ? words.changed : words.defaults(until(typed.term))}</p>
      <details open={isChanged || error !== undefined}>
        <summary>{words.change}</summary>
        <div class="stack">
          <ChoiceGroup
            name="services"
            legend={words.services}
            hint={words.servicesHint}
            type="checkbox"
            choices={serviceTypes.map((type) => ({
              value: type.code,
              label: page.language === "th" ? type.nameTh : type.nameEn,
            }))}
            chosen={typed.services}
            error={error}
          />
          <ChoiceGroup
            name="term"
            legend={words.term}
            type="radio"
            choices={terms.map((value) => ({ value, label: labels[value] }))}
            chosen={[typed.term]}
          />
        </div>
      </details>
    </div>
  );
}

function errorOf({ refusals }: CompanionFormProps, field: string): string | undefined {
  return refusals.find((refusal) => refusal.field === field)?.sentence;
}
