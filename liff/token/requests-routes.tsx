import { Hono } from "hono";
import { seePhoneRequest, seePhoneRequests } from "../../server/credentials/actions/see-phone-requests.ts";
import { writePhoneRequest } from "../../server/credentials/actions/write-phone-request.ts";
import type { TypedRequest } from "../../server/credentials/typed-request.ts";
import { emptyRequest, typedFrom, typedRequestOf } from "../../server/http/request-form.ts";
import { requestTurn } from "../../server/http/request-turn.ts";
import { sayFiling } from "../../server/http/say-filing.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../server/http/request-key.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { NewPhoneRequestPage } from "./new-request-page.tsx";
import { phoneOf } from "./phone.ts";
import { phoneRequestPages } from "./request-routes.tsx";
import { PhoneRequestsPage, phoneRequestsPath } from "./requests-page.tsx";

/** Requests for service on a phone that holds a key: written, signed with the key, and followed (T6). */
export const requestsRoutes = new Hono<AppEnv>();

requestsRoutes.get("/token/requests", async (c) => {
  const turn = requestTurn(c);
  const seen = await seePhoneRequests(c.var.ports, phoneOf(c), turn);
  const shown = { page: pageContext(c), seen, isFirst: turn === null };
  return sendPage(c, <PhoneRequestsPage {...shown} isDropped={c.req.query("told") === "dropped"} />);
});

requestsRoutes.get("/token/requests/new", async (c) => {
  const { ports } = c.var;
  const before = await seePhoneRequest(ports, phoneOf(c), c.req.query("from") ?? "");
  const typed = before ? typedFrom(before.seen) : emptyRequest(pageContext(c).words);
  const keyId = before?.keyId ?? "";
  return showNew(c, { typed, keyId, faults: [], requestKey: newRequestKey(ports.random) });
});

requestsRoutes.post("/token/requests/new", async (c) => {
  const { ports } = c.var;
  const form = await readForm(c);
  const [typed, keyId] = [typedRequestOf(form), form.text("keyId")];
  const requestKey = readRequestKey(ports.random, form.text(requestKeyField));
  const written = await writePhoneRequest(ports, phoneOf(c), { keyId, typed, requestKey });
  if (written.ok) return c.redirect(`${phoneRequestsPath}/${written.value.requestId}`, 303);
  return showNew(c, { typed, keyId, faults: sayFiling(pageContext(c).words, written.refusal), requestKey });
});

requestsRoutes.route("/", phoneRequestPages);

interface Shown {
  readonly typed: TypedRequest;
  readonly keyId: string;
  readonly faults: readonly SummaryItem[];
  readonly requestKey: string;
}

async function showNew(c: AppContext, shown: Shown): Promise<Response> {
  const { seats } = await seePhoneRequests(c.var.ports, phoneOf(c), null);
  if (seats.length === 0) return c.redirect(phoneRequestsPath, 303);
  const status = shown.faults.length > 0 ? 422 : 200;
  return sendPage(c, <NewPhoneRequestPage page={pageContext(c)} seats={seats} {...shown} />, { status });
}
