import { Hono } from "hono";
import { dropHeadRequest } from "../../credentials/actions/drop-request.ts";
import { signAsHeadByPaper } from "../../credentials/actions/sign-by-paper.ts";
import { signRequest } from "../../credentials/actions/sign-request.ts";
import type { AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { pageContext } from "../../http/send-page.ts";
import { requireRight, staffOf } from "../gates.ts";
import { bytesOf } from "./bytes-of.ts";
import { requestsPath } from "./list-page.tsx";
import { sayFiling } from "../../http/say-filing.ts";
import { nothing, requestDone, seenRequest, showRequest } from "./show-request.tsx";

/** A head signs a request, by the second step or by hand, or throws away what was not signed. */
export const headSignPages = new Hono<AppEnv>();

const maySign = requireRight("name_holders");

headSignPages.post("/tokens/requests/:requestId/sign", maySign, async (c) => {
  const seen = await seenRequest(c);
  if (!seen) return notFoundPage(c);
  const proof = (await readForm(c)).text("proof");
  const signed = await signRequest(c.var.ports, staffOf(c), { requestId: seen.id, proof });
  if (signed.ok) return requestDone(c, seen, "signed");
  return showRequest(c, seen, sayFiling(pageContext(c).words, signed.refusal), nothing);
});

headSignPages.post("/tokens/requests/:requestId/attach", maySign, async (c) => {
  const seen = await seenRequest(c);
  if (!seen) return notFoundPage(c);
  const paper = await bytesOf(await readForm(c), "paper");
  const signed = await signAsHeadByPaper(c.var.ports, staffOf(c), { requestId: seen.id, paper });
  if (signed.ok) return requestDone(c, seen, "signed");
  return showRequest(c, seen, sayFiling(pageContext(c).words, signed.refusal), nothing);
});

headSignPages.post("/tokens/requests/:requestId/drop", maySign, async (c) => {
  const dropped = await dropHeadRequest(c.var.ports, staffOf(c), c.req.param("requestId"));
  if (!dropped.ok) return notFoundPage(c);
  return c.redirect(`${requestsPath}?told=dropped`, 303);
});
