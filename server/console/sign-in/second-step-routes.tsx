import { Hono } from "hono";
import { askPasskeyProof } from "../../agencies/actions/ask-passkey-proof.ts";
import { acceptTerms } from "../../agencies/actions/accept-terms.ts";
import { provePasskey } from "../../agencies/actions/prove-passkey.ts";
import { proveTotp, type ProveTotpRefusal } from "../../agencies/actions/prove-totp.ts";
import { seeSecondStep } from "../../agencies/actions/see-second-step.ts";
import type { ProvePasskeyRefusal } from "../../agencies/second-step.ts";
import { isDemanded } from "../../agencies/soft-token-demand.ts";
import type { StaffFactor } from "../../agencies/staff-factor.ts";
import { hasStaffKey } from "../../credentials/actions/ask-staff-phone.ts";
import { staffActorOf, type AppContext, type AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import { readJson } from "../../http/json.ts";
import { relyingParty } from "../../http/relying-party.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { completeThisStaffSession } from "../../http/session.ts";
import { formatTime } from "../../kernel/thai-date.ts";
import { elsewhereMark } from "../layout.tsx";
import { softTokenNeededPath } from "../soft-token-needed-path.ts";
import { AcceptPage, SecondStepPage } from "./second-step-page.tsx";

/** After the password: the second step, always, and at the first sign-in the acceptance (F1.2, F1.6). */
export const secondStepPages = new Hono<AppEnv>();

const gate = { kind: "gate" } as const;
const start = "/console/sign-in";

secondStepPages.get("/second-step", (c) => showStep(c));

secondStepPages.post("/second-step", async (c) => {
  const { halfStaff, ports } = c.var;
  if (!halfStaff) return c.redirect(c.var.staff ? "/console" : start, 303);
  if (needsSoftToken(c)) return c.redirect(softTokenNeededPath, 303);
  const code = (await readForm(c)).text("code");
  const half = { sessionId: halfStaff.id, staffId: halfStaff.staffId };
  const proven = await proveTotp(ports, gate, half, code);
  if (!proven.ok) return showStep(c, say(c, proven.refusal));
  return c.redirect(await completeSession(c, "totp", proven.value), 303);
});

secondStepPages.post("/second-step/passkey/ask", async (c) => {
  const { halfStaff, ports } = c.var;
  if (!halfStaff) return c.json({ sentence: pageContext(c).words.agencies.signIn.second.missing }, 403);
  const half = { sessionId: halfStaff.id, staffId: halfStaff.staffId };
  const begun = await askPasskeyProof(ports, gate, { ...half, party: relyingParty(c) });
  if (begun.ok) return c.json(begun.value);
  return c.json({ sentence: pageContext(c).words.agencies.signIn.second.passkeyFailed }, 422);
});

secondStepPages.post("/second-step/passkey", async (c) => {
  const { halfStaff, ports } = c.var;
  if (!halfStaff) return c.json({ sentence: pageContext(c).words.agencies.signIn.second.missing }, 403);
  if (needsSoftToken(c)) return c.json({ to: softTokenNeededPath });
  const half = { sessionId: halfStaff.id, staffId: halfStaff.staffId };
  const answer = (await readJson(c)).value("answer");
  const proven = await provePasskey(ports, gate, half, { party: relyingParty(c), answer });
  if (!proven.ok) return c.json({ sentence: say(c, proven.refusal) }, 422);
  return c.json({ to: await completeSession(c, "passkey", proven.value) });
});

/** The agency lets nobody in by any other second step: no code and no passkey is looked at. */
function needsSoftToken(c: AppContext): boolean {
  return isDemanded(c.var.halfStaff?.softTokenFrom ?? null, c.var.ports.clock.now());
}

/** The session is whole; answers where it leads, which says when another machine was signed out by it. */
async function completeSession(
  c: AppContext,
  factor: StaffFactor,
  { elsewhere }: { readonly elsewhere: boolean },
): Promise<string> {
  await completeThisStaffSession(c, factor);
  return elsewhere ? `/console?${elsewhereMark}=1` : "/console";
}

async function showStep(c: AppContext, refused?: string): Promise<Response> {
  const { halfStaff, ports } = c.var;
  if (!halfStaff) return c.redirect(c.var.staff ? "/console" : start, 303);
  if (needsSoftToken(c)) return c.redirect(softTokenNeededPath, 303);
  const step = await seeSecondStep(ports, gate, halfStaff.staffId);
  if (!step.ok) return c.redirect(start, 303);
  const softToken = await hasStaffKey(ports, gate, halfStaff.staffId);
  const shown = { page: pageContext(c), step: step.value, refused, softToken };
  const page = <SecondStepPage {...shown} />;
  return sendPage(c, page, { status: refused === undefined ? 200 : 422 });
}

function say(c: AppContext, refusal: ProveTotpRefusal | ProvePasskeyRefusal): string {
  const { language, words } = pageContext(c);
  const { second } = words.agencies.signIn;
  switch (refusal.kind) {
    case "totp_wrong":
      return second.wrong(refusal.left);
    case "passkey_wrong":
      return second.passkeyWrong(refusal.left);
    case "passkey_late":
      return second.passkeyFailed;
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
