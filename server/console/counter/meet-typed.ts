import type { AppContext } from "../../http/env.ts";
import type { FormFields } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext } from "../../http/send-page.ts";
import { meetAtCounter } from "../../identity/actions/meet-at-counter.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import { parsePersonName } from "../../kernel/person-name.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { staffOf } from "../gates.ts";

/** Keeps the name of somebody who was not known, as the clerk typed it; answers what was wrong with it. */
export async function meetTyped(
  c: AppContext,
  citizenId: CitizenId,
  form: FormFields,
): Promise<readonly SummaryItem[]> {
  const [first, last] = [form.text("firstName"), form.text("lastName")];
  if (first.trim() === "" && last.trim() === "") return [];
  const [firstName, lastName] = [parsePersonName(first), parsePersonName(last)];
  if (firstName.ok && lastName.ok) {
    const met = { citizenId, firstName: firstName.value, lastName: lastName.value, birth: null };
    await meetAtCounter(c.var.ports, staffOf(c), { ...met, source: "typed" });
    return [];
  }
  const { refusal } = pageContext(c).words.identity;
  return [
    ...(firstName.ok ? [] : [{ field: "firstName", sentence: sayRefusal(refusal, firstName.refusal) }]),
    ...(lastName.ok ? [] : [{ field: "lastName", sentence: sayRefusal(refusal, lastName.refusal) }]),
  ];
}
