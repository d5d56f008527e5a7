import { Hono } from "hono";
import {
  issueForAsk,
  refuseAsk,
  type IssueForAskRefusal,
  type RefuseAskRefusal,
} from "../../../credentials/actions/decide-code-ask.ts";
import { seeCodeAsk, seeCodeAsks } from "../../../credentials/actions/see-code-asks.ts";
import { codeAskStates } from "../../../credentials/code-ask.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { notFoundPage } from "../../../http/fault.tsx";
import { readForm } from "../../../http/form.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { readTurn } from "../../../http/page/turn.ts";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { parseMomentPlace } from "../../../kernel/moment-place.ts";
import { requireRight, sessionOf, staffOf } from "../../gates.ts";
import { officeAskAddress } from "../../seats/code-asks/paths.ts";
import { CodeAskPage, type TypedAnswer } from "./answer-page.tsx";
import { CodeAskQueuePage } from "./queue-page.tsx";

/** The central office answers heads who ask for user codes (flows T1). */
export const tokenCodeAskPages = new Hono<AppEnv>();

const mayRegister = requireRight("register_tokens");
const path = "/tokens/code-asks";

tokenCodeAskPages.get(path, mayRegister, async (c) => {
  const turn = readTurn((name) => c.req.query(name), parseMomentPlace);
  const state = codeAskStates.find((each) => each === c.req.query("state")) ?? "waiting";
  const asks = await seeCodeAsks(c.var.ports, staffOf(c), { state, turn });
  const common = { page: pageContext(c), staff: sessionOf(c), asks, state };
  return sendPage(c, <CodeAskQueuePage {...common} isFirst={turn === null} />);
});

tokenCodeAskPages.get(`${path}/:codeAskId`, mayRegister, (c) => show(c, null, []));

tokenCodeAskPages.post(`${path}/:codeAskId`, mayRegister, async (c) => {
  const { text } = await readForm(c);
  const typed = { code: text("code"), reason: text("reason") };
  const id = c.req.param("codeAskId");
  const isIssued = text("verdict") === "issue";
  const decided = isIssued
    ? await issueForAsk(c.var.ports, staffOf(c), { id, code: typed.code })
    : await refuseAsk(c.var.ports, staffOf(c), { id, reason: typed.reason });
  if (decided.ok) return c.redirect(officeAskAddress(id), 303);
  const { refusal } = decided;
  if (refusal.kind === "code_ask_not_found") return notFoundPage(c);
  return show(c, typed, [said(c, refusal)], refusal.kind === "code_ask_decided" ? 409 : 422);
});

type Said = Exclude<IssueForAskRefusal | RefuseAskRefusal, { readonly kind: "code_ask_not_found" }>;

function said(c: AppContext, refusal: Said): SummaryItem {
  const { codeAsks, import: list, letters } = pageContext(c).words.credentials;
  switch (refusal.kind) {
    case "code_ask_decided":
      return { sentence: codeAsks.decided };
    case "reason_missing":
      return { field: "reason", sentence: codeAsks.reasonMissing };
    case "reason_long":
      return { field: "reason", sentence: codeAsks.reasonLong(refusal.limit) };
    case "row_faulty":
      return { field: "code", sentence: list.faults[refusal.fault.kind] };
    case "right_other":
      return { field: "code", sentence: codeAsks.rightOther };
    case "right_held":
      return { field: "code", sentence: codeAsks.rightHeld(refusal.userCode) };
    case "taken_meanwhile":
      return { field: "code", sentence: codeAsks.takenMeanwhile };
    case "user_code_empty":
    case "user_code_shape":
      return { field: "code", sentence: letters.office.refusal[refusal.kind]() };
  }
}

/** Nothing posted yet: the code by the rule stands in the field. */
async function show(
  c: AppContext,
  typed: TypedAnswer | null,
  faults: readonly SummaryItem[],
  status: 409 | 422 = 422,
): Promise<Response> {
  const seen = await seeCodeAsk(c.var.ports, staffOf(c), c.req.param("codeAskId") ?? "");
  if (!seen.ok) return notFoundPage(c);
  const shown = typed ?? { code: seen.value.proposed ?? "", reason: "" };
  const common = { page: pageContext(c), staff: sessionOf(c), seen: seen.value, faults };
  return sendPage(c, <CodeAskPage {...common} typed={shown} />, { status: faults.length > 0 ? status : 200 });
}
