import type { FormFields } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { nationalPhone } from "../../kernel/phone.ts";
import { formatTime } from "../../kernel/thai-date.ts";
import type { SeenVisit } from "../../visits/actions/see-visit.ts";
import type { DraftRefusal, TypedVisit } from "../../visits/visit-draft.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import type { Words } from "../../words/words.ts";

/** What was typed for a visit, as the form posts it. */
export function typedDraft(form: FormFields): TypedVisit {
  return {
    mobile: form.text("mobile"),
    telephones: form.text("telephones"),
    time: form.text("time"),
    services: form.all("services"),
    hn: form.text("hn"),
    an: form.text("an"),
  };
}

/** What stands kept of a visit, as its form shows it. */
export function keptDraft({ visit, contact, ticked }: SeenVisit): TypedVisit {
  return {
    mobile: contact ? nationalPhone(contact.mobile) : "",
    telephones: contact?.telephones.join(",") ?? "",
    time: formatTime(visit.cameAt ?? visit.madeAt, "en"),
    services: ticked,
    hn: visit.hn ?? "",
    an: visit.an ?? "",
  };
}

/** The refused fields of a draft with their sentences, in the order of the page. */
export function draftFaults({ fields }: DraftRefusal, words: Words): readonly SummaryItem[] {
  const all = { ...words.identity.refusal, ...words.counter.refusal };
  return fields.map(({ field, refusal }) => ({ field, sentence: sayRefusal(all, refusal) }));
}

/** The sentence at one field. */
export function faultAt(faults: readonly SummaryItem[], field: string): string | undefined {
  return faults.find((item) => item.field === field)?.sentence;
}
