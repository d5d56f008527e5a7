import type { NameRefusal } from "../../credentials/actions/name-holder.ts";
import {
  namingFields,
  pageOfField,
  type NamingField,
  type NamingPage,
  type TypedNaming,
} from "../../credentials/naming.ts";
import type { SeatRight } from "../../credentials/seat.ts";
import type { FormFields } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { toBuddhistYear, type BangkokDay } from "../../kernel/thai-date.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import type { Words } from "../../words/words.ts";

/** The pages of the wizard in their order; the last only shows. */
export const wizardPages = ["place", "person", "order", "check"] as const;
export type WizardPage = (typeof wizardPages)[number];

/** What stands in the form, as it was typed. */
export function typedNamingOf(form: Pick<FormFields, "text">): TypedNaming {
  return Object.fromEntries(namingFields.map((name) => [name, form.text(name)])) as TypedNaming;
}

/** Nothing typed yet, but what the way here says, the drafted texts, and today for the order and its beginning. */
export function newNaming(words: Words, begun: Partial<TypedNaming>, today: BangkokDay): TypedNaming {
  const empty = Object.fromEntries(namingFields.map((name) => [name, ""])) as TypedNaming;
  const [year = "", month = "", day = ""] = today.split("-");
  const [datedDay, datedMonth] = [String(Number(day)), String(Number(month))];
  const datedYear = String(toBuddhistYear(Number(year)));
  const dated = { datedDay, datedMonth, datedYear };
  const starts = { startsDay: datedDay, startsMonth: datedMonth, startsYear: datedYear };
  return { ...empty, part: "holder", ...words.credentials.orders.draft, ...dated, ...starts, ...begun };
}

/** Drafted duties follow the right that was chosen; what the head wrote stays as it is. */
export function dutiesOf({ credentials }: Words, duties: string, right: SeatRight): string {
  const { draft, duties: ofRights } = credentials.orders;
  const drafted = [draft.duties, ...Object.values(ofRights)];
  return drafted.includes(duties.replaceAll("\r\n", "\n").trim()) ? ofRights[right] : duties;
}

/** What was wrong, as the page says it, of the wizard's pages up to this one. */
export function namingFaults(
  refusal: Extract<NameRefusal, { kind: "naming_faults" }>,
  words: Words,
  upTo: NamingPage,
): readonly SummaryItem[] {
  const last = wizardPages.indexOf(upTo);
  return refusal.faults
    .filter(({ field }) => wizardPages.indexOf(pageOfField(field)) <= last)
    .map(({ field, refusal: fault }) => ({
      field,
      label: fieldLabel(words, field),
      sentence: sayRefusal(words.credentials.naming.fault, fault),
    }));
}

/** What the field is called on its page. */
function fieldLabel(words: Words, field: NamingField): string {
  const { naming } = words.credentials;
  const labels: Partial<Record<NamingField, string>> = {
    seatId: naming.seat,
    part: naming.part,
    citizenId: naming.citizenId,
    firstName: naming.firstName,
    lastName: naming.lastName,
    position: naming.position,
    email: naming.email,
    mobile: naming.mobile,
    number: naming.number,
    datedDay: naming.dated,
    startsDay: naming.starts,
    endsDay: naming.ends,
    duties: naming.duties,
    controls: naming.controls,
    keeping: naming.keeping,
  };
  return labels[field] ?? naming.title;
}
