import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext } from "../../http/send-page.ts";
import { takeDeskStep } from "../../petitions/actions/take-desk-step.ts";
import type { DeskRefusal } from "../../petitions/desk-refusal.ts";
import type { TypedStep } from "../../petitions/desk-step.ts";
import { requireRight, staffOf } from "../gates.ts";
import { petitionPath, petitionsPath } from "./address.ts";
import { petitionPage, reachedOr404 } from "./show-petition.tsx";
import { stepFaults, typedStep } from "./typed-step.ts";

/** One petition and its steps (E5.2). */
export const petitionPages = new Hono<AppEnv>();

petitionPages.get("/petitions/:petitionId", requireRight("work_petitions"), (c) => petitionPage(c, {}));

petitionPages.post("/petitions/:petitionId/steps", requireRight("work_petitions"), async (c) => {
  const form = await readForm(c);
  const typed = typedStep(form);
  const petitionId = c.req.param("petitionId");
  if (typed === null) return reachedOr404(c);
  const version = form.text("version");
  const seen = /^\d{1,9}$/.test(version) ? Number(version) : 0;
  const requestKey = readRequestKey(c.var.ports.random, form.text(requestKeyField));
  const taken = await takeDeskStep(c.var.ports, staffOf(c), { petitionId, seen, typed, requestKey });
  if (!taken.ok) return notTaken(c, typed, taken.refusal);
  // Who forwards a petition may be out of its reach from then on.
  const next = typed.step === "forwarded" ? petitionsPath : petitionPath(petitionId);
  return c.redirect(`${next}?done=${typed.step}`, 303);
});

/** The page again with what was typed: to be mended, or beside what somebody else did first. */
function notTaken(c: AppContext, typed: TypedStep, refusal: DeskRefusal): Response | Promise<Response> {
  if (refusal.kind === "petition_not_found") return notFoundPage(c);
  const isBehind = refusal.kind === "petition_changed" || refusal.kind === "step_out_of_order";
  return isBehind
    ? petitionPage(c, { typed, isBehind })
    : petitionPage(c, { typed, faults: stepFaults(pageContext(c), typed, refusal) });
}
