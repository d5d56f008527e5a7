import { Hono } from "hono";
import { mayStaff } from "../../agencies/role.ts";
import { enterPaperRequest } from "../../credentials/actions/enter-paper-request.ts";
import { sendHeadRequest } from "../../credentials/actions/send-head-request.ts";
import { seeRequest, seeRequests } from "../../credentials/actions/see-requests.ts";
import { writeHeadRequest } from "../../credentials/actions/write-request.ts";
import { seatParts } from "../../credentials/holding.ts";
import type { TypedRequest } from "../../credentials/typed-request.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { bytesOf } from "./bytes-of.ts";
import { emptyRequest, typedFrom, typedRequestOf } from "../../http/request-form.ts";
import { RequestsPage, requestsPath } from "./list-page.tsx";
import { NewRequestPage, type Whom } from "./new-page.tsx";
import { requestPages } from "./request-routes.tsx";
import { requestTurn } from "../../http/request-turn.ts";
import { sayFiling } from "../../http/say-filing.ts";

/** Requests for service: the central office decides, an agency's head asks and signs (T6). */
export const serviceRequestPages = new Hono<AppEnv>();

const maySee = requireRight("see_service_requests");

serviceRequestPages.get("/tokens/requests", maySee, async (c) => {
  const turn = requestTurn(c);
  const turned = await seeRequests(c.var.ports, staffOf(c), turn);
  const isDropped = c.req.query("told") === "dropped";
  const shown = { page: pageContext(c), staff: sessionOf(c), turned, isFirst: turn === null, isDropped };
  return sendPage(c, <RequestsPage {...shown} />);
});

serviceRequestPages.get("/tokens/requests/new", maySee, async (c) => {
  const { ports } = c.var;
  const from = c.req.query("from");
  const before = from === undefined ? null : await seeRequest(ports, staffOf(c), from);
  const userCode = before?.facts.userCode ?? c.req.query("code") ?? "";
  const whom = { userCode, part: c.req.query("part") ?? "holder" };
  const typed = before ? typedFrom(before) : emptyRequest(pageContext(c).words);
  return show(c, { whom, typed, way: "", faults: [], requestKey: newRequestKey(ports.random) });
});

serviceRequestPages.post("/tokens/requests/new", maySee, async (c) => {
  const { ports } = c.var;
  const [actor, form] = [staffOf(c), await readForm(c)];
  const [typed, whom] = [typedRequestOf(form), { userCode: form.text("userCode"), part: form.text("part") }];
  const requestKey = readRequestKey(ports.random, form.text(requestKeyField));
  const part = seatParts.find((each) => each === whom.part) ?? "holder";
  const asked = { userCode: whom.userCode, part, typed, requestKey };
  const way = form.text("way");
  const [sent, told] = mayStaff(actor.level, "register_tokens")
    ? [await enterPaperRequest(ports, actor, { ...asked, paper: await bytesOf(form, "paper") }), "sent"]
    : way === "paper"
      ? [await writeHeadRequest(ports, actor, asked), "written"]
      : [await sendHeadRequest(ports, actor, { ...asked, proof: form.text("proof") }), "sent"];
  if (sent.ok) return c.redirect(`${requestsPath}/${sent.value.requestId}?told=${told}`, 303);
  return show(c, { whom, typed, way, faults: sayFiling(pageContext(c).words, sent.refusal), requestKey });
});

serviceRequestPages.route("/", requestPages);

interface Shown {
  readonly whom: Whom;
  readonly typed: TypedRequest;
  readonly way: string;
  readonly faults: readonly SummaryItem[];
  readonly requestKey: string;
}

function show(c: AppContext, shown: Shown): Promise<Response> {
  const status = shown.faults.length > 0 ? 422 : 200;
  return sendPage(c, <NewRequestPage page={pageContext(c)} staff={sessionOf(c)} {...shown} />, { status });
}
