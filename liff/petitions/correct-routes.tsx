import { Hono } from "hono";
import { walkAnswers, type AnswerProblem } from "../../server/forms/answers.ts";
import { typedOfAccepted } from "../../server/forms/typed-of-accepted.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import { formView, summaryOf } from "../../server/http/form-page/form-view.ts";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { giveCorrection } from "../../server/petitions/actions/give-correction.ts";
import { seeOwnPetition } from "../../server/petitions/actions/see-own-petition.ts";
import { correctionForm, mergeCorrection } from "../../server/petitions/correction-form.ts";
import type { FollowedPetition } from "../../server/petitions/followed-petition.ts";
import { citizenOf } from "../gates.ts";
import { CorrectPage } from "./act-pages.tsx";
import { petitionPath } from "./paths.ts";
import { refOf, shownFiles } from "./petition-shown.tsx";
import { sayFollow } from "./said.ts";
import { readSentForm } from "./sent-form.ts";

/** Answering a correction: only the fields an officer asked for are open. */
export const correctPages = new Hono<AppEnv>();

const path = "/petitions/:agency/:petition/correct";

correctPages.get(path, async (c) => {
  const seen = await seeOwnPetition(c.var.ports, citizenOf(c), refOf(c));
  if (!seen.ok) return notFoundPage(c);
  const petition = seen.value;
  if (petition.correction === null) return c.redirect(petitionPath(petition), 303);
  const typed = typedOfAccepted(petition.definition.form, petition.answers);
  return correctPage(c, petition, { typed, note: "" });
});

correctPages.post(path, async (c) => {
  const seen = await seeOwnPetition(c.var.ports, citizenOf(c), refOf(c));
  if (!seen.ok) return notFoundPage(c);
  const petition = seen.value;
  const asked = petition.correction?.fields ?? [];
  const { form } = petition.definition;
  const sent = await readSentForm(c, correctionForm(form, asked));
  const standing = typedOfAccepted(form, petition.answers);
  const typed = mergeCorrection(form, asked, standing, sent.typed);
  if (sent.goesOn) return correctPage(c, petition, { typed, note: sent.note });
  const correction = { ...refOf(c), seen: sent.seen, typed: sent.typed, files: sent.files, text: sent.note };
  const given = await giveCorrection(c.var.ports, citizenOf(c), correction);
  if (given.ok) return c.redirect(`${petitionPath(petition)}?done=correction`, 303);
  const { refusal } = given;
  const page = pageContext(c);
  if (refusal.kind === "answers_wrong") {
    return correctPage(c, petition, { typed, note: sent.note, problems: refusal.problems });
  }
  const field = refusal.kind === "file_refused" ? { field: refusal.field } : {};
  const why = refusal.kind === "file_refused" ? refusal.why : refusal;
  return correctPage(c, petition, {
    typed,
    note: sent.note,
    refusals: [{ ...field, sentence: sayFollow(page, why) }],
  });
});

interface Typed {
  readonly typed: Readonly<Record<string, unknown>>;
  readonly note: string;
  readonly problems?: readonly AnswerProblem[];
  readonly refusals?: readonly SummaryItem[];
}

async function correctPage(c: AppContext, petition: FollowedPetition, given: Typed): Promise<Response> {
  const { typed, note, problems = [], refusals = [] } = given;
  const page = pageContext(c);
  const { form } = petition.definition;
  const now = c.var.ports.clock.now();
  const open = correctionForm(form, petition.correction?.fields ?? []);
  const files = shownFiles(petition);
  const made = await formView(c.var.ports.gazetteer, {
    page,
    form: open,
    answers: typed,
    now,
    problems,
    files,
  });
  // What is shown hangs on answers that are not open as well.
  const view = { ...made, shown: new Set(walkAnswers(form, typed, now).shown) };
  const items = [...refusals, ...summaryOf(view)];
  const props = { page, petition, view, note, refusals: items };
  return sendPage(c, <CorrectPage {...props} />, { status: items.length > 0 ? 422 : 200 });
}
