import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm, type FormFields } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext } from "../../http/send-page.ts";
import { parseCitizenId, type CitizenId } from "../../kernel/citizen-id.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { confirmVisit } from "../../visits/actions/confirm-visit.ts";
import { saveDraft } from "../../visits/actions/save-draft.ts";
import type { SavedDraft } from "../../visits/saved-draft.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, staffOf } from "../gates.ts";
import { keepPosted, withPictureFaults } from "./keep-posted.ts";
import { meetTyped } from "./meet-typed.ts";
import type { Proof } from "./new-visit-page.tsx";
import { deskPage } from "./routes.tsx";
import { draftFaults, typedDraft } from "./typed.ts";

/** Keeping a visit as a draft, or confirming it at once (F3). */
export const counterSavePages = new Hono<AppEnv>();

counterSavePages.post("/counter", requireRight("use_counter"), async (c) => {
  const form = await readForm(c);
  const citizenId = parseCitizenId(form.text("citizenId"));
  if (!citizenId.ok) return notFoundPage(c);
  const before = proofOf(form, citizenId.value);
  const requestKey = readRequestKey(c.var.ports.random, form.text(requestKeyField));
  const typed = {
    ...typedDraft(form),
    firstName: form.text("firstName"),
    lastName: form.text("lastName"),
  };
  const names = await meetTyped(c, citizenId.value, form);
  const posted =
    before.way === "picture" && names.length === 0
      ? await keepPosted(c, form, { citizenId: citizenId.value })
      : { pictureId: null, faults: [] };
  const proof = { ...before, pictureId: posted.pictureId ?? before.pictureId };
  const again = (faults: readonly SummaryItem[]) =>
    deskPage(c, proof, { again: { typed, faults: withPictureFaults(posted.faults, faults), requestKey } });
  if (names.length > 0) return again(names);
  const { way, correlationId, handOverId } = proof;
  // A picture that was refused is not passed over for the one before it: nothing is saved, and the clerk is told.
  const pictureId = posted.faults.length > 0 ? null : proof.pictureId;
  const rights = { mainRight: proof.mainRight, subRight: proof.subRight };
  const input = {
    citizenId: proof.citizenId,
    way,
    typed,
    correlationId,
    rights,
    pictureId,
    day: null,
    handOverId,
    requestKey,
  };
  const saved = await saveDraft(c.var.ports, staffOf(c), input);
  if (saved.ok) return afterSaving(c, saved.value, form.text("then"));
  const { words } = pageContext(c);
  if (saved.refusal.kind === "draft_incomplete") return again(draftFaults(saved.refusal, words));
  return again([{ field: "firstName", sentence: sayRefusal(words.counter.refusal, saved.refusal) }]);
});

/** To the draft, or, when it was to be confirmed, through confirming to the codes. */
export async function afterSaving(c: AppContext, saved: SavedDraft, then: string): Promise<Response> {
  const path = `/console/counter/${saved.visitId}`;
  if (then !== "confirm") return c.redirect(`${path}?done=draft`, 303);
  const confirmed = await confirmVisit(c.var.ports, staffOf(c), saved);
  return c.redirect(confirmed.ok ? path : `${path}?refused=${confirmed.refusal.kind}`, 303);
}

function proofOf(form: FormFields, citizenId: CitizenId): Proof {
  const id = (name: string) => (isUuid(form.text(name)) ? form.text(name) : null);
  const right = (name: string) => form.text(name).slice(0, 200) || null;
  return {
    way: form.text("way") === "card" ? "card" : "picture",
    citizenId,
    correlationId: id("correlationId"),
    mainRight: right("mainInscl"),
    subRight: right("subInscl"),
    pictureId: id("pictureId"),
    handOverId: id("handOverId"),
  };
}
