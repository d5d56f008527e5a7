import { Hono } from "hono";
import { dropOnPhone } from "../../server/credentials/actions/drop-request.ts";
import { proveRequestEmail, sendRequestCode } from "../../server/credentials/actions/prove-request-email.ts";
import { sayOnPhone } from "../../server/credentials/actions/say-in-request.ts";
import { seePhoneRequest, type PhoneRequest } from "../../server/credentials/actions/see-phone-requests.ts";
import { signOnPhone } from "../../server/credentials/actions/sign-on-phone.ts";
import type { SignOnPhoneRefusal } from "../../server/credentials/request-refusal.ts";
import { sayRequestFaults } from "../../server/http/request-form.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import { readForm } from "../../server/http/form.ts";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { sayRequestCode } from "../../server/http/say-request-code.ts";
import { newRequestKey, readRequestKey, requestKeyField } from "../../server/http/request-key.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { tokenPath } from "./parts.tsx";
import { idOf, phoneOf } from "./phone.ts";
import { PhoneRequestPage, phoneTellings } from "./request-page.tsx";
import { phoneRequestsPath } from "./requests-page.tsx";

/** One request on the phone: signing it with the key, its thread, and the code that proves a new address. */
export const phoneRequestPages = new Hono<AppEnv>();

phoneRequestPages.get("/token/requests/:id", async (c) => {
  const asked = await askedOf(c);
  return asked ? show(c, asked, []) : notFoundPage(c);
});

phoneRequestPages.post("/token/requests/:id/sign", async (c) => {
  const asked = await askedOf(c);
  if (!asked) return notFoundPage(c);
  const form = await readForm(c);
  const given = { pinText: form.text("pin"), signature: form.text("signature") };
  const signed = await signOnPhone(c.var.ports, phoneOf(c), { requestId: asked.seen.id, ...given });
  return signed.ok ? done(c, asked, "sent") : notSigned(c, asked, signed.refusal);
});

phoneRequestPages.post("/token/requests/:id/drop", async (c) => {
  const asked = await askedOf(c);
  if (!asked) return notFoundPage(c);
  const isNotMe = asked.seen.sessionId !== null;
  const dropped = await dropOnPhone(c.var.ports, phoneOf(c), { requestId: asked.seen.id, isNotMe });
  return c.redirect(dropped.ok ? `${phoneRequestsPath}?told=dropped` : pathOf(asked), 303);
});

phoneRequestPages.post("/token/requests/:id/messages", async (c) => {
  const asked = await askedOf(c);
  if (!asked) return notFoundPage(c);
  const { ports } = c.var;
  const form = await readForm(c);
  const text = form.text("message");
  const requestKey = readRequestKey(ports.random, form.text(requestKeyField));
  const said = await sayOnPhone(ports, phoneOf(c), { requestId: asked.seen.id, text, requestKey });
  if (said.ok) return done(c, asked, "said");
  const sentence = sayRefusal(pageContext(c).words.credentials.requests.refusal, said.refusal);
  return show(c, asked, [{ field: "message", sentence }], text);
});

phoneRequestPages.post("/token/requests/:id/code", async (c) => {
  const asked = await askedOf(c);
  if (!asked) return notFoundPage(c);
  const sent = await sendRequestCode(c.var.ports, asked.holder, asked.seen.id);
  if (sent.ok) return done(c, asked, "code");
  const sentence = sayRefusal(pageContext(c).words.credentials.requests.refusal, sent.refusal);
  return show(c, asked, [{ sentence }]);
});

phoneRequestPages.post("/token/requests/:id/confirm", async (c) => {
  const asked = await askedOf(c);
  if (!asked) return notFoundPage(c);
  const code = (await readForm(c)).text("code");
  const proven = await proveRequestEmail(c.var.ports, asked.holder, { requestId: asked.seen.id, code });
  if (proven.ok) return done(c, asked, "proven");
  const now = (await askedOf(c)) ?? asked;
  return show(c, now, [sayRequestCode(pageContext(c).words, proven.refusal)]);
});

function notSigned(
  c: AppContext,
  asked: PhoneRequest,
  refusal: SignOnPhoneRefusal,
): Response | Promise<Response> {
  const { words } = pageContext(c);
  switch (refusal.kind) {
    case "request_wrong":
      return show(c, asked, sayRequestFaults(words, refusal.faults));
    case "pin_disabled":
      return c.redirect(`${tokenPath}/gone`, 303);
    case "pin_empty":
    case "pin_length":
    case "pin_not_digits":
    case "pin_wait":
    case "pin_wrong":
      return show(c, asked, [{ field: "pin", sentence: sayRefusal(words.identity.refusal, refusal) }]);
    case "request_not_found":
    case "request_decided":
    case "key_over":
    case "signature_wrong":
    case "case_not_yours":
    case "seat_not_found":
    case "holding_over":
    case "lost_report_missing":
    case "successor_missing":
    case "email_taken":
    case "request_open":
      return show(c, asked, [{ sentence: sayRefusal(words.credentials.requests.refusal, refusal) }]);
  }
}

function askedOf(c: AppContext): Promise<PhoneRequest | null> {
  return seePhoneRequest(c.var.ports, phoneOf(c), idOf(c));
}

function pathOf({ seen }: PhoneRequest): string {
  return `${phoneRequestsPath}/${seen.id}`;
}

function done(c: AppContext, asked: PhoneRequest, told: (typeof phoneTellings)[number]): Response {
  return c.redirect(`${pathOf(asked)}?told=${told}`, 303);
}

function show(
  c: AppContext,
  asked: PhoneRequest,
  faults: readonly SummaryItem[],
  message = "",
): Promise<Response> {
  const told =
    faults.length > 0 ? null : (phoneTellings.find((each) => each === c.req.query("told")) ?? null);
  const requestKey = newRequestKey(c.var.ports.random);
  const shown = { page: pageContext(c), asked, told, faults, requestKey, message };
  const status = faults.length > 0 ? 422 : 200;
  return sendPage(c, <PhoneRequestPage {...shown} />, { status });
}
