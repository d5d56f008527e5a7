import { Hono } from "hono";
import { denyRenewal } from "../../server/credentials/actions/deny-renewal.ts";
import { renewKey, type RenewKeyRefusal } from "../../server/credentials/actions/renew-key.ts";
import { seePhoneRenewal } from "../../server/credentials/actions/see-phone-renewal.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { closedPath, SaidPage, tokenPath } from "./parts.tsx";
import { deviceName, idOf, phoneOf } from "./phone.ts";
import { RenewPage } from "./renew-page.tsx";

const gate = { kind: "gate" } as const;

/** "Update Profile" (flows T4): a new key on this phone, handed over to by the old one. */
export const renewRoutes = new Hono<AppEnv>();

renewRoutes.get("/token/renew/:id", (c) => renewPage(c, []));

renewRoutes.post("/token/renew/:id", async (c) => {
  const form = await readForm(c);
  const seen = await seePhoneRenewal(c.var.ports, gate, { activationId: idOf(c), phone: phoneOf(c) });
  const renewed = await renewKey(c.var.ports, gate, {
    ...{ activationId: idOf(c), phone: phoneOf(c), device: deviceName(c), pinText: form.text("pin") },
    ...{ publicKey: form.text("publicKey"), signature: form.text("signature") },
    oldSignature: form.text("oldSignature"),
  });
  if (!renewed.ok) return refused(c, renewed.refusal);
  const old = seen.ok ? `&old=${seen.value.renewsId}` : "";
  return c.redirect(`${tokenPath}?told=renewed${old}`, 303);
});

renewRoutes.post("/token/renew/:id/deny", async (c) => {
  const denied = await denyRenewal(c.var.ports, gate, { activationId: idOf(c), phone: phoneOf(c) });
  return c.redirect(`${tokenPath}?told=${denied.ok ? "denied_renewal" : "over"}`, 303);
});

function refused(c: AppContext, refusal: RenewKeyRefusal): Response | Promise<Response> {
  const { credentials } = pageContext(c).words;
  switch (refusal.kind) {
    case "renewal_over":
      return over(c);
    case "pin_disabled":
      return c.redirect(closedPath, 303);
    case "key_wrong":
      return renewPage(c, [{ sentence: credentials.phone.refusal.key_wrong() }]);
    case "pin_empty":
    case "pin_length":
    case "pin_not_digits":
    case "pin_wait":
    case "pin_wrong":
      return renewPage(c, [{ field: "pin", sentence: sayRefusal(credentials.pin, refusal) }]);
  }
}

async function renewPage(c: AppContext, refusals: readonly SummaryItem[]): Promise<Response> {
  const seen = await seePhoneRenewal(c.var.ports, gate, { activationId: idOf(c), phone: phoneOf(c) });
  if (!seen.ok) return over(c);
  if (seen.value.isDone) return c.redirect(`${tokenPath}?told=renewed`, 303);
  const shown = { page: pageContext(c), renewal: seen.value, refusals };
  return sendPage(c, <RenewPage {...shown} />, { status: refusals.length > 0 ? 422 : 200 });
}

function over(c: AppContext): Promise<Response> {
  const page = pageContext(c);
  const { title, over: said, overNext: next } = page.words.credentials.phone.renew;
  return sendPage(c, <SaidPage page={page} title={title} tone="refused" said={said} next={next} />, {
    status: 410,
  });
}
