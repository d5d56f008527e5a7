import { Hono } from "hono";
import { decideAccess } from "../../agencies/actions/decide-access.ts";
import { openScan } from "../../agencies/actions/open-scan.ts";
import { seeAccessQueue, seeAskedAccess } from "../../agencies/actions/see-access-queue.ts";
import type { JudgementFault, TypedJudgement } from "../../agencies/access-judgement.ts";
import type { AccessRequestSeen, AskedPerson } from "../../agencies/asked-access.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm, type FormFields } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import type { Words } from "../../words/words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { sendScan } from "../send-scan.ts";
import { AskedPage } from "./asked-page.tsx";
import { reasonName, resultName } from "./person-fields.ts";
import { QueuePage } from "./queue-page.tsx";
import { underPages } from "./under-routes.tsx";

/** The registrar's queue (F1.2): what agencies asked for, looked at with its signed letter, granted or refused. */
export const accessPages = new Hono<AppEnv>();

const mayGrant = requireRight("grant_access");

accessPages.get("/access", mayGrant, async (c) => {
  const queue = await seeAccessQueue(c.var.ports, staffOf(c));
  return sendPage(c, <QueuePage page={pageContext(c)} staff={sessionOf(c)} queue={queue} />);
});

accessPages.route("/", underPages);

accessPages.get("/access/:id", mayGrant, (c) => {
  const left = c.req.query("left");
  const saved = left !== undefined && /^\d{1,6}$/.test(left) ? Number(left) : null;
  return askedPage(c, { judgements: [], faults: () => [], saved });
});

accessPages.get("/access/:id/scan", mayGrant, async (c) => {
  const opened = await openScan(c.var.ports, staffOf(c), { requestId: c.req.param("id") });
  return opened.ok ? sendScan(c, opened.value) : notFoundPage(c);
});

accessPages.post("/access/:id", mayGrant, async (c) => {
  const requestId = c.req.param("id");
  const judgements = judgementsOf(await readForm(c));
  const decided = await decideAccess(c.var.ports, staffOf(c), { requestId, judgements });
  if (decided.ok) return c.redirect(`/console/access/${requestId}?left=${decided.value.left}`, 303);
  const words = pageContext(c).words.agencies.access;
  const again = (sentence: string) => askedPage(c, { judgements, faults: () => [{ sentence }], saved: null });
  switch (decided.refusal.kind) {
    case "request_not_found":
      return notFoundPage(c);
    case "request_over":
      return again(words.overNow);
    case "nothing_judged":
      return again(words.nothing);
    case "judgement_faults": {
      const { faults } = decided.refusal;
      return askedPage(c, {
        judgements,
        faults: ({ people }) => faults.map((fault) => itemOf(fault, people, words)),
        saved: null,
      });
    }
  }
});

/** What was chosen for each person of the form; the rest is granted when that was asked. */
function judgementsOf(form: FormFields): readonly TypedJudgement[] {
  const rest = form.text("do") === "rest" ? "granted" : "";
  return form.all("person").map((personId) => ({
    personId,
    decision: form.text(resultName(personId)) || rest,
    reason: form.text(reasonName(personId)),
  }));
}

function itemOf(
  { personId, kind }: JudgementFault,
  people: readonly AskedPerson[],
  words: Words["agencies"]["access"],
): SummaryItem {
  const name = people.find(({ id }) => id === personId)?.name ?? "";
  const isOfReason = kind === "reason_missing" || kind === "reason_long";
  const field = isOfReason ? reasonName(personId) : resultName(personId);
  return { field, sentence: words.personFault(name, words.faults[kind]) };
}

interface Shown {
  readonly judgements: readonly TypedJudgement[];
  readonly faults: (request: AccessRequestSeen) => readonly SummaryItem[];
  readonly saved: number | null;
}

async function askedPage(c: AppContext, { judgements, faults: faultsOf, saved }: Shown): Promise<Response> {
  const seen = await seeAskedAccess(c.var.ports, staffOf(c), { requestId: c.req.param("id") ?? "" });
  if (!seen.ok) return notFoundPage(c);
  const faults = faultsOf(seen.value);
  const common = { page: pageContext(c), staff: sessionOf(c), request: seen.value };
  return sendPage(c, <AskedPage {...common} {...{ judgements, faults, saved }} />, {
    status: faults.length > 0 ? 422 : 200,
  });
}
