import { Hono } from "hono";
import { mayStaff } from "../../agencies/role.ts";
import { findSeatHolder } from "../../credentials/actions/find-seat-holder.ts";
import { reportLostPhone } from "../../credentials/actions/report-lost-phone.ts";
import { seeLostPhones } from "../../credentials/actions/see-lost-phones.ts";
import { readLoss, type TypedLoss } from "../../credentials/typed-loss.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { readTurn } from "../../http/page/turn.ts";
import { readRequestKey, newRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { parseMomentPlace } from "../../kernel/moment-place.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { lostPhoneLetterPages } from "./letter-routes.tsx";
import { lostPhonesPath, LostPhonesPage } from "./lost-phones-page.tsx";
import { sayLossFaults, typedLossOf } from "../../http/loss-form.ts";
import { emptyLoss } from "../../http/page/loss-fields.tsx";
import { ReportLostPage } from "./report-page.tsx";
import { findWhosePhones, readWhose } from "./whose-phone.ts";

/** Lost phones: the head of an agency and the central office report them, and see what became of each (N13). */
export const lostPhonePages = new Hono<AppEnv>();

const maySee = requireRight("see_lost_phones");
const mayReport = requireRight("report_lost_phone");

lostPhonePages.get("/lost-phones", maySee, async (c) => {
  const turn = readTurn((name) => c.req.query(name), parseMomentPlace);
  const seen = await seeLostPhones(c.var.ports, staffOf(c), turn);
  const shown = { page: pageContext(c), staff: sessionOf(c), seen, isFirst: turn === null };
  return sendPage(c, <LostPhonesPage {...shown} />);
});

lostPhonePages.get("/lost-phones/new", mayReport, (c) => {
  const today = bangkokDay(c.var.ports.clock.now());
  const typed = emptyLoss(c.req.query("code") ?? "", c.req.query("part") ?? "holder", today);
  return show(c, typed, [], newRequestKey(c.var.ports.random));
});

lostPhonePages.post("/lost-phones/new", mayReport, async (c) => {
  const { ports } = c.var;
  const actor = staffOf(c);
  const form = await readForm(c);
  const typed = { ...typedLossOf(form), ...readWhose(form) };
  const requestKey = readRequestKey(ports.random, form.text(requestKeyField));
  const { words } = pageContext(c);
  const loss = readLoss(typed, bangkokDay(ports.clock.now()));
  if (!loss.ok) return show(c, typed, sayLossFaults(words, loss.refusal.faults), requestKey);
  const missing = { field: "userCode", sentence: words.credentials.lost.refusal.holding_missing() };
  const holding = await findSeatHolder(ports, actor, loss.value);
  if (!holding) return show(c, typed, [missing], requestKey);
  const kind = mayStaff(actor.level, "name_holders") ? "head" : "office";
  const input = { ...loss.value, holdingId: holding.id, requestKey };
  const reported = await reportLostPhone(ports, { kind, actor }, input);
  if (reported.ok) return c.redirect(`${lostPhonesPath}/${reported.value.id}?done=reported`, 303);
  const { refusal } = reported;
  if (refusal.kind === "holding_missing") return show(c, typed, [missing], requestKey);
  const field = refusal.kind === "lost_words_long" ? "said" : "lostOnDay";
  const sentence = sayRefusal(words.credentials.lost.refusal, refusal);
  return show(c, typed, [{ field, sentence }], requestKey);
});

lostPhonePages.route("/", lostPhoneLetterPages);

async function show(
  c: AppContext,
  typed: TypedLoss,
  faults: readonly SummaryItem[],
  requestKey: string,
): Promise<Response> {
  const page = pageContext(c);
  const whose = await findWhosePhones(c.var.ports, staffOf(c), page.words);
  const shown = { page, staff: sessionOf(c), whose, typed, faults, requestKey };
  return sendPage(c, <ReportLostPage {...shown} />, { status: faults.length > 0 ? 422 : 200 });
}
