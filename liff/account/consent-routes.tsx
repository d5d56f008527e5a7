import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { endThisSession } from "../../server/http/session.ts";
import { giveConsent, type GiveConsentRefusal } from "../../server/identity/actions/give-consent.ts";
import { seeConsent } from "../../server/identity/actions/see-consent.ts";
import {
  withdrawConsent,
  type WithdrawConsentRefusal,
} from "../../server/identity/actions/withdraw-consent.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { citizenOf, sessionOf } from "../gates.ts";
import { ConsentPage, WithdrawnPage, WithdrawPage } from "./consent-pages.tsx";

/** Reading, withdrawing and giving consent, all for the citizen alone. */
export const consentPages = new Hono<AppEnv>();

consentPages.get("/account/consent", (c) => consentPage(c));

consentPages.post("/account/consent", async (c) => {
  const form = await readForm(c);
  const { language, via } = sessionOf(c);
  const version = form.text("version");
  const given = await giveConsent(c.var.ports, citizenOf(c), { version, language, via });
  return given.ok ? c.redirect("/liff/account?done=consent_given", 303) : consentPage(c, given.refusal);
});

consentPages.get("/account/consent/withdraw", (c) =>
  sendPage(c, <WithdrawPage page={pageContext(c)} refusals={[]} />),
);

/** The answer is the page itself: every session has ended, so there is nowhere to lead to. */
consentPages.post("/account/consent/withdraw", async (c) => {
  const page = pageContext(c);
  const { language, via } = sessionOf(c);
  const withdrawn = await withdrawConsent(c.var.ports, citizenOf(c), { language, via });
  if (!withdrawn.ok) {
    const refusals = [said(c, withdrawn.refusal)];
    return sendPage(c, <WithdrawPage page={page} refusals={refusals} />, { status: 422 });
  }
  await endThisSession(c);
  return sendPage(c, <WithdrawnPage page={page} />);
});

async function consentPage(c: AppContext, refusal?: GiveConsentRefusal): Promise<Response> {
  const consent = await seeConsent(c.var.ports, citizenOf(c));
  const refusals = refusal ? [said(c, refusal)] : [];
  const status = refusal ? 422 : 200;
  return sendPage(c, <ConsentPage page={pageContext(c)} consent={consent} refusals={refusals} />, { status });
}

function said(c: AppContext, refusal: GiveConsentRefusal | WithdrawConsentRefusal) {
  const { identity, account } = pageContext(c).words;
  return { sentence: sayRefusal({ ...identity.refusal, ...account.refusal }, refusal) };
}
