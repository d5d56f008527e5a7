import { Hono } from "hono";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import { readForm } from "../../server/http/form.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import {
  answerDelegation,
  type AnswerDelegationRefusal,
} from "../../server/identity/actions/answer-delegation.ts";
import {
  confirmCompanion,
  type ConfirmCompanionRefusal,
} from "../../server/identity/actions/confirm-companion.ts";
import { endDelegation } from "../../server/identity/actions/end-delegation.ts";
import {
  resendCompanionOtp,
  type ResendCompanionRefusal,
} from "../../server/identity/actions/resend-companion-otp.ts";
import { seeCompanions } from "../../server/identity/actions/see-companions.ts";
import { seeDelegation } from "../../server/identity/actions/see-delegation.ts";
import { isUuid } from "../../server/kernel/uuid.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { citizenOf, requireChecked, requireUnlocked } from "../gates.ts";
import { AgreePage } from "./agree-page.tsx";
import { askPages } from "./ask-routes.tsx";
import { CompanionListPage } from "./list-page.tsx";
import { AskedPage } from "./wait-page.tsx";

/** People a citizen acts for, and people who act for them (C5). */
export const companionPages = new Hono<AppEnv>();

companionPages.use("/companions/*", requireUnlocked, requireChecked);
companionPages.use("/agree/*", requireUnlocked, requireChecked);

companionPages.get("/companions", async (c) => {
  const companions = await seeCompanions(c.var.ports, citizenOf(c));
  const isEnded = c.req.query("done") === "ended";
  return sendPage(c, <CompanionListPage page={pageContext(c)} companions={companions} isEnded={isEnded} />);
});

companionPages.route("/", askPages);

companionPages.get("/companions/:delegation", (c) => askedPage(c));

/** For the page that waits: where the delegation stands, and nothing else. */
companionPages.get("/companions/:delegation/state", async (c) => {
  const delegationId = idOf(c);
  if (delegationId === null) return c.json({ kind: "not_found" }, 404);
  const seen = await seeDelegation(c.var.ports, citizenOf(c), { delegationId, side: "asker" });
  return seen.ok ? c.json({ state: seen.value.view.state }) : c.json({ kind: "not_found" }, 404);
});

/** A refused post shows the page at the form's own address: coming back to it, or changing the language, leads on. */
companionPages.get("/companions/:delegation/:form{otp|resend|end}", (c) =>
  c.redirect(`/liff/companions/${c.req.param("delegation")}`, 303),
);

companionPages.post("/companions/:delegation/otp", async (c) => {
  const delegationId = idOf(c);
  if (delegationId === null) return notFoundPage(c);
  const form = await readForm(c);
  const otpText = form.text("otp");
  const confirmed = await confirmCompanion(c.var.ports, citizenOf(c), { delegationId, otpText });
  if (confirmed.ok) return c.redirect(`/liff/companions/${delegationId}`, 303);
  return askedPage(c, confirmed.refusal);
});

companionPages.post("/companions/:delegation/resend", async (c) => {
  const delegationId = idOf(c);
  if (delegationId === null) return notFoundPage(c);
  const { address } = c.var;
  const resent = await resendCompanionOtp(c.var.ports, citizenOf(c), { delegationId, address });
  if (resent.ok) return c.redirect(`/liff/companions/${delegationId}?done=resent`, 303);
  return askedPage(c, resent.refusal);
});

companionPages.post("/companions/:delegation/end", async (c) => {
  const delegationId = idOf(c);
  if (delegationId === null) return notFoundPage(c);
  const ended = await endDelegation(c.var.ports, citizenOf(c), { delegationId });
  if (ended.ok) return c.redirect("/liff/companions?done=ended", 303);
  return ended.refusal.kind === "delegation_missing" ? notFoundPage(c) : c.redirect("/liff/companions", 303);
});

companionPages.get("/agree/:delegation", (c) => agreePage(c));

companionPages.post("/agree/:delegation", async (c) => {
  const delegationId = idOf(c);
  if (delegationId === null) return notFoundPage(c);
  const form = await readForm(c);
  const answer = (["agreed", "refused"] as const).find((each) => each === form.text("answer"));
  if (answer === undefined) return agreePage(c, { kind: "answer_missing" });
  const answered = await answerDelegation(c.var.ports, citizenOf(c), { delegationId, answer });
  if (answered.ok) return c.redirect(`/liff/agree/${delegationId}`, 303);
  return agreePage(c, answered.refusal);
});

type DelegationRefusal =
  | AnswerDelegationRefusal
  | ConfirmCompanionRefusal
  | ResendCompanionRefusal
  | { readonly kind: "answer_missing" };

async function askedPage(c: AppContext, refusal?: DelegationRefusal): Promise<Response> {
  const delegationId = idOf(c);
  const { ports } = c.var;
  const actor = citizenOf(c);
  const seen = delegationId ? await seeDelegation(ports, actor, { delegationId, side: "asker" }) : null;
  if (!seen?.ok) return notFoundPage(c);
  const props = {
    page: pageContext(c),
    asked: seen.value,
    now: ports.clock.now(),
    canSendSms: ports.sms.available,
    refusals: refusal ? [said(c, refusal)] : [],
    isResent: c.req.query("done") === "resent",
  };
  return sendPage(c, <AskedPage {...props} />, { status: refusal ? 422 : 200 });
}

async function agreePage(c: AppContext, refusal?: DelegationRefusal): Promise<Response> {
  const delegationId = idOf(c);
  const actor = citizenOf(c);
  const seen = delegationId
    ? await seeDelegation(c.var.ports, actor, { delegationId, side: "represented" })
    : null;
  if (!seen?.ok) return notFoundPage(c);
  const refusals = refusal ? [said(c, refusal)] : [];
  const status = refusal ? 422 : 200;
  return sendPage(c, <AgreePage page={pageContext(c)} asked={seen.value} refusals={refusals} />, { status });
}

/** The refusal's sentence, at the OTP field where there is one and the code was typed wrongly. */
function said(c: AppContext, refusal: DelegationRefusal): SummaryItem {
  const { identity, companions } = pageContext(c).words;
  const sentence = sayRefusal({ ...identity.refusal, ...companions.refusal }, refusal);
  const ofField = ["otp_empty", "otp_length", "otp_not_digits", "otp_wrong"].includes(refusal.kind);
  return { ...(ofField ? { field: "otp" } : {}), sentence };
}

/** The id in the path; null when it is none. */
function idOf(c: AppContext): string | null {
  const id = c.req.param("delegation") ?? "";
  return isUuid(id) ? id : null;
}
