import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { unlock } from "../../server/http/session.ts";
import { beginRecovery } from "../../server/identity/actions/begin-recovery.ts";
import { chooseRecoveryPin } from "../../server/identity/actions/choose-recovery-pin.ts";
import { confirmRecoveryOtp } from "../../server/identity/actions/confirm-recovery-otp.ts";
import { finishRecovery } from "../../server/identity/actions/finish-recovery.ts";
import { seeRecovery } from "../../server/identity/actions/see-recovery.ts";
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

recoveryPages.get("/recover", (c) => show(c, {}, []));

recoveryPages.get("/recover/done", (c) =>
  sendPage(c, <RecoveryDonePage page={pageContext(c)} next={safeNext(c.req.query("next"))} />),
);

recoveryPages.post("/recover/card", async (c) => {
  const form = await readForm(c);
  const typed = { citizenId: form.text("citizenId"), laserCode: form.text("laserCode") };
  const result = await beginRecovery(c.var.ports, citizenOf(c), { ...typed, address: c.var.address });
  if (result.ok) return here(c);
  if (result.refusal.kind !== "recovery_card_refused")
    return show(c, typed, [{ sentence: say(c, result.refusal) }]);
  const { citizenId, laserCode } = result.refusal;
  return show(c, typed, [
    ...(citizenId ? [{ field: "citizenId", sentence: say(c, citizenId) }] : []),
    ...(laserCode ? [{ field: "laserCode", sentence: say(c, laserCode) }] : []),
  ]);
});

recoveryPages.post("/recover/otp", async (c) => {
  const result = await confirmRecoveryOtp(c.var.ports, citizenOf(c), (await readForm(c)).text("otp"));
  return result.ok ? here(c) : show(c, {}, [{ field: "otp", sentence: say(c, result.refusal) }]);
});

recoveryPages.post("/recover/pin", async (c) => {
  const result = await chooseRecoveryPin(c.var.ports, citizenOf(c), (await readForm(c)).text("pin"));
  return result.ok ? here(c) : show(c, {}, [{ field: "pin", sentence: say(c, result.refusal) }]);
});

recoveryPages.post("/recover/pin_again", async (c) => {
  const result = await finishRecovery(c.var.ports, citizenOf(c), {
    pinText: (await readForm(c)).text("pin"),
    keepSessionId: sessionOf(c).id,
  });
  if (!result.ok) return show(c, {}, [{ field: "pin", sentence: say(c, result.refusal) }]);
  await unlock(c);
  return c.redirect(`/liff/recover/done${nextQuery(c.req.query("next"))}`, 303);
});

async function show(c: AppContext, typed: Typed, refusals: Refusals): Promise<Response> {
  const seen = await seeRecovery(c.var.ports, citizenOf(c));
  // "เริ่มใหม่" shows the first step again without throwing away what was proven.
  const step = c.req.query("again") === "1" ? "card" : seen.step;
  const query = nextQuery(c.req.query("next"));
  const page = <RecoveryPage page={pageContext(c)} {...{ step, query, typed, refusals }} otp={seen.otp} />;
  return sendPage(c, page, { status: refusals.length > 0 ? 422 : 200 });
}

function say(c: AppContext, refusal: IdentityRefusal): string {
  return sayRefusal<IdentityRefusal>(pageContext(c).words.identity.refusal, refusal);
}

function here(c: AppContext): Response {
  return c.redirect(`/liff/recover${nextQuery(c.req.query("next"))}`, 303);
}
