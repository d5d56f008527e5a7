import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { readPostedForm } from "../../http/form-page/posted-form.ts";
import { mayLookUpNumber } from "../../http/look-up-limit.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { formatCitizenId, parseCitizenId } from "../../kernel/citizen-id.ts";
import { fullName } from "../../identity/full-name.ts";
import { confirmHandedDraft, seeHandedDraft } from "../../petitions/actions/see-handed-draft.ts";
import { openHandedForm, seeHandedForm } from "../../petitions/actions/see-handed-form.ts";
import { seeHandedFile } from "../../petitions/actions/see-handed-file.ts";
import { takeDraftHandOver } from "../../petitions/actions/take-draft-hand-over.ts";
import type { HandedRefusal } from "../../petitions/draft-hand-over.ts";
import type { DraftSent, ServiceClosed } from "../../petitions/draft.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { handedPath, petitionsPath } from "./address.ts";
import { carriedPrefix } from "./counter-form-page.tsx";
import { HandedPage } from "./handed-page.tsx";
import { notOpenedPage } from "./not-opened-page.tsx";
import { postedAnswers } from "./posted-counter-form.ts";
import { saveHanded } from "./save-handed.ts";
import { sendDeskFile } from "./send-desk-file.ts";
import { showHandedForm } from "./show-handed-form.tsx";
import { showNewPage } from "./show-new-page.tsx";

/**
 * Going on at the counter with a draft whose citizen read its number out (N15): the number is taken, the card compared,
 * the form filled on and filed. The number never stands in an address.
 */
export const petitionHandedPages = new Hono<AppEnv>();

/** A refused number is told at this address: coming back to it leads to where numbers are typed. */
petitionHandedPages.get("/petitions/new/hand-over", requireRight("work_petitions"), (c) =>
  c.redirect(`${petitionsPath}/new`, 303),
);

petitionHandedPages.post("/petitions/new/hand-over", requireRight("work_petitions"), async (c) => {
  const numberText = (await readForm(c)).text("number");
  const taken = await takeDraftHandOver(c.var.ports, staffOf(c), { numberText });
  if (taken.ok) return c.redirect(handedPath(taken.value.handOverId), 303);
  const { handOver } = pageContext(c).words;
  const { refusal } = taken;
  const isMissing = refusal.kind === "hand_over_missing";
  const sentence = isMissing ? handOver.draft.desk.missing : sayRefusal(handOver.refusal, refusal);
  const shown = { number: numberText.slice(0, 20), faults: [{ field: "number", sentence }] };
  return showNewPage(c, refusal.kind === "hand_over_limit" ? { ...shown, status: 429 } : shown);
});

petitionHandedPages.get("/petitions/new/hand-over/:handOverId", requireRight("work_petitions"), (c) =>
  confirmPage(c, "", null),
);

petitionHandedPages.post(
  "/petitions/new/hand-over/:handOverId",
  requireRight("work_petitions"),
  async (c) => {
    const handOverId = c.req.param("handOverId");
    const typed = (await readForm(c)).text("citizenId");
    const { words } = pageContext(c);
    const citizenId = parseCitizenId(typed);
    if (!citizenId.ok) return confirmPage(c, typed, sayRefusal(words.identity.refusal, citizenId.refusal));
    if (!(await mayLookUpNumber(c, staffOf(c).staffId)))
      return confirmPage(c, typed, words.queue.refusal.many);
    const input = { handOverId, citizenId: citizenId.value };
    const confirmed = await confirmHandedDraft(c.var.ports, staffOf(c), input);
    if (confirmed.ok) return c.redirect(`${handedPath(handOverId)}/form`, 303);
    const { refusal } = confirmed;
    return refusal.kind === "hand_over_other"
      ? confirmPage(c, typed, words.handOver.draft.desk.other)
      : notHanded(c, refusal);
  },
);

async function confirmPage(c: AppContext, typed: string, refused: string | null): Promise<Response> {
  const handOverId = c.req.param("handOverId") ?? "";
  const seen = await seeHandedDraft(c.var.ports, staffOf(c), { handOverId });
  if (!seen.ok) return notHanded(c, seen.refusal);
  const shown = { page: pageContext(c), staff: sessionOf(c), handed: seen.value, typed, refused };
  return sendPage(c, <HandedPage {...shown} />, { status: refused === null ? 200 : 422 });
}

petitionHandedPages.get(
  "/petitions/new/hand-over/:handOverId/form",
  requireRight("work_petitions"),
  async (c) => {
    const handOverId = c.req.param("handOverId");
    const opened = await openHandedForm(c.var.ports, staffOf(c), { handOverId });
    if (!opened.ok) return notHanded(c, opened.refusal);
    const { person } = opened.value;
    const { desk } = pageContext(c).words.handOver.draft;
    const lead = desk.formLead(fullName(person) ?? "", formatCitizenId(person.citizenId));
    return showHandedForm(c, opened.value, { lead });
  },
);

petitionHandedPages.post(
  "/petitions/new/hand-over/:handOverId/form",
  requireRight("work_petitions"),
  async (c) => {
    const handOverId = c.req.param("handOverId");
    const posted = await readPostedForm(c);
    const found = await seeHandedForm(c.var.ports, staffOf(c), { handOverId });
    if (!found.ok) return notHanded(c, found.refusal);
    const done = await saveHanded(c, posted, {
      handOverId,
      seen: Number(posted.text(`${carriedPrefix}seen`)),
      answers: postedAnswers(posted, found.value.definition.form),
      wantsPaper: posted.text(`${carriedPrefix}paper`) === "1",
    });
    if (done.kind === "elsewhere") return notHanded(c, done.refusal);
    if (done.kind === "filed") return done.response;
    const again = await seeHandedForm(c.var.ports, staffOf(c), { handOverId });
    if (!again.ok) return notHanded(c, again.refusal);
    const lead = posted.text(`${carriedPrefix}lead`);
    return showHandedForm(c, again.value, { lead, ...done.shown });
  },
);

petitionHandedPages.get(
  "/petitions/new/hand-over/:handOverId/files/:fileId",
  requireRight("work_petitions"),
  async (c) => {
    const { handOverId, fileId } = c.req.param();
    const opened = await seeHandedFile(c.var.ports, staffOf(c), { handOverId, fileId });
    if (opened.ok) return sendDeskFile(c, opened.value);
    const { kind } = opened.refusal;
    return kind === "file_not_found"
      ? notFoundPage(c)
      : notOpenedPage(c, `${handedPath(handOverId)}/form`, kind);
  },
);

/** Where an officer is led who cannot go on with a draft. */
function notHanded(
  c: AppContext,
  refusal: HandedRefusal | DraftSent | ServiceClosed,
): Response | Promise<Response> {
  switch (refusal.kind) {
    case "hand_over_missing":
      return notFoundPage(c);
    case "hand_over_over":
      return c.redirect(`${petitionsPath}/new?told=gone`, 303);
    case "draft_sent":
      return c.redirect(`${petitionsPath}/new?told=sent`, 303);
    case "service_closed": {
      const sentence = pageContext(c).words.desk.filing.serviceClosed;
      return showNewPage(c, { faults: [{ field: "serviceId", sentence }] });
    }
  }
}
