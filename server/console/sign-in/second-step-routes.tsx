import { Hono } from "hono";
import { acceptTerms } from "../../agencies/actions/accept-terms.ts";
import { proveTotp, type ProveTotpRefusal } from "../../agencies/actions/prove-totp.ts";
import { seeSecondStep } from "../../agencies/actions/see-second-step.ts";
import { staffActorOf, type AppContext, type AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { completeThisStaffSession } from "../../http/session.ts";
import { formatTime } from "../../kernel/thai-date.ts";
import { AcceptPage, SecondStepPage } from "./second-step-page.tsx";

/** After the password: the second step, always, and at the first sign-in the acceptance (F1.2, F1.6). */
export const secondStepPages = new Hono<AppEnv>();

const gate = { kind: "gate" } as const;
const start = "/console/sign-in";

secondStepPages.get("/second-step", (c) => showStep(c));

secondStepPages.post("/second-step", async (c) => {
  const { halfStaff, ports } = c.var;
  if (!halfStaff) return c.redirect(c.var.staff ? "/console" : start, 303);
  const code = (await readForm(c)).text("code");
  const half = { sessionId: halfStaff.id, staffId: halfStaff.staffId };
  const proven = await proveTotp(ports, gate, half, code);
  if (!proven.ok) return showStep(c, say(c, proven.refusal));
  await completeThisStaffSession(c);
  return c.redirect("/console", 303);
});

async function showStep(c: AppContext, refused?: string): Promise<Response> {
  const { halfStaff, ports } = c.var;
  if (!halfStaff) return c.redirect(c.var.staff ? "/console" : start, 303);
  const step = await seeSecondStep(ports, gate, halfStaff.staffId);
  if (!step.ok) return c.redirect(start, 303);
  const page = <SecondStepPage page={pageContext(c)} step={step.value} refused={refused} />;
  return sendPage(c, page, { status: refused === undefined ? 200 : 422 });
}

function say(c: AppContext, refusal: ProveTotpRefusal): string {
  const { language, words } = pageContext(c);
  const { second } = words.agencies.signIn;
  switch (refusal.kind) {
    case "totp_wrong":
      return second.wrong(refusal.left);
    case "sign_in_wait":
      return second.wait(formatTime(refusal.until, language));
    case "account_locked":
      return second.locked;
    case "totp_missing":
      return second.missing;
  }
}

secondStepPages.get("/accept", (c) => {
  const { staff } = c.var;
  if (!staff) return c.redirect(start, 303);
  if (staff.accepted) return c.redirect("/console", 303);
  return sendPage(c, <AcceptPage page={pageContext(c)} />);
});

secondStepPages.post("/accept", async (c) => {
  const { staff, ports } = c.var;
  if (!staff) return c.redirect(start, 303);
  await acceptTerms(ports, staffActorOf(staff));
  return c.redirect("/console", 303);
});
