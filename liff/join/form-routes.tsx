import { Hono } from "hono";
import { confirmJoin } from "../../server/identity/actions/confirm-join.ts";
import { keepTypedJoin } from "../../server/identity/actions/keep-join.ts";
import { resendJoinOtp } from "../../server/identity/actions/resend-join-otp.ts";
import { seeJoin } from "../../server/identity/actions/see-join.ts";
import { submitJoin } from "../../server/identity/actions/submit-join.ts";
import type { TypedJoin } from "../../server/identity/join.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { startSession } from "../../server/http/session.ts";
import type { Visitor } from "../../server/kernel/actor.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { JoinEndPage } from "./end-page.tsx";
import { JoinFormPage } from "./form-page.tsx";
import { JoinOtpPage } from "./otp-page.tsx";
import { choicesFor, sentencesOf, typedIn, type Sentences } from "./typed.ts";
import { here, hereWith, visitorOf } from "./who.ts";

/** The form and the OTP of somebody without an account. Anybody else goes on to the next route, or to the start. */
export const joinFormPages = new Hono<AppEnv>();

joinFormPages.get("/join/form", async (c, next) => {
  const visitor = visitorOf(c);
  if (!visitor) return next();
  const { step, typed } = await seeJoin(c.var.ports, visitor);
  return step === "form" ? formPage(c, visitor, typed, []) : toStart(c);
});

/** Back from the OTP: what was typed is still there, and the OTP stays good until the form is sent again. */
joinFormPages.get("/join/edit", async (c) => {
  const visitor = visitorOf(c);
  if (!visitor) return c.redirect(`/liff/join/form${here(c)}`, 303);
  const { step, typed } = await seeJoin(c.var.ports, visitor);
  return step === "terms" ? toStart(c) : formPage(c, visitor, typed, []);
});

joinFormPages.post("/join/form", async (c, next) => {
  const visitor = visitorOf(c);
  if (!visitor) return next();
  const { ports, address } = c.var;
  const form = await readForm(c);
  const typed = typedIn(form);
  if (form.text("step") === "places") {
    await keepTypedJoin(ports, visitor, typed);
    return c.redirect(`/liff/join/form${here(c)}#address`, 303);
  }
  const secret = { password: form.text("password"), again: form.text("again") };
  const sent = await submitJoin(ports, visitor, { typed, ...secret, address });
  if (sent.ok) return c.redirect(`/liff/join/otp${here(c)}`, 303);
  const { refusal } = sent;
  if (refusal.kind === "join_over") return toStart(c);
  const page = pageContext(c);
  const sentences =
    refusal.kind === "join_refused"
      ? sentencesOf(page, refusal.faults)
      : [{ sentence: sayRefusal(page.words.identity.refusal, refusal) }];
  return formPage(c, visitor, typed, sentences);
});

joinFormPages.get("/join/otp", async (c) => {
  const visitor = visitorOf(c);
  return visitor ? otpPage(c, visitor) : toStart(c);
});

joinFormPages.post("/join/resend", async (c) => {
  const visitor = visitorOf(c);
  if (!visitor) return toStart(c);
  const sent = await resendJoinOtp(c.var.ports, visitor, c.var.address);
  if (sent.ok) return c.redirect(`/liff/join/otp${hereWith(c, "sent", "again")}`, 303);
  if (sent.refusal.kind === "join_over") return toStart(c);
  return otpPage(c, visitor, sayRefusal(pageContext(c).words.identity.refusal, sent.refusal));
});

joinFormPages.post("/join/otp", async (c) => {
  const visitor = visitorOf(c);
  if (!visitor) return toStart(c);
  const form = await readForm(c);
  const joined = await confirmJoin(c.var.ports, visitor, form.text("otp"));
  if (joined.ok) {
    // A session of its own under a new cookie: the one of the way in is worth nothing any more.
    await startSession(c, joined.value.user, "browser", pageContext(c).language, true);
    return c.redirect(`/liff/welcome${here(c)}`, 303);
  }
  const { refusal } = joined;
  if (refusal.kind === "join_over") return toStart(c);
  if (refusal.kind === "join_elsewhere") return endPage(c, "elsewhere");
  if (refusal.kind === "join_known") return endPage(c, "known");
  if (refusal.kind === "join_many") return endPage(c, "many");
  return otpPage(c, visitor, sayRefusal(pageContext(c).words.identity.refusal, refusal));
});

async function formPage(c: AppContext, visitor: Visitor, typed: TypedJoin, sentences: Sentences) {
  const { ports } = c.var;
  const { hasPassword } = await seeJoin(ports, visitor);
  const choices = await choicesFor(ports.gazetteer, typed);
  const props = { page: pageContext(c), query: here(c), typed, sentences, choices, hasPassword };
  return sendPage(c, <JoinFormPage {...props} canSendSms={ports.sms.available} />, {
    status: sentences.length > 0 ? 422 : 200,
  });
}

async function otpPage(c: AppContext, visitor: Visitor, refused?: string) {
  const { ports } = c.var;
  const seen = await seeJoin(ports, visitor);
  if (seen.step !== "otp") return toStart(c);
  const resent = c.req.method === "GET" && c.req.query("sent") === "again";
  const props = { page: pageContext(c), query: here(c), seen, resent, now: ports.clock.now() };
  return sendPage(c, <JoinOtpPage {...props} {...(refused ? { refused } : {})} />, {
    status: refused ? 422 : 200,
  });
}

function endPage(c: AppContext, what: "elsewhere" | "known" | "many") {
  return sendPage(c, <JoinEndPage page={pageContext(c)} query={here(c)} what={what} />, {
    status: what === "many" ? 429 : 422,
  });
}

function toStart(c: AppContext) {
  return c.redirect(`/liff/join${here(c)}`, 303);
}
