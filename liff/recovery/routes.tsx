import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { unlock } from "../../server/http/session.ts";
import { beginRecovery } from "../../server/identity/actions/begin-recovery.ts";
import { chooseRecoveryPin } from "../../server/identity/actions/choose-recovery-pin.ts";
import { confirmRecoveryOtp } from "../../server/identity/actions/confirm-recovery-otp.ts";
import { finishRecovery } from "../../server/identity/actions/finish-recovery.ts";
import { resendRecoveryOtp } from "../../server/identity/actions/resend-recovery-otp.ts";
import { seeRecovery } from "../../server/identity/actions/see-recovery.ts";
import { recoverySteps, recoveryWalk, type RecoveryStep } from "../../server/identity/recovery.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import type { IdentityRefusal } from "../../server/words/identity/refusals-th.ts";
import { citizenOf, requireAccount, sessionOf } from "../gates.ts";
import { nextQuery, safeNext } from "../next.ts";
import type { Refusals, Typed } from "../registration/typed.ts";
import { RecoveryDonePage, RecoveryPage } from "./pages.tsx";

/** A forgotten PIN (C3): citizen id and laser code, OTP to the phone on file, a new PIN twice. */
export const recoveryPages = new Hono<AppEnv>();

recoveryPages.use("/recover/*", requireAccount);
recoveryPages.use("/recover", requireAccount);

// "เริ่มใหม่" shows the first step again without throwing away what was proven.
recoveryPages.get("/recover", (c) => show(c, c.req.query("again") === "1" ? "card" : null));

recoveryPages.get("/recover/done", (c) =>
  sendPage(c, <RecoveryDonePage page={pageContext(c)} next={safeNext(c.req.query("next"))} />),
);

recoveryPages.post("/recover/card", async (c) => {
  const form = await readForm(c);
  const typed = { citizenId: form.text("citizenId"), laserCode: form.text("laserCode") };
  const result = await beginRecovery(c.var.ports, citizenOf(c), { ...typed, address: c.var.address });
  if (result.ok) return here(c);
  const { refusal } = result;
  if (refusal.kind !== "recovery_card_refused") return refused(c, "card", refusal, undefined, typed);
  const { citizenId, laserCode } = refusal;
  const refusals = [
    ...(citizenId ? [{ field: "citizenId", sentence: say(c, citizenId) }] : []),
    ...(laserCode ? [{ field: "laserCode", sentence: say(c, laserCode) }] : []),
  ];
  return show(c, "card", refusals, typed);
});

recoveryPages.post("/recover/resend", async (c) => {
  const result = await resendRecoveryOtp(c.var.ports, citizenOf(c), c.var.address);
  return result.ok ? here(c, "resent") : refused(c, "otp", result.refusal);
});

recoveryPages.post("/recover/otp", async (c) => {
  const result = await confirmRecoveryOtp(c.var.ports, citizenOf(c), (await readForm(c)).text("otp"));
  return result.ok ? here(c) : refused(c, "otp", result.refusal, "otp");
});

recoveryPages.post("/recover/pin", async (c) => {
  const result = await chooseRecoveryPin(c.var.ports, citizenOf(c), (await readForm(c)).text("pin"));
  return result.ok ? here(c) : refused(c, "pin", result.refusal, "pin");
});

recoveryPages.post("/recover/pin_again", async (c) => {
  const result = await finishRecovery(c.var.ports, citizenOf(c), {
    pinText: (await readForm(c)).text("pin"),
    keepSessionId: sessionOf(c).id,
  });
  if (!result.ok) return refused(c, "pin_again", result.refusal, "pin");
  await unlock(c);
  return c.redirect(`/liff/recover/done${nextQuery(c.req.query("next"))}`, 303);
});

/** Shows a step (null: the one to take), or the step to take when it was not reached. */
async function show(
  c: AppContext,
  wanted: RecoveryStep | null,
  refusals: Refusals = [],
  typed: Typed = {},
): Promise<Response> {
  const { ports } = c.var;
  const seen = await seeRecovery(ports, citizenOf(c));
  const step = wanted !== null && isAtOrBefore(wanted, seen.step) ? wanted : seen.step;
  const props = {
    ...{ page: pageContext(c), query: nextQuery(c.req.query("next")), step, typed, refusals, otp: seen.otp },
    ...{ now: ports.clock.now(), canSendSms: ports.sms.available, resent: c.req.query("resent") === "1" },
  };
  return sendPage(c, <RecoveryPage {...props} />, { status: refusals.length > 0 ? 422 : 200 });
}

function isAtOrBefore(step: RecoveryStep, reached: RecoveryStep): boolean {
  return recoverySteps.indexOf(step) <= recoverySteps.indexOf(reached);
}

/** The step that was posted again, saying why; where a pause made everything void, the first one. */
function refused(
  c: AppContext,
  step: RecoveryStep,
  refusal: IdentityRefusal | { readonly kind: "step_out_of_order"; readonly at: RecoveryStep },
  field?: string,
  typed?: Typed,
): Promise<Response> | Response {
  if (refusal.kind !== "step_out_of_order") {
    return show(
      c,
      shownAfter(step, refusal),
      [{ ...(field ? { field } : {}), sentence: say(c, refusal) }],
      typed,
    );
  }
  const isStale = "at" in refusal && refusal.at === recoveryWalk.steps[0];
  const { stale } = pageContext(c).words.identity.recovery;
  return isStale ? show(c, "card", [{ sentence: stale }]) : here(c);
}

/** A PIN that was not repeated is chosen anew. */
function shownAfter(step: RecoveryStep, { kind }: IdentityRefusal): RecoveryStep {
  return kind === "pin_not_same" ? "pin" : step;
}

function say(c: AppContext, refusal: IdentityRefusal): string {
  return sayRefusal<IdentityRefusal>(pageContext(c).words.identity.refusal, refusal);
}

function here(c: AppContext, done?: "resent"): Response {
  const query = nextQuery(c.req.query("next"));
  const more = done ? `${query === "" ? "?" : "&"}resent=1` : "";
  return c.redirect(`/liff/recover${query}${more}`, 303);
}
