import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { nationalPhone } from "../../kernel/phone.ts";
import { formatTime } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { editDraft } from "../../visits/actions/save-draft.ts";
import { seeOffers } from "../../visits/actions/see-offers.ts";
import { seeVisit, type SeenVisit } from "../../visits/actions/see-visit.ts";
import type { TypedVisit } from "../../visits/visit-draft.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { afterSaving } from "./save-routes.tsx";
import { keepPosted } from "./keep-posted.ts";
import { draftFaults, typedDraft } from "./typed.ts";
import { ConfirmedPage, DraftPage } from "./visit-page.tsx";

/** One visit at the counter: a draft goes on, a confirmed one shows its codes. */
export const counterVisitPages = new Hono<AppEnv>();

counterVisitPages.get("/counter/:visitId", requireRight("use_counter"), async (c) => {
  const refused = refusalOf(c, c.req.query("refused") ?? "");
  const done =
    c.req.query("done") === "draft" ? "draft" : c.req.query("done") === "changed" ? "changed" : null;
  return visitPage(c, { faults: refused, typed: null, pictureId: null, done });
});

counterVisitPages.post("/counter/:visitId", requireRight("use_counter"), async (c) => {
  const form = await readForm(c);
  const typed = typedDraft(form);
  const visitId = c.req.param("visitId");
  const version = Number(form.text("version"));
  const posted = await keepPosted(c, form, { visitId });
  const pictureId = posted.pictureId ?? (isUuid(form.text("pictureId")) ? form.text("pictureId") : null);
  const again = (faults: readonly SummaryItem[]) => visitPage(c, { faults, typed, pictureId, done: null });
  if (posted.faults.length > 0) return again(posted.faults);
  const edited = await editDraft(c.var.ports, staffOf(c), { visitId, version, typed, pictureId });
  if (edited.ok) return afterSaving(c, edited.value, form.text("then"));
  const { refusal } = edited;
  if (refusal.kind === "visit_not_found") return notFoundPage(c);
  if (refusal.kind === "draft_incomplete") {
    return again(draftFaults(refusal, pageContext(c).words));
  }
  const path = `/console/counter/${visitId}`;
  return c.redirect(
    refusal.kind === "draft_changed" ? `${path}?done=changed` : `${path}?refused=${refusal.kind}`,
    303,
  );
});

async function visitPage(
  c: AppContext,
  shown: {
    readonly faults: readonly SummaryItem[];
    readonly typed: TypedVisit | null;
    /** A picture that came with the form that was refused. */
    readonly pictureId: string | null;
    readonly done: "draft" | "changed" | null;
  },
): Promise<Response> {
  const staff = staffOf(c);
  const visitId = c.req.param("visitId") ?? "";
  const seen = await seeVisit(c.var.ports, staff, { visitId, purpose: "counter" });
  if (!seen.ok) return notFoundPage(c);
  const { visit } = seen.value;
  const common = { page: pageContext(c), staff: sessionOf(c), seen: seen.value };
  if (visit.status !== "draft") return sendPage(c, <ConfirmedPage {...common} />);
  const offers = await seeOffers(c.var.ports, staff, { day: visit.day });
  const { faults, done, pictureId } = shown;
  const typed = shown.typed ?? typedBefore(seen.value);
  return sendPage(c, <DraftPage {...common} {...{ offers, typed, faults, done, pictureId }} />, {
    status: faults.length > 0 ? 422 : 200,
  });
}

function typedBefore({ visit, contact, ticked }: SeenVisit): TypedVisit {
  return {
    mobile: contact ? nationalPhone(contact.mobile) : "",
    telephones: contact?.telephones.join(",") ?? "",
    time: formatTime(visit.cameAt ?? visit.madeAt, "en"),
    services: ticked,
    hn: visit.hn ?? "",
    an: visit.an ?? "",
  };
}

/** Why confirming was refused a moment ago, when the address says so. */
function refusalOf(c: AppContext, kind: string): readonly SummaryItem[] {
  const words = pageContext(c).words.counter.refusal;
  switch (kind) {
    case "picture_missing":
      return [{ field: "picture", sentence: words.picture_missing() }];
    case "codes_there_already":
    case "service_not_offered":
      return [{ field: "services", sentence: words[kind]() }];
    case "facility_closed":
    case "visit_not_draft":
    case "draft_changed":
      return [{ sentence: words[kind]() }];
    default:
      return [];
  }
}
