import { record } from "../../audit/store.ts";
import { listLineLinks } from "../../identity/store/line-links.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import { openListRow } from "../desk/list-row.ts";
import { mendingsOf } from "../reconciliation.ts";
import { findListRow, findReconciliation, markMended } from "../store.ts";

export type AskCitizenRefusal =
  | { readonly kind: "reconciliation_not_found" }
  /** The row has its code, or its day is over: there is nothing to ask for. */
  | { readonly kind: "row_settled" }
  | { readonly kind: "citizen_asked_before" }
  /** Nobody of that number is known in LINE here. */
  | { readonly kind: "citizen_not_in_line" };

/**
 * Asks the citizen of a row, in LINE, to get the code that is missing today. Once a row. The look at them is written
 * with `purpose`. Refuses a row of another agency or none as not found, one that needs no code today, one that was asked
 * before, and a person who is not in LINE.
 */
export async function askCitizen(
  ports: Ports,
  actor: Staff,
  input: { readonly id: string; readonly line: number; readonly purpose: string },
): Promise<Result<undefined, AskCitizenRefusal>> {
  const { id, line, purpose } = input;
  if (!isUuid(id)) return refuse({ kind: "reconciliation_not_found" });
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const { agencyId } = actor;
    const list = await findReconciliation(tx, agencyId, id);
    const row = list && (await findListRow(tx, agencyId, id, line));
    if (!list || !row) return refuse({ kind: "reconciliation_not_found" });
    const { visit } = openListRow(ports, list.dataKey, id, row);
    const isToday = visit?.day === bangkokDay(now);
    const mendings = row.kind ? mendingsOf(row.kind, { isToday, codeStatus: row.codeStatus }) : [];
    if (!visit || !mendings.includes("ask_citizen")) return refuse({ kind: "row_settled" });
    if (row.mended === "ask_citizen") return refuse({ kind: "citizen_asked_before" });
    const look = {
      what: "reconciliation",
      purpose,
      subjectId: id,
      personIds: [],
      citizenId: visit.citizenId,
    } as const;
    const [personId] = (await listLookedAt(ports, tx, actor, look)).keys();
    const links = personId === undefined ? [] : await listLineLinks(tx, personId);
    if (personId === undefined || links.length === 0) return refuse({ kind: "citizen_not_in_line" });
    for (const to of links) {
      const refs = { agencyId, serviceType: visit.service };
      await queue(ports, tx, { kind: "code_wanted", medium: "line", to, personId, refs });
    }
    await markMended(tx, agencyId, id, line, { how: "ask_citizen", by: actor.staffId, now });
    await record(ports, tx, { action: "reconciliation.citizen_asked", actor, personId, subjectId: id });
    return ok();
  });
}
