import type { AppContext } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { formView, type ShownFile } from "../../server/http/form-page/form-view.ts";
import { answerSections } from "../../server/http/form-page/answers-shown.tsx";
import { seeDraft, type SeenDraft } from "../../server/petitions/actions/see-draft.ts";
import type { DraftMissing, DraftSent, ServiceClosed } from "../../server/petitions/draft.ts";
import { citizenOf } from "../gates.ts";
import { ClosedPage } from "../e-service/service-page.tsx";
import { FormPage } from "./form-page.tsx";
import { ReviewPage } from "./review-page.tsx";

interface Shown {
  /** What was typed, where it could not be saved. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** True: what is wrong or missing is told. */
  readonly isChecked?: boolean;
  readonly refusals?: readonly SummaryItem[];
  readonly changedAt?: Date | null;
}

/** Answers with the form of a draft. */
export async function showForm(c: AppContext, draftId: string, shown: Shown = {}): Promise<Response> {
  const found = await seeDraft(c.var.ports, citizenOf(c), { draftId });
  if (!found.ok) return elsewhere(c, draftId, found.refusal);
  const seen = found.value;
  const { refusals = [], changedAt = null, isChecked = false } = shown;
  const view = await formView(c.var.ports.gazetteer, {
    page: pageContext(c),
    form: seen.definition.form,
    answers: shown.answers ?? seen.draft.content.answers,
    now: c.var.ports.clock.now(),
    problems: isChecked ? seen.walk.problems : [],
    files: filesOf(seen),
    tiles: c.var.site.mapTiles,
  });
  const isWrong = refusals.length > 0 || view.problems.size > 0;
  const status = changedAt ? 409 : isWrong ? 422 : 200;
  const { version } = seen.draft;
  return sendPage(c, <FormPage {...{ view, seen, version, refusals, changedAt }} />, {
    status,
    needs: { map: true },
  });
}

/** Answers with the check before sending; with the form and what is wrong in it, where something is. */
export async function showReview(
  c: AppContext,
  draftId: string,
  { wantsPaper = false, refused }: { wantsPaper?: boolean; refused?: string } = {},
): Promise<Response> {
  const found = await seeDraft(c.var.ports, citizenOf(c), { draftId });
  if (!found.ok) return elsewhere(c, draftId, found.refusal);
  const seen = found.value;
  if (seen.walk.problems.length > 0) return showForm(c, draftId, { isChecked: true });
  const page = pageContext(c);
  const given = { page, form: seen.definition.form, answers: seen.walk.accepted, files: filesOf(seen) };
  const sections = await answerSections(c.var.ports.gazetteer, given, new Set(seen.walk.shown));
  return sendPage(c, <ReviewPage {...{ page, seen, sections, wantsPaper, refused }} />, {
    status: refused === undefined ? 200 : 422,
  });
}

/** Where somebody is led who cannot fill this draft. */
export function elsewhere(
  c: AppContext,
  draftId: string,
  refusal: DraftMissing | DraftSent | ServiceClosed,
): Response | Promise<Response> {
  switch (refusal.kind) {
    case "draft_missing":
      return notFoundPage(c);
    case "draft_sent":
      return c.redirect(`/liff/drafts/${draftId}/sent`, 303);
    case "service_closed":
      return sendPage(c, <ClosedPage page={pageContext(c)} />, { status: 404 });
  }
}

function filesOf({ draft, files }: SeenDraft): readonly ShownFile[] {
  return files.map(({ id, name, size, mediaType }) => ({
    ...{ id, name, size, mediaType },
    href: `/liff/drafts/${draft.id}/files/${id}`,
  }));
}
