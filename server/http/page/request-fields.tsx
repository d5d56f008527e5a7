import { caseNumber, type ServiceCase } from "../../credentials/service-request.ts";
import type { RequestField, TypedRequest } from "../../credentials/typed-request.ts";
import { ChoiceGroup } from "./choice-group.tsx";
import type { PageContext } from "./context.ts";
import type { SummaryItem } from "./error-summary.tsx";
import { Field } from "./field.tsx";
import { TextArea } from "./text-area.tsx";

interface Props {
  readonly page: PageContext;
  readonly cases: readonly ServiceCase[];
  readonly typed: TypedRequest;
  readonly faults: readonly SummaryItem[];
}

/** What is asked for, and what of parts 1 and 2 has to be typed. */
export function RequestFields({ page, cases, typed, faults }: Props) {
  const { requests } = page.words.credentials;
  const { form: words } = requests;
  const told = (name: RequestField) => ({
    name,
    value: typed[name],
    error: faults.find((item) => item.field === name)?.sentence,
  });
  const choices = cases.map((value) => ({
    value,
    label: `${caseNumber(value)}. ${requests.cases[value]}`,
    hint: requests.caseHints[value],
  }));
  const takesHolder = cases.includes("holder_resigned");
  return (
    <>
      <ChoiceGroup
        {...told("case")}
        legend={words.case}
        type="radio"
        choices={choices}
        chosen={[typed.case]}
      />
      <TextArea
        {...told("said")}
        label={words.said}
        hint={takesHolder ? words.saidHint : words.ownSaidHint}
        maxlength={1000}
      />
      <Field
        {...told("newEmail")}
        label={words.newEmail}
        hint={takesHolder ? words.newEmailHint : words.ownEmailHint}
        inputmode="email"
        autocomplete="email"
        maxlength={254}
        lang="en"
      />
      <Field
        {...told("payingUnit")}
        label={words.payingUnit}
        hint={words.payingUnitHint}
        inputmode="numeric"
        maxlength={40}
        figures
      />
      <Field
        {...told("mobile")}
        label={words.mobile}
        hint={words.mobileHint}
        type="tel"
        inputmode="tel"
        autocomplete="tel-national"
        maxlength={40}
        figures
      />
      <Field {...told("division")} label={words.division} maxlength={200} />
      <Field {...told("ministry")} label={words.ministry} maxlength={200} />
    </>
  );
}
