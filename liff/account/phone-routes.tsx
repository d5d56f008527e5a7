import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { proveNewPhone, type ProvePhoneRefusal } from "../../server/identity/actions/prove-new-phone.ts";
import { proveOldPhone } from "../../server/identity/actions/prove-old-phone.ts";
import {
  resendPhoneOtp,
  type ResendPhoneOtpRefusal,
} from "../../server/identity/actions/resend-phone-otp.ts";
import { seeAccount } from "../../server/identity/actions/see-account.ts";
import { seeStepUp } from "../../server/identity/actions/see-step-up.ts";
import { seePhoneChange } from "../../server/identity/actions/see-phone-change.ts";
import {
  startPhoneChange,
  type StartPhoneChangeRefusal,
} from "../../server/identity/actions/start-phone-change.ts";
import { isUuid } from "../../server/kernel/uuid.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { citizenOf } from "../gates.ts";
import { PhonePage, ProvePhonePage } from "./phone-pages.tsx";

/** Another phone: the PIN or password, then an OTP on the new phone and on the old one. */
export const phonePages = new Hono<AppEnv>();

phonePages.get("/account/phone", (c) => {
  const isOver = c.req.query("done") === "over";
  const { phone_change_over: over } = pageContext(c).words.account.refusal;
  return phonePage(c, "", isOver ? [{ sentence: over() }] : []);
});

phonePages.post("/account/phone", async (c) => {
  const form = await readForm(c);
  const [phoneText, proof] = [form.text("phone"), form.text("proof")];
  const { address } = c.var;
  const started = await startPhoneChange(c.var.ports, citizenOf(c), { phoneText, proof, address });
  if (started.ok) return c.redirect(`/liff/account/phone/${started.value.changeId}`, 303);
  return phonePage(c, phoneText, [saidOfStart(c, started.refusal)]);
});

phonePages.get("/account/phone/:change", (c) => provePage(c));

phonePages.post("/account/phone/:change", async (c) => {
  const { ports } = c.var;
  const actor = citizenOf(c);
  const changeId = changeOf(c);
  const seen = changeId === null ? null : await seePhoneChange(ports, actor, { changeId });
  if (!changeId || !seen?.ok) return c.redirect("/liff/account/phone?done=over", 303);
  const form = await readForm(c);
  const otpText = form.text("otp");
  if (seen.value.step === "phone_new") {
    const proven = await proveNewPhone(ports, actor, { changeId, otpText, address: c.var.address });
    return proven.ok ? c.redirect(`/liff/account/phone/${changeId}`, 303) : provePage(c, proven.refusal);
  }
  const proven = await proveOldPhone(ports, actor, { changeId, otpText });
  return proven.ok ? c.redirect("/liff/account?done=phone_changed", 303) : provePage(c, proven.refusal);
});

phonePages.get("/account/phone/:change/resend", (c) =>
  c.redirect(`/liff/account/phone/${c.req.param("change")}`, 303),
);

phonePages.post("/account/phone/:change/resend", async (c) => {
  const changeId = changeOf(c);
  if (changeId === null) return c.redirect("/liff/account/phone?done=over", 303);
  const { address } = c.var;
  const resent = await resendPhoneOtp(c.var.ports, citizenOf(c), { changeId, address });
  if (resent.ok) return c.redirect(`/liff/account/phone/${changeId}?done=resent`, 303);
  return provePage(c, resent.refusal);
});

async function phonePage(
  c: AppContext,
  typedPhone: string,
  refusals: readonly SummaryItem[],
): Promise<Response> {
  const { ports } = c.var;
  const page = pageContext(c);
  const citizen = citizenOf(c);
  const [{ maskedPhone }, by] = await Promise.all([seeAccount(ports, citizen), seeStepUp(ports, citizen)]);
  const props = {
    page,
    by,
    maskedPhone: maskedPhone ?? page.words.account.home.noPhone,
    canSendSms: ports.sms.available,
    typedPhone,
    refusals,
  };
  return sendPage(c, <PhonePage {...props} />, { status: refusals.length > 0 ? 422 : 200 });
}

async function provePage(
  c: AppContext,
  refusal?: ProvePhoneRefusal | ResendPhoneOtpRefusal,
): Promise<Response> {
  const changeId = changeOf(c);
  const { ports } = c.var;
  const seen = changeId === null ? null : await seePhoneChange(ports, citizenOf(c), { changeId });
  if (!changeId || !seen?.ok) return c.redirect("/liff/account/phone?done=over", 303);
  const props = {
    page: pageContext(c),
    changeId,
    change: seen.value,
    now: ports.clock.now(),
    refusals: refusal ? [saidOfProof(c, refusal)] : [],
    isResent: c.req.query("done") === "resent",
  };
  return sendPage(c, <ProvePhonePage {...props} />, { status: refusal ? 422 : 200 });
}

/** What is wrong with the PIN or the password, and not with the phone. */
const proofRefusals = [
  ...["pin_empty", "pin_length", "pin_not_digits", "pin_wrong", "pin_wait", "pin_disabled", "no_pin"],
  ...["sign_in_wait", "account_locked", "password_wrong", "no_password"],
] as const;

function saidOfStart(c: AppContext, refusal: StartPhoneChangeRefusal): SummaryItem {
  const { identity, account, join } = pageContext(c).words;
  const said = { ...identity.refusal, ...join.signIn.refusal, ...account.refusal };
  const sentence = sayRefusal(said, refusal);
  if (proofRefusals.some((kind) => kind === refusal.kind)) return { field: "proof", sentence };
  return refusal.kind.startsWith("phone_") ? { field: "phone", sentence } : { sentence };
}

function saidOfProof(c: AppContext, refusal: ProvePhoneRefusal | ResendPhoneOtpRefusal): SummaryItem {
  const { identity, account } = pageContext(c).words;
  const sentence = sayRefusal({ ...identity.refusal, ...account.refusal }, refusal);
  const ofField = ["otp_empty", "otp_length", "otp_not_digits", "otp_wrong"].includes(refusal.kind);
  return ofField ? { field: "otp", sentence } : { sentence };
}

/** The change's id in the path; null when it is none. */
function changeOf(c: AppContext): string | null {
  const id = c.req.param("change") ?? "";
  return isUuid(id) ? id : null;
}
