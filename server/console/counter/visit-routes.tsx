import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { editDraft } from "../../visits/actions/edit-draft.ts";
import { seeOffers } from "../../visits/actions/see-offers.ts";
import { seeVisit } from "../../visits/actions/see-visit.ts";
import { draftDifferences } from "../../visits/draft-difference.ts";
import type { TypedVisit } from "../../visits/visit-draft.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { afterSaving } from "./save-routes.tsx";
import type { Conflict } from "./conflict-panel.tsx";
import { keepPosted } from "./keep-posted.ts";
import { draftFaults, keptDraft, typedDraft } from "./typed.ts";
import { ConfirmedPage, DraftPage } from "./visit-page.tsx";

/** One visit at the counter: a draft goes on, a confirmed one shows its codes. */
export const counterVisitPages = new Hono<AppEnv>();

counterVisitPages.get("/counter/:visitId", requireRight("use_counter"), (c) =>
  visitPage(c, {
    faults: refusalOf(c, c.req.query("refused") ?? ""),
    isSaved: c.req.query("done") === "draft",
  }),
);

counterVisitPages.post("/counter/:visitId", requireRight("use_counter"), async (c) => {
  const form = await readForm(c);
  const typed = typedDraft(form);
  const visitId = c.req.param("visitId");
  const version = Number(form.text("version"));
  const posted = await keepPosted(c, form, { visitId });
  const pictureId = posted.pictureId ?? (isUuid(form.text("pictureId")) ? form.text("pictureId") : null);
  const again = (faults: readonly SummaryItem[]) => visitPage(c, { faults, typed, pictureId });
  if (posted.faults.length > 0) return again(posted.faults);
  const edited = await editDraft(c.var.ports, staffOf(c), { visitId, version, typed, pictureId });
  if (edited.ok) return afterSaving(c, edited.value, form.text("then"));
  const { refusal } = edited;
  switch (refusal.kind) {
    case "visit_not_found":
      return notFoundPage(c);
    case "draft_incomplete":
      return again(draftFaults(refusal, pageContext(c).words));
    case "draft_changed":
    case "visit_not_draft":
      return visitPage(c, { faults: [], typed, pictureId, then: form.text("then") });
  }
});

interface Shown {
  readonly faults: readonly SummaryItem[];
  /** What was typed and not kept; none: what stands is shown. */
  readonly typed?: TypedVisit;
  /** A picture that came with the form that was not kept. */
  readonly pictureId?: string | null;
  /** Somebody else was first, and this is what was to be done. */
  readonly then?: string;
  readonly isSaved?: boolean;
}

async function visitPage(c: AppContext, shown: Shown): Promise<Response> {
  const staff = staffOf(c);
  const visitId = c.req.param("visitId") ?? "";
  const seen = await seeVisit(c.var.ports, staff, { visitId, purpose: "counter" });
  if (!seen.ok) return notFoundPage(c);
  const { visit } = seen.value;
  const kept = keptDraft(seen.value);
  const { faults, typed = kept, pictureId = null, then, isSaved = false } = shown;
  const conflict = then === undefined ? null : conflictOf(typed, kept);
  if (then !== undefined && !conflict?.fields.length && pictureId === null) {
    // The other one wrote the same: there is nothing to choose.
    return afterSaving(c, { visitId, version: visit.version }, then);
  }
  const offers = await seeOffers(c.var.ports, staff, { day: visit.day });
  const common = { page: pageContext(c), staff: sessionOf(c), seen: seen.value, offers, conflict };
  const status = conflict ? 409 : faults.length > 0 ? 422 : 200;
  if (visit.status !== "draft") return sendPage(c, <ConfirmedPage {...common} />, { status });
  return sendPage(c, <DraftPage {...common} {...{ typed, faults, pictureId, isSaved }} />, { status });
}

function conflictOf(mine: TypedVisit, theirs: TypedVisit): Conflict {
  return { fields: draftDifferences(mine, theirs), mine, theirs };
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
