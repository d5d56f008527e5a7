import { Hono } from "hono";
import { decideAccess } from "../../agencies/actions/decide-access.ts";
import { openScan } from "../../agencies/actions/open-scan.ts";
import { seeAccessQueue, seeAskedAccess } from "../../agencies/actions/see-access-queue.ts";
import type { TypedJudgement } from "../../agencies/access-judgement.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { sendScan } from "../send-scan.ts";
import { AskedPage } from "./asked-page.tsx";
import { reasonName, resultName } from "./person-fields.ts";
import { QueuePage } from "./queue-page.tsx";

/** The registrar's queue (F1.2): what agencies asked for, looked at with its signed letter, granted or refused. */
export const accessPages = new Hono<AppEnv>();

const mayGrant = requireRight("grant_access");

accessPages.get("/access", mayGrant, async (c) => {
  const queue = await seeAccessQueue(c.var.ports, staffOf(c));
  return sendPage(c, <QueuePage page={pageContext(c)} staff={sessionOf(c)} queue={queue} />);
});

accessPages.get("/access/:id", mayGrant, (c) => {
  const left = c.req.query("left");
  const saved = left !== undefined && /^\d{1,6}$/.test(left) ? Number(left) : null;
  return askedPage(c, { judgements: [], faults: [], saved });
});

accessPages.get("/access/:id/scan", mayGrant, async (c) => {
  const opened = await openScan(c.var.ports, staffOf(c), { requestId: c.req.param("id") });
  return opened.ok ? sendScan(c, opened.value) : notFoundPage(c);
});

accessPages.post("/access/:id", mayGrant, async (c) => {
  const requestId = c.req.param("id");
  const form = await readForm(c);
  const judgements = form.all("person").map((personId) => ({
    personId,
    decision: form.text(resultName(personId)),
    reason: form.text(reasonName(personId)),
  }));
  const decided = await decideAccess(c.var.ports, staffOf(c), { requestId, judgements });
  if (decided.ok) return c.redirect(`/console/access/${requestId}?left=${decided.value.left}`, 303);
  const words = pageContext(c).words.agencies.access;
  const again = (faults: readonly SummaryItem[]) => askedPage(c, { judgements, faults, saved: null });
  switch (decided.refusal.kind) {
    case "request_not_found":
      return notFoundPage(c);
    case "request_over":
      return again([{ sentence: words.overNow }]);
    case "nothing_judged":
      return again([{ sentence: words.nothing }]);
    case "judgement_faults":
      return again(
        decided.refusal.faults.map(({ personId, kind }) => ({
          field:
            kind === "reason_missing" || kind === "reason_long" ? reasonName(personId) : resultName(personId),
          sentence: words.faults[kind],
        })),
      );
  }
});

interface Shown {
  readonly judgements: readonly TypedJudgement[];
  readonly faults: readonly SummaryItem[];
  readonly saved: number | null;
}

async function askedPage(c: AppContext, shown: Shown): Promise<Response> {
  const seen = await seeAskedAccess(c.var.ports, staffOf(c), { requestId: c.req.param("id") ?? "" });
  if (!seen.ok) return notFoundPage(c);
  const common = { page: pageContext(c), staff: sessionOf(c), request: seen.value };
  return sendPage(c, <AskedPage {...common} {...shown} />, { status: shown.faults.length > 0 ? 422 : 200 });
}
