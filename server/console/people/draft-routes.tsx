import { Hono } from "hono";
import type { TypedRequest } from "../../agencies/access-form.ts";
import { saveAccessRequest } from "../../agencies/actions/save-access-request.ts";
import { seeAccessRequest } from "../../agencies/actions/see-access-request.ts";
import { seePeople } from "../../agencies/actions/see-people.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { RequestForm } from "./request-form.tsx";
import { blankRequest, faultItems, typedRequest } from "./typed-request.ts";

/** Writing a request for access: begun, gone on with, kept (F1.1). What was typed stays whatever is refused. */
export const draftPages = new Hono<AppEnv>();

const mayManage = requireRight("manage_people");

interface Shown {
  readonly requestId: string | null;
  readonly version: number;
  readonly requestKey: string;
  readonly typed: TypedRequest;
  readonly faults?: readonly SummaryItem[];
  readonly more?: boolean;
  readonly changed?: boolean;
}

draftPages.get("/people/requests/new", mayManage, (c) => {
  const requestKey = newRequestKey(c.var.ports.random);
  return formPage(c, { requestId: null, version: 0, requestKey, typed: blankRequest });
});

draftPages.get("/people/requests/:id/edit", mayManage, async (c) => {
  const requestId = c.req.param("id");
  const seen = await seeAccessRequest(c.var.ports, staffOf(c), { requestId });
  if (!seen.ok) return notFoundPage(c);
  const { request, faults: open } = seen.value;
  if (request.state !== "draft") return c.redirect(`/console/people/requests/${requestId}`, 303);
  const { typed, version } = request;
  const faults = faultItems(open, pageContext(c).words);
  return formPage(
    c,
    { requestId, version, requestKey: newRequestKey(c.var.ports.random), typed, faults },
    200,
  );
});

draftPages.post("/people/requests", mayManage, (c) => save(c, null));
draftPages.post("/people/requests/:id", mayManage, (c) => save(c, c.req.param("id")));

async function save(c: AppContext, requestId: string | null): Promise<Response> {
  const form = await readForm(c);
  const typed = typedRequest(form);
  const version = Number.parseInt(form.text("version"), 10) || 0;
  const requestKey = readRequestKey(c.var.ports.random, form.text(requestKeyField));
  const shown = { requestId, version, requestKey, typed };
  if (form.text("do") === "more")
    return (await isOwn(c, requestId)) ? formPage(c, { ...shown, more: true }) : notFoundPage(c);
  const complete = form.text("do") !== "later";
  const saved = await saveAccessRequest(c.var.ports, staffOf(c), { ...shown, complete });
  if (saved.ok) return c.redirect(`/console/people/requests/${saved.value.requestId}?done=saved`, 303);
  switch (saved.refusal.kind) {
    case "request_not_found":
      return notFoundPage(c);
    case "request_not_draft":
      return c.redirect(`/console/people/requests/${requestId ?? ""}?refused=request_not_draft`, 303);
    case "request_changed":
      return formPage(c, { ...shown, changed: true }, 409);
    case "request_faults": {
      const faults = faultItems(saved.refusal.faults, pageContext(c).words);
      return formPage(c, { ...shown, faults }, 422);
    }
  }
}

/** True for a new request, and for one of this agency. */
async function isOwn(c: AppContext, requestId: string | null): Promise<boolean> {
  return requestId === null || (await seeAccessRequest(c.var.ports, staffOf(c), { requestId })).ok;
}

async function formPage(c: AppContext, shown: Shown, status: 200 | 409 | 422 = 200): Promise<Response> {
  const { faults = [], more = false, changed = false, ...rest } = shown;
  const { members } = await seePeople(c.var.ports, staffOf(c));
  const leavers = members.filter(({ state }) => state !== "ended");
  return sendPage(
    c,
    <RequestForm
      page={pageContext(c)}
      staff={sessionOf(c)}
      {...rest}
      members={leavers}
      {...{ faults, more, changed }}
    />,
    { status },
  );
}
