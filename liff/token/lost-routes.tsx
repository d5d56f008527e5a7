import { Hono } from "hono";
import {
  reportColleaguePhone,
  type ColleagueReportRefusal,
} from "../../server/credentials/actions/report-colleague-phone.ts";
import { offerReport } from "../../server/credentials/actions/offer-report.ts";
import { readLoss, type TypedLoss } from "../../server/credentials/typed-loss.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm, type FormFields } from "../../server/http/form.ts";
import { sayLossFaults, typedLossOf } from "../../server/http/loss-form.ts";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { emptyLoss } from "../../server/http/page/loss-fields.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../server/http/request-key.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { bangkokDay } from "../../server/kernel/thai-date.ts";
import { isUuid } from "../../server/kernel/uuid.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { LostPage } from "./lost-page.tsx";
import { closedPath, SaidPage } from "./parts.tsx";
import { phoneOf } from "./phone.ts";

/** A colleague reports a lost phone from their own LINE (N13). */
export const lostRoutes = new Hono<AppEnv>();

lostRoutes.get("/token/lost", (c) => {
  const { clock, random } = c.var.ports;
  return show(c, emptyLoss("", "holder", bangkokDay(clock.now())), [], newRequestKey(random));
});

lostRoutes.post("/token/lost", async (c) => {
  const { ports } = c.var;
  const form = await readForm(c);
  const typed = typedLossOf(form);
  const requestKey = readRequestKey(ports.random, form.text(requestKeyField));
  const { words } = pageContext(c);
  const loss = readLoss(typed, bangkokDay(ports.clock.now()));
  if (!loss.ok) return show(c, typed, sayLossFaults(words, loss.refusal.faults), requestKey, keyIdOf(form));
  const reported = await reportColleaguePhone(ports, phoneOf(c), {
    ...{ loss: loss.value, pinText: form.text("pin"), requestKey, nonce: form.text("nonce") },
    ...{ keyId: keyIdOf(form), signature: form.text("signature") },
    typed: { userCode: form.text("userCode"), part: form.text("part") },
  });
  if (!reported.ok && reported.refusal.kind === "pin_disabled") return c.redirect(closedPath, 303);
  if (!reported.ok) return show(c, typed, [faultOf(c, reported.refusal)], requestKey, keyIdOf(form));
  const page = pageContext(c);
  const { done, doneNext } = words.credentials.lost.phone;
  return sendPage(
    c,
    <SaidPage page={page} title={done} tone="done" said={doneNext} next={words.credentials.lost.next} />,
  );
});

/** The field each refusal stands at; what is not here is about the PIN. */
const fieldOf: Partial<Record<ColleagueReportRefusal["kind"], string>> = {
  holding_missing: "userCode",
  lost_day_ahead: "lostOnDay",
  lost_day_long_ago: "lostOnDay",
  lost_words_long: "said",
};

const ofNoField: readonly ColleagueReportRefusal["kind"][] = [
  ...(["no_own_key", "signature_wrong", "too_many_reports"] as const),
];

function faultOf(c: AppContext, refusal: ColleagueReportRefusal): SummaryItem {
  const { pin, lost } = pageContext(c).words.credentials;
  const sentence = sayRefusal({ ...pin, ...lost.refusal }, refusal);
  return ofNoField.includes(refusal.kind)
    ? { sentence }
    : { field: fieldOf[refusal.kind] ?? "pin", sentence };
}

/** The key that signed; one that is none finds nothing. */
function keyIdOf(form: FormFields): string {
  const id = form.text("keyId");
  return isUuid(id) ? id : "00000000-0000-7000-8000-000000000000";
}

async function show(
  c: AppContext,
  typed: TypedLoss,
  faults: readonly SummaryItem[],
  requestKey: string,
  chosen = "",
): Promise<Response> {
  const offer = await offerReport(c.var.ports, { kind: "gate" }, { phone: phoneOf(c) });
  const shown = { page: pageContext(c), offer, chosen, typed, faults, requestKey };
  return sendPage(c, <LostPage {...shown} />, {
    status: faults.length > 0 ? 422 : 200,
  });
}
