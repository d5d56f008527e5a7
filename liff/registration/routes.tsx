import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { readForm } from "../../server/http/form.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { unlock } from "../../server/http/session.ts";
import { answerConsent } from "../../server/identity/actions/answer-consent.ts";
import { confirmRegistration } from "../../server/identity/actions/confirm-registration.ts";
import { seeRegistration } from "../../server/identity/actions/see-registration.ts";
import { sendRegistrationOtp } from "../../server/identity/actions/send-registration-otp.ts";
import {
  registrationSteps,
  registrationWalk,
  type RegistrationStep,
} from "../../server/identity/registration.ts";
import { checkStep } from "../../server/identity/step-walk.ts";
import type { Visitor } from "../../server/kernel/actor.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import type { IdentityRefusal } from "../../server/words/identity/refusals-th.ts";
import { sessionOf } from "../gates.ts";
import { nextQuery, safeNext } from "../next.ts";
import { DeclinedPage } from "./consent-page.tsx";
import { DonePage, ElsewherePage } from "./end-pages.tsx";
import { StepPage } from "./step-page.tsx";
import { takenOf, takeStep, type Answering, type Taken } from "./take-step.ts";
import type { Refusals, Typed } from "./typed.ts";

/** A LINE user who is linked already is never asked the number: the PIN is the way in. */
const unlockInstead = createMiddleware<AppEnv>(async (c, next) => {
  if (sessionOf(c).personId !== null) return c.redirect(`/liff/unlock${queryOf(c)}`, 303);
  await next();
});

/** Registration, one question a screen (C2). A LINE user who is linked already is led to the PIN. */
export const registrationPages = new Hono<AppEnv>();

registrationPages.get("/register/done", (c) => {
  const outcome = c.req.query("outcome") === "rejoined" ? "rejoined" : "registered";
  return sendPage(
    c,
    <DonePage
      page={pageContext(c)}
      outcome={outcome}
      isCardChecked={c.req.query("card") !== "unavailable"}
      next={safeNext(c.req.query("next"))}
    />,
  );
});

registrationPages.get("/register/declined", (c) =>
  sendPage(c, <DeclinedPage page={pageContext(c)} query={queryOf(c)} />),
);

registrationPages.get("/register/elsewhere", (c) =>
  sendPage(c, <ElsewherePage page={pageContext(c)} query={queryOf(c)} />),
);

registrationPages.use("/register/*", unlockInstead);

registrationPages.get("/register", unlockInstead, async (c) => {
  const { step } = await seeRegistration(c.var.ports, visitorOf(c));
  return toStep(c, step);
});

registrationPages.get("/register/:step", async (c) => {
  const step = stepOf(c.req.param("step"));
  const seen = await seeRegistration(c.var.ports, visitorOf(c));
  const reached = step && checkStep(registrationWalk, seen.answers, step);
  if (!reached?.ok) return toStep(c, seen.step);
  return sendPage(
    c,
    <StepPage {...shownOf(c)} step={reached.value} seen={seen} now={c.var.ports.clock.now()} />,
  );
});

registrationPages.post("/register/consent", async (c) => {
  const form = await readForm(c);
  const answer = form.text("answer");
  if (answer !== "given" && answer !== "refused") return toStep(c, "consent");
  const session = sessionOf(c);
  const result = await answerConsent(c.var.ports, visitorOf(c), {
    version: form.text("version"),
    answer,
    language: session.language,
    via: session.via,
  });
  if (result.ok)
    return result.value.next
      ? toStep(c, result.value.next.step)
      : c.redirect(`/liff/register/declined${queryOf(c)}`, 303);
  return answerTaken(c, "consent", takenOf(answeringOf(c), undefined, result), {});
});

registrationPages.post("/register/resend", async (c) => {
  const who = answeringOf(c);
  const result = await sendRegistrationOtp(who.ports, who.actor, who.address);
  if (result.ok) return c.redirect(withResent(`/liff/register/otp${queryOf(c)}`), 303);
  return answerTaken(c, "otp", takenOf(who, undefined, result), {});
});

registrationPages.post("/register/otp", async (c) => {
  const who = answeringOf(c);
  const result = await confirmRegistration(who.ports, who.actor, (await readForm(c)).text("otp"));
  if (!result.ok) {
    if (result.refusal.kind === "registration_elsewhere") return c.redirect("/liff/register/elsewhere", 303);
    if (result.refusal.kind === "step_out_of_order") return toStep(c, result.refusal.at);
    const sentence = sayRefusal<IdentityRefusal>(who.words.identity.refusal, result.refusal);
    return answerTaken(c, "otp", { kind: "refused", refusals: [{ field: "otp", sentence }] }, {});
  }
  await unlock(c);
  const { outcome, card } = result.value;
  const next = safeNext(c.req.query("next"));
  return c.redirect(`/liff/register/done?${new URLSearchParams({ outcome, card, next }).toString()}`, 303);
});

registrationPages.post("/register/:step", async (c) => {
  const step = stepOf(c.req.param("step"));
  if (step === null || step === "consent" || step === "otp") return c.notFound();
  const form = await readForm(c);
  const taken = await takeStep(answeringOf(c), step, form);
  return answerTaken(c, step, taken, typedOf(form));
});

const typedFields = [
  "citizenId",
  "firstName",
  "lastName",
  "birthDay",
  "birthMonth",
  "birthYear",
  "laserCode",
  "phone",
];

function typedOf(form: { text(name: string): string }): Typed {
  return Object.fromEntries(typedFields.map((name) => [name, form.text(name)]));
}

/** Goes on to the next step, or shows this one again with what was typed and why it was not taken. */
async function answerTaken(
  c: AppContext,
  step: RegistrationStep,
  taken: Taken,
  typed: Typed,
): Promise<Response> {
  if (taken.kind === "next") return toStep(c, taken.step);
  const seen = await seeRegistration(c.var.ports, visitorOf(c));
  // A PIN that was dropped is chosen anew: the walk stands at an earlier step than the one that was posted.
  const reached = checkStep(registrationWalk, seen.answers, step);
  const shown = reached.ok ? step : reached.refusal.at;
  const { refusals } = taken;
  const here = reached.ok ? refusals : refusals.map(({ sentence }) => ({ field: "pin", sentence }));
  return sendPage(
    c,
    <StepPage {...shownOf(c, typed, here)} step={shown} seen={seen} now={c.var.ports.clock.now()} />,
    { status: 422 },
  );
}

function shownOf(c: AppContext, typed: Typed = {}, refusals: Refusals = []) {
  const canSendSms = c.var.ports.sms.available;
  const resent = c.req.query("resent") === "1";
  return { page: pageContext(c), query: queryOf(c), typed, refusals, resent, canSendSms };
}

function visitorOf(c: AppContext): Visitor {
  const { channel, lineUserId } = sessionOf(c);
  return { kind: "visitor", channel, lineUserId };
}

function answeringOf(c: AppContext): Answering {
  const { ports, address } = c.var;
  return { ports, address, actor: visitorOf(c), words: pageContext(c).words };
}

function stepOf(text: string): RegistrationStep | null {
  const name = text.replace("-", "_");
  return registrationSteps.find((step) => step === name) ?? null;
}

function toStep(c: AppContext, step: RegistrationStep): Response {
  return c.redirect(`/liff/register/${step}${queryOf(c)}`, 303);
}

function queryOf(c: AppContext): string {
  return nextQuery(c.req.query("next"));
}

function withResent(path: string): string {
  return `${path}${path.includes("?") ? "&" : "?"}resent=1`;
}
