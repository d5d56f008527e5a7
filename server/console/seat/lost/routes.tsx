import { Hono } from "hono";
import { reportLostPhone } from "../../../credentials/actions/report-lost-phone.ts";
import { readLoss, type TypedLoss } from "../../../credentials/typed-loss.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { readForm } from "../../../http/form.ts";
import { sayLossFaults, typedLossOf } from "../../../http/loss-form.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { emptyLoss } from "../../../http/page/loss-fields.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../../http/request-key.ts";
import { endThisSeatSession } from "../../../http/seat-session.ts";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { bangkokDay } from "../../../kernel/thai-date.ts";
import { sayRefusal } from "../../../words/refusal-words.ts";
import { enteredSeatOf, requireHalfSeat } from "../gates.ts";
import { LostPage, LostStoppedPage } from "./lost-page.tsx";

/** A holder reports their own phone, from any machine, with user code and password alone: the phone is gone (N13). */
export const seatLostPages = new Hono<AppEnv>();

seatLostPages.get("/lost", requireHalfSeat, (c) => {
  const { userCode, part } = enteredSeatOf(c);
  return show(
    c,
    emptyLoss(userCode, part, bangkokDay(c.var.ports.clock.now())),
    [],
    newRequestKey(c.var.ports.random),
  );
});

seatLostPages.post("/lost", requireHalfSeat, async (c) => {
  const { ports } = c.var;
  const { userCode, part, holdingId } = enteredSeatOf(c);
  const form = await readForm(c);
  const typed = { ...typedLossOf(form), userCode, part };
  const requestKey = readRequestKey(ports.random, form.text(requestKeyField));
  const { words } = pageContext(c);
  const loss = readLoss(typed, bangkokDay(ports.clock.now()));
  if (!loss.ok) return show(c, typed, sayLossFaults(words, loss.refusal.faults), requestKey);
  const input = { ...loss.value, holdingId, requestKey };
  const reported = await reportLostPhone(ports, { kind: "holder", holdingId }, input);
  if (!reported.ok) {
    const sentence = sayRefusal(words.credentials.lost.refusal, reported.refusal);
    return show(c, typed, [{ sentence }], requestKey);
  }
  await endThisSeatSession(c);
  return sendPage(c, <LostStoppedPage page={pageContext(c)} lost={reported.value} />);
});

function show(
  c: AppContext,
  typed: TypedLoss,
  faults: readonly SummaryItem[],
  requestKey: string,
): Promise<Response> {
  const shown = { page: pageContext(c), seat: enteredSeatOf(c), typed, faults, requestKey };
  return sendPage(c, <LostPage {...shown} />, { status: faults.length > 0 ? 422 : 200 });
}
