import { Hono } from "hono";
import { decideRequest } from "../../credentials/actions/decide-request.ts";
import { noteCall } from "../../credentials/actions/note-call.ts";
import { seeRequestPaper } from "../../credentials/actions/see-requests.ts";
import { sayAsStaff } from "../../credentials/actions/say-in-request.ts";
import type { RequestSigner } from "../../credentials/service-request.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext } from "../../http/send-page.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, staffOf } from "../gates.ts";
import { headSignPages } from "./sign-routes.tsx";
import { nothing, requestDone, seenRequest, showRequest } from "./show-request.tsx";
import { sendRequestForm } from "../../http/say-request.ts";

/** One request: signed by the head, decided by the central office. */
export const requestPages = new Hono<AppEnv>();

const maySee = requireRight("see_service_requests");
const mayDecide = requireRight("register_tokens");

requestPages.get("/tokens/requests/:requestId", maySee, async (c) => {
  const seen = await seenRequest(c);
  return seen ? showRequest(c, seen, [], nothing) : notFoundPage(c);
});

requestPages.get("/tokens/requests/:requestId/form.pdf", maySee, async (c) => {
  const seen = await seenRequest(c);
  return seen ? sendRequestForm(c, seen) : notFoundPage(c);
});

requestPages.get("/tokens/requests/:requestId/paper", maySee, (c) => sendPaper(c, "requester"));

requestPages.get("/tokens/requests/:requestId/head-paper", maySee, (c) => sendPaper(c, "head"));

requestPages.post("/tokens/requests/:requestId/messages", maySee, async (c) => {
  const seen = await seenRequest(c);
  if (!seen) return notFoundPage(c);
  const { ports } = c.var;
  const form = await readForm(c);
  const text = form.text("message");
  const requestKey = readRequestKey(ports.random, form.text(requestKeyField));
  const said = await sayAsStaff(ports, staffOf(c), { requestId: seen.id, text, requestKey });
  if (said.ok) return requestDone(c, seen, "said");
  const sentence = sayRefusal(pageContext(c).words.credentials.requests.refusal, said.refusal);
  return showRequest(c, seen, [{ field: "message", sentence }], { ...nothing, message: text });
});

requestPages.post("/tokens/requests/:requestId/call", mayDecide, async (c) => {
  const seen = await seenRequest(c);
  if (!seen) return notFoundPage(c);
  const form = await readForm(c);
  const call = { number: form.text("number"), outcome: form.text("outcome"), note: form.text("note") };
  const typed = { ...nothing, ...call };
  const noted = await noteCall(c.var.ports, staffOf(c), { requestId: seen.id, ...call });
  if (noted.ok) return requestDone(c, seen, "called");
  const { refusal } = noted;
  const sentence = sayRefusal(pageContext(c).words.credentials.requests.refusal, refusal);
  const field = { too_long: "note", outcome_missing: "outcome" }[refusal.kind as string] ?? "number";
  return showRequest(c, seen, [{ field, sentence }], typed);
});

requestPages.post("/tokens/requests/:requestId/grant", mayDecide, async (c) => {
  const seen = await seenRequest(c);
  if (!seen) return notFoundPage(c);
  const decision = { kind: "approve" } as const;
  const granted = await decideRequest(c.var.ports, staffOf(c), { requestId: seen.id, decision });
  if (granted.ok) return requestDone(c, seen, "granted");
  const sentence = sayRefusal(pageContext(c).words.credentials.requests.refusal, granted.refusal);
  return showRequest(c, (await seenRequest(c)) ?? seen, [{ sentence }], nothing);
});

requestPages.post("/tokens/requests/:requestId/refuse", mayDecide, async (c) => {
  const seen = await seenRequest(c);
  if (!seen) return notFoundPage(c);
  const reason = (await readForm(c)).text("reason");
  const decision = { kind: "refuse", reason } as const;
  const refused = await decideRequest(c.var.ports, staffOf(c), { requestId: seen.id, decision });
  if (refused.ok) return requestDone(c, seen, "refused");
  const { refusal } = refused;
  const sentence = sayRefusal(pageContext(c).words.credentials.requests.refusal, refusal);
  const isReason = refusal.kind === "reason_missing" || refusal.kind === "reason_long";
  const fault = isReason ? { field: "reason", sentence } : { sentence };
  return showRequest(c, (await seenRequest(c)) ?? seen, [fault], { ...nothing, reason });
});

async function sendPaper(c: AppContext, signer: RequestSigner): Promise<Response> {
  const id = c.req.param("requestId") ?? "";
  const paper = await seeRequestPaper(c.var.ports, staffOf(c), { id, signer });
  if (!paper) return notFoundPage(c);
  c.header("cache-control", "no-store");
  return c.body(Uint8Array.from(paper.bytes), 200, {
    "content-type": paper.mime,
    "content-disposition": "inline",
  });
}

requestPages.route("/", headSignPages);
