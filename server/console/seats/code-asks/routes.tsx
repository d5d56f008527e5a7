import { Hono } from "hono";
import { askForCode } from "../../../credentials/actions/ask-for-code.ts";
import { seeCodeAsk, seeOwnCodeAsks } from "../../../credentials/actions/see-code-asks.ts";
import { seeNaming } from "../../../credentials/actions/see-naming.ts";
import {
  codeAskFields,
  type AskForCodeRefusal,
  type CodeAskField,
  type TypedCodeAsk,
} from "../../../credentials/code-ask.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { notFoundPage } from "../../../http/fault.tsx";
import { readForm } from "../../../http/form.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { readTurn } from "../../../http/page/turn.ts";
import { newRequestKey, readRequestKey, requestKeyField } from "../../../http/request-key.ts";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { parseMomentPlace } from "../../../kernel/moment-place.ts";
import { formatDay } from "../../../kernel/thai-date.ts";
import { sayRefusal } from "../../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../../gates.ts";
import { AskFormPage } from "./form-page.tsx";
import { OwnAsksPage } from "./list-page.tsx";
import { OwnAskPage } from "./one-page.tsx";
import { ownAsksPath } from "./paths.ts";

/** A head asks the central office for user codes, for holders of hardware keys (flows T1). */
export const seatCodeAskPages = new Hono<AppEnv>();

const mayName = requireRight("name_holders");
const path = "/seats/code-asks";
const nothing = Object.fromEntries(codeAskFields.map((name) => [name, ""])) as TypedCodeAsk;

seatCodeAskPages.get(path, mayName, async (c) => {
  const turn = readTurn((name) => c.req.query(name), parseMomentPlace);
  const asks = await seeOwnCodeAsks(c.var.ports, staffOf(c), turn);
  const isSent = c.req.query("done") === "sent";
  const common = { page: pageContext(c), staff: sessionOf(c), asks, isSent };
  return sendPage(c, <OwnAsksPage {...common} isFirst={turn === null} />);
});

seatCodeAskPages.get(`${path}/new`, mayName, (c) =>
  form(c, { ...nothing, orderId: c.req.query("order") ?? "" }, newRequestKey(c.var.ports.random), []),
);

seatCodeAskPages.post(`${path}/new`, mayName, async (c) => {
  const { text } = await readForm(c);
  const typed = Object.fromEntries(codeAskFields.map((name) => [name, text(name)])) as TypedCodeAsk;
  const requestKey = readRequestKey(c.var.ports.random, text(requestKeyField));
  const asked = await askForCode(c.var.ports, staffOf(c), { typed, requestKey });
  if (asked.ok) return c.redirect(`${ownAsksPath}?done=sent`, 303);
  return form(c, typed, requestKey, said(c, asked.refusal));
});

seatCodeAskPages.get(`${path}/:codeAskId`, mayName, async (c) => {
  const seen = await seeCodeAsk(c.var.ports, staffOf(c), c.req.param("codeAskId"));
  if (!seen.ok) return notFoundPage(c);
  return sendPage(c, <OwnAskPage page={pageContext(c)} staff={sessionOf(c)} seen={seen.value} />);
});

/** What is wrong, each at its field. */
function said(c: AppContext, refusal: AskForCodeRefusal): readonly SummaryItem[] {
  const { words, language } = pageContext(c);
  const { codeAsks, naming } = words.credentials;
  const labels: Record<CodeAskField, string> = {
    ...naming,
    right: codeAsks.right,
    serial: codeAsks.serial,
    orderId: codeAsks.order,
  };
  switch (refusal.kind) {
    case "code_ask_faults":
      return refusal.faults.map(({ field, refusal: fault }) => ({
        field,
        label: labels[field],
        sentence: sayRefusal(codeAsks.fault, fault),
      }));
    case "asked_already":
      return [{ field: "citizenId", sentence: codeAsks.askedAlready(formatDay(refusal.madeOn, language)) }];
    case "both_approvals":
      return [{ field: "citizenId", sentence: `${naming.separation.title} ${naming.separation.rule}` }];
    case "order_not_found":
      return [{ field: "orderId", sentence: codeAsks.orderNotFound }];
    case "asks_many":
      return [{ sentence: codeAsks.asksMany(refusal.most) }];
    case "office_none":
      return [{ sentence: codeAsks.officeNone }];
  }
}

async function form(
  c: AppContext,
  typed: TypedCodeAsk,
  requestKey: string,
  faults: readonly SummaryItem[],
): Promise<Response> {
  const { orders } = await seeNaming(c.var.ports, staffOf(c), typed.orderId);
  const common = { page: pageContext(c), staff: sessionOf(c), orders, typed, requestKey, faults };
  return sendPage(c, <AskFormPage {...common} />, { status: faults.length > 0 ? 422 : 200 });
}
