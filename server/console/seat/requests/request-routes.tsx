import { Hono } from "hono";
import { dropOwnRequest } from "../../../credentials/actions/drop-request.ts";
import { proveRequestEmail, sendRequestCode } from "../../../credentials/actions/prove-request-email.ts";
import { sayOwn } from "../../../credentials/actions/say-in-request.ts";
import { signOwnByPaper } from "../../../credentials/actions/sign-by-paper.ts";
import { signOwnRequest } from "../../../credentials/actions/sign-own-request.ts";
import type { SeenRequest } from "../../../credentials/actions/see-requests.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { notFoundPage } from "../../../http/fault.tsx";
import { readForm } from "../../../http/form.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../../http/request-key.ts";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { sayRefusal } from "../../../words/refusal-words.ts";
import { bytesOf } from "../../service-requests/bytes-of.ts";
import { sayFiling } from "../../../http/say-filing.ts";
import { sayRequestCode } from "../../../http/say-request-code.ts";
import { sendRequestForm } from "../../../http/say-request.ts";
import { enteredSeatOf } from "../gates.ts";
import { phoneUrl } from "../phone-url.ts";
import { holderHere, notHere, readerHere, requireRequester, seenOf } from "./gate.ts";
import { OwnRequestPage, ownTellings } from "./request-page.tsx";
import { ownRequestsPath } from "./requests-page.tsx";

/** One request of somebody in a seat: signing it, its thread, and the code that proves a new address. */
export const ownRequestPages = new Hono<AppEnv>();

ownRequestPages.use("/requests/:requestId/*", requireRequester);

ownRequestPages.get("/requests/:requestId", async (c) => {
  const seen = await seenOf(c);
  return seen ? show(c, seen, []) : notHere(c);
});

/** What the page watches while the phone signs. */
ownRequestPages.get("/requests/:requestId/state", async (c) => {
  const seen = await seenOf(c);
  return c.json({ state: seen?.shown ?? "over" });
});

ownRequestPages.get("/requests/:requestId/form.pdf", async (c) => {
  const seen = await seenOf(c);
  return seen ? sendRequestForm(c, seen, { masked: c.var.seat === null }) : notHere(c);
});

ownRequestPages.post("/requests/:requestId/sign", async (c) => {
  const seen = await seenOf(c);
  if (!seen) return notFoundPage(c);
  const password = (await readForm(c)).text("proof");
  const asked = { requestId: seen.id, password, reader: readerHere(c) };
  const signed = await signOwnRequest(c.var.ports, enteredSeatOf(c), asked);
  if (signed.ok) return done(c, seen, "sent");
  return show(c, seen, sayFiling(pageContext(c).words, signed.refusal));
});

ownRequestPages.post("/requests/:requestId/attach", async (c) => {
  const seen = await seenOf(c);
  if (!seen) return notFoundPage(c);
  const paper = await bytesOf(await readForm(c), "paper");
  const asked = { requestId: seen.id, paper };
  const signed = await signOwnByPaper(c.var.ports, holderHere(c), readerHere(c), asked);
  if (signed.ok) return done(c, seen, "sent");
  return show(c, seen, sayFiling(pageContext(c).words, signed.refusal));
});

ownRequestPages.post("/requests/:requestId/drop", async (c) => {
  const seen = await seenOf(c);
  if (!seen) return notFoundPage(c);
  const asked = { requestId: seen.id, reader: readerHere(c) };
  const dropped = await dropOwnRequest(c.var.ports, enteredSeatOf(c), asked);
  return c.redirect(dropped.ok ? `${ownRequestsPath}?told=dropped` : `${ownRequestsPath}/${seen.id}`, 303);
});

ownRequestPages.post("/requests/:requestId/messages", async (c) => {
  const seen = await seenOf(c);
  if (!seen) return notFoundPage(c);
  const form = await readForm(c);
  const { ports } = c.var;
  const text = form.text("message");
  const requestKey = readRequestKey(ports.random, form.text(requestKeyField));
  const said = await sayOwn(ports, holderHere(c), readerHere(c), { requestId: seen.id, text, requestKey });
  if (said.ok) return done(c, seen, "said");
  return show(c, seen, [{ field: "message", sentence: sentenceOf(c, said.refusal) }], text);
});

ownRequestPages.post("/requests/:requestId/code", async (c) => {
  const seen = await seenOf(c);
  if (!seen) return notFoundPage(c);
  const sent = await sendRequestCode(c.var.ports, holderHere(c), seen.id);
  if (sent.ok) return done(c, seen, "code");
  return show(c, seen, [{ sentence: sentenceOf(c, sent.refusal) }]);
});

ownRequestPages.post("/requests/:requestId/confirm", async (c) => {
  const seen = await seenOf(c);
  if (!seen) return notFoundPage(c);
  const code = (await readForm(c)).text("code");
  const proven = await proveRequestEmail(c.var.ports, holderHere(c), { requestId: seen.id, code });
  if (proven.ok) return done(c, seen, "proven");
  const now = (await seenOf(c)) ?? seen;
  return show(c, now, [sayRequestCode(pageContext(c).words, proven.refusal)]);
});

type Refusals = ReturnType<typeof pageContext>["words"]["credentials"]["requests"]["refusal"];

function sentenceOf(c: AppContext, refusal: { readonly kind: keyof Refusals }): string {
  return sayRefusal(pageContext(c).words.credentials.requests.refusal, refusal as never);
}

function done(c: AppContext, { id }: SeenRequest, told: (typeof ownTellings)[number]): Response {
  return c.redirect(`${ownRequestsPath}/${id}?told=${told}`, 303);
}

function show(
  c: AppContext,
  seen: SeenRequest,
  faults: readonly SummaryItem[],
  message = "",
): Promise<Response> {
  const asked = ownTellings.find((each) => each === c.req.query("told")) ?? null;
  const told = faults.length > 0 || (asked === "sent" && seen.shown === "unsigned") ? null : asked;
  const shown = { page: pageContext(c), seat: enteredSeatOf(c), seen, faults, message, told };
  const url = phoneUrl(c, `/token/requests/${seen.id}`);
  const requestKey = newRequestKey(c.var.ports.random);
  const status = faults.length > 0 ? 422 : 200;
  return sendPage(c, <OwnRequestPage {...shown} phoneUrl={url} requestKey={requestKey} />, { status });
}
