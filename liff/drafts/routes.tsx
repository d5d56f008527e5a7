import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { dropButton } from "../../server/http/form-page/files-field.tsx";
import { wordingIn } from "../../server/forms/wording.ts";
import { readPostedForm, type PostedForm } from "../../server/http/form-page/posted-form.ts";
import { pressedItem, withPressedItem } from "../../server/http/form-page/pressed-item.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { webChannel } from "../../server/identity/account-door.ts";
import { discardDraft } from "../../server/petitions/actions/discard-draft.ts";
import { dropFile } from "../../server/petitions/actions/drop-file.ts";
import { saveDraft } from "../../server/petitions/actions/save-draft.ts";
import { seeDraft } from "../../server/petitions/actions/see-draft.ts";
import { seeDraftForm } from "../../server/petitions/actions/see-draft-form.ts";
import { seeSent } from "../../server/petitions/actions/see-sent.ts";
import { submitPetition } from "../../server/petitions/actions/submit-petition.ts";
import type { SubmitRefusal } from "../../server/petitions/draft.ts";
import type { PetitionVia } from "../../server/petitions/petition.ts";
import { typedAnswers } from "../../server/forms/typed-form.ts";
import { citizenOf, requireEService, sessionOf } from "../gates.ts";
import { counterPath } from "./counter-page.tsx";
import { counterRoutes } from "./counter-routes.tsx";
import { DiscardPage } from "./discard-page.tsx";
import { keepPostedFiles } from "./posted-files.ts";
import { elsewhere, showForm, showReview } from "./shown.tsx";
import { SentPage } from "./sent-page.tsx";
import { uploadRoutes } from "./upload-routes.ts";

/** Petitions that are being filled (E3.2) and sent (E3.3). */
export const draftPages = new Hono<AppEnv>();

draftPages.use("/drafts/*", requireEService);
draftPages.route("/", uploadRoutes);
draftPages.route("/", counterRoutes);

draftPages.get("/drafts/:draft", (c) => showForm(c, c.req.param("draft")));

draftPages.post("/drafts/:draft", async (c) => {
  const draftId = c.req.param("draft");
  const posted = await readPostedForm(c);
  const form = await seeDraftForm(c.var.ports, citizenOf(c), { draftId });
  if (!form.ok) return elsewhere(c, draftId, form.refusal);
  const answers = withPressedItem(posted, typedAnswers(form.value, posted.texts));
  const seen = Number(posted.text("seen"));
  const saved = await saveDraft(c.var.ports, citizenOf(c), { draftId, seen, answers });
  if (!saved.ok) {
    const { refusal } = saved;
    if (refusal.kind === "draft_changed")
      return showForm(c, draftId, { answers, changedAt: refusal.savedAt });
    if (refusal.kind !== "draft_large" && refusal.kind !== "saves_many")
      return elsewhere(c, draftId, refusal);
    const words = pageContext(c).words.eService.draft;
    const sentence = refusal.kind === "saves_many" ? words.savesMany : words.large;
    return showForm(c, draftId, { answers, refusals: [{ sentence }] });
  }
  const refusals = await files(c, draftId, posted);
  if (refusals.length > 0) return showForm(c, draftId, { refusals });
  return c.redirect(wayOn(draftId, posted), 303);
});

/** Keeps the files that came with the form, and drops the one whose button was pressed. */
async function files(c: AppContext, draftId: string, posted: PostedForm): Promise<readonly SummaryItem[]> {
  const [path = "", fileId = ""] = posted.text(dropButton).split(":");
  if (fileId !== "") await dropFile(c.var.ports, citizenOf(c), { draftId, fileId, path });
  return keepPostedFiles(c, draftId, posted.files);
}

function wayOn(draftId: string, posted: PostedForm): string {
  const here = `/liff/drafts/${draftId}`;
  const doing = posted.text("do");
  if (doing === "check") return `${here}/check`;
  if (doing === "save") return "/liff/e-service?told=saved";
  if (doing === "counter") return counterPath(draftId);
  const spot = pressedItem(posted) || posted.text(dropButton).split(":")[0];
  return spot ? `${here}#${spot}` : here;
}

draftPages.get("/drafts/:draft/check", (c) => showReview(c, c.req.param("draft")));

/** A refused sending shows the check at this address: coming back to it leads to the check. */
draftPages.get("/drafts/:draft/send", (c) => c.redirect(`/liff/drafts/${c.req.param("draft")}/check`, 303));

draftPages.post("/drafts/:draft/send", async (c) => {
  const draftId = c.req.param("draft");
  const posted = await readPostedForm(c);
  const wantsPaper = posted.text("paper") === "yes";
  const input = { draftId, seen: Number(posted.text("seen")), via: viaOf(c), wantsPaper };
  const sent = await submitPetition(c.var.ports, citizenOf(c), input);
  return sent.ok
    ? c.redirect(`/liff/drafts/${draftId}/sent`, 303)
    : notSent(c, draftId, sent.refusal, wantsPaper);
});

/** By which way it came: out of LINE, or out of a browser of its own. */
function viaOf(c: AppContext): PetitionVia {
  const { channel, via } = sessionOf(c);
  return channel !== webChannel && via === "liff" ? "line" : "browser";
}

function notSent(c: AppContext, draftId: string, refusal: SubmitRefusal, wantsPaper: boolean) {
  const words = pageContext(c).words.eService.review;
  switch (refusal.kind) {
    case "draft_missing":
    case "service_closed":
      return elsewhere(c, draftId, refusal);
    case "answers_wrong":
      return showForm(c, draftId, { isChecked: true });
    case "form_changed":
      return showReview(c, draftId, { wantsPaper, refused: words.formChanged });
    case "draft_changed":
      return showReview(c, draftId, { wantsPaper, refused: words.draftChanged });
    case "petitions_many":
      return showReview(c, draftId, { wantsPaper, refused: words.petitionsMany });
    case "assurance_low":
      return showReview(c, draftId, { wantsPaper, refused: words.rungLow });
  }
}

draftPages.get("/drafts/:draft/sent", async (c) => {
  const sent = await seeSent(c.var.ports, citizenOf(c), { draftId: c.req.param("draft") });
  return sent.ok ? sendPage(c, <SentPage page={pageContext(c)} sent={sent.value} />) : notFoundPage(c);
});

draftPages.get("/drafts/:draft/discard", async (c) => {
  const draftId = c.req.param("draft");
  const found = await seeDraft(c.var.ports, citizenOf(c), { draftId });
  if (!found.ok && found.refusal.kind !== "service_closed") return elsewhere(c, draftId, found.refusal);
  const page = pageContext(c);
  const name = found.ok ? wordingIn(found.value.definition.name, page.language) : "";
  return sendPage(c, <DiscardPage page={page} draftId={draftId} name={name} />);
});

draftPages.post("/drafts/:draft/discard", async (c) => {
  const draftId = c.req.param("draft");
  const done = await discardDraft(c.var.ports, citizenOf(c), { draftId });
  return done.ok ? c.redirect("/liff/e-service", 303) : elsewhere(c, draftId, done.refusal);
});
