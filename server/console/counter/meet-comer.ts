import type { AppContext } from "../../http/env.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext } from "../../http/send-page.ts";
import { meetAtCounter } from "../../identity/actions/meet-at-counter.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import { parsePersonName, type PersonName } from "../../kernel/person-name.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { staffOf } from "../gates.ts";

/** Somebody at an officer's counter, as they were typed from their card; names may be empty where they are known. */
export interface ComerTyped {
  readonly citizenId: CitizenId;
  readonly firstName: string;
  readonly lastName: string;
}

export interface ComerWrong {
  readonly kind: "comer_wrong";
  readonly faults: readonly SummaryItem[];
}

/** Keeps who came, if nobody of that number is known, and answers the person's id. Refuses names that are none. */
export async function meetComer(
  c: AppContext,
  { citizenId, ...names }: ComerTyped,
): Promise<Result<{ readonly personId: string }, ComerWrong>> {
  const { refusal } = pageContext(c).words.identity;
  const faults: SummaryItem[] = [];
  const read = (field: "firstName" | "lastName"): PersonName | null => {
    if (names[field].trim() === "") return null;
    const name = parsePersonName(names[field]);
    if (!name.ok) faults.push({ field, sentence: sayRefusal(refusal, name.refusal) });
    return name.ok ? name.value : null;
  };
  const met = { citizenId, firstName: read("firstName"), lastName: read("lastName"), birth: null };
  if (faults.length > 0) return refuse({ kind: "comer_wrong", faults });
  return ok(await meetAtCounter(c.var.ports, staffOf(c), { ...met, source: "typed" }));
}
