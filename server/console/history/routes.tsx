import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { mayLookUpNumber } from "../../http/look-up-limit.ts";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import {
  seePersonHistory,
  type PersonHistory,
  type PersonHistoryRefusal,
} from "../../visits/actions/see-person-history.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { HistoryPage } from "./history-page.tsx";
import { readHistoryTurns, type HistoryTurns } from "./turns.ts";

/** One person's history (F5). The number is posted and answered at once: it never stands in an address. */
export const historyPages = new Hono<AppEnv>();

interface Asked {
  readonly citizenId: string;
  readonly reason: string;
  readonly turns: HistoryTurns;
}

const nothingAsked: Asked = { citizenId: "", reason: "", turns: { here: null, elsewhere: null } };

const maySee = requireRight("see_history");

historyPages.get("/history", maySee, (c) => show(c, null, nothingAsked, []));

historyPages.post("/history", maySee, async (c) => {
  const form = await readForm(c);
  const turns = readHistoryTurns(form.text);
  const typed = { citizenId: form.text("citizenId"), reason: form.text("reason"), turns };
  const { purpose } = pageContext(c).words.find.history;
  if (!(await mayLookUpNumber(c, staffOf(c).staffId))) {
    const sentence = pageContext(c).words.counter.tooManyNumbers;
    return show(c, null, typed, [{ field: "citizenId", sentence }]);
  }
  const asked = { citizenIdText: typed.citizenId, purpose, ...turns };
  const reason = form.text("elsewhere") === "1" ? typed.reason : null;
  const seen = await seePersonHistory(c.var.ports, staffOf(c), { ...asked, reason });
  if (seen.ok) return show(c, seen.value, typed, []);
  const fault = faultOf(c, seen.refusal);
  if (seen.refusal.kind !== "history_reason_short") return show(c, null, typed, [fault]);
  const here = await seePersonHistory(c.var.ports, staffOf(c), { ...asked, reason: null });
  return show(c, here.ok ? here.value : null, typed, [fault]);
});

function faultOf(c: AppContext, refusal: PersonHistoryRefusal): SummaryItem {
  const { identity, find } = pageContext(c).words;
  switch (refusal.kind) {
    case "person_unknown":
      return { field: "citizenId", sentence: find.history.person_unknown };
    case "history_reason_short":
      return { field: "reason", sentence: find.history.history_reason_short(refusal.fewest) };
    case "citizen_id_empty":
    case "citizen_id_length":
    case "citizen_id_not_digits":
    case "citizen_id_checksum":
      return { field: "citizenId", sentence: sayRefusal(identity.refusal, refusal) };
  }
}

function show(
  c: AppContext,
  seen: PersonHistory | null,
  { turns, ...typed }: Asked,
  faults: readonly SummaryItem[],
): Promise<Response> {
  const common = { page: pageContext(c), staff: sessionOf(c), seen, turns, typed, faults };
  return sendPage(c, <HistoryPage {...common} />, { status: faults.length > 0 ? 422 : 200 });
}
