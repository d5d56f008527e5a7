import { Hono } from "hono";
import { seeOwnRegistration } from "../../../credentials/actions/see-own-registration.ts";
import { seeOwnRequest, seeOwnRequests } from "../../../credentials/actions/see-requests.ts";
import { sendOwnRequest } from "../../../credentials/actions/send-own-request.ts";
import { writeOwnRequest } from "../../../credentials/actions/write-request.ts";
import { casesOf } from "../../../credentials/service-request.ts";
import type { TypedRequest } from "../../../credentials/typed-request.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { readForm } from "../../../http/form.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../../http/request-key.ts";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { emptyRequest, typedFrom, typedRequestOf } from "../../../http/request-form.ts";
import { requestTurn } from "../../../http/request-turn.ts";
import { sayFiling } from "../../../http/say-filing.ts";
import { enteredSeatOf } from "../gates.ts";
import { readerHere, requireRequester } from "./gate.ts";
import { NewOwnRequestPage, ownWays, type OwnWay } from "./new-page.tsx";
import { ownRequestPages } from "./request-routes.tsx";
import { OwnRequestsPage, ownRequestsPath } from "./requests-page.tsx";

/** Requests for service of somebody in a seat, wholly or half signed in (T6). */
export const seatRequestPages = new Hono<AppEnv>();

seatRequestPages.get("/requests", requireRequester, async (c) => {
  const [reader, turn] = [readerHere(c), requestTurn(c)];
  const turned = await seeOwnRequests(c.var.ports, reader, turn);
  const shown = { turned, isFirst: turn === null, isWhole: reader.isWhole };
  const isDropped = c.req.query("told") === "dropped";
  const who = { page: pageContext(c), seat: enteredSeatOf(c) };
  return sendPage(c, <OwnRequestsPage {...who} {...shown} isDropped={isDropped} />);
});

seatRequestPages.get("/requests/new", requireRequester, async (c) => {
  const { ports } = c.var;
  const before = await seeOwnRequest(ports, readerHere(c), c.req.query("from") ?? "");
  const typed = before
    ? typedFrom(before)
    : emptyRequest(pageContext(c).words, { ...(await knownBefore(c)), case: c.req.query("case") ?? "" });
  return showNew(c, { typed, way: "password", faults: [], requestKey: newRequestKey(ports.random) });
});

seatRequestPages.post("/requests/new", requireRequester, async (c) => {
  const { ports, seat: whole } = c.var;
  const form = await readForm(c);
  const typed = typedRequestOf(form);
  const way = ownWays.find((each) => each === form.text("way")) ?? "password";
  const requestKey = readRequestKey(ports.random, form.text(requestKeyField));
  const asked = { session: enteredSeatOf(c), typed, requestKey };
  const [sent, told] =
    way === "password"
      ? [
          await sendOwnRequest(ports, {
            ...asked,
            softTokenId: whole?.softTokenId ?? null,
            password: form.text("proof"),
          }),
          "sent",
        ]
      : [await writeOwnRequest(ports, asked), "written"];
  if (sent.ok) return c.redirect(`${ownRequestsPath}/${sent.value.requestId}?told=${told}`, 303);
  return showNew(c, { typed, way, faults: sayFiling(pageContext(c).words, sent.refusal), requestKey });
});

seatRequestPages.route("/", ownRequestPages);

/** What need not be typed again: the mobile number of the registration, and where their last request said they work. */
async function knownBefore(c: AppContext): Promise<Partial<TypedRequest>> {
  const { ports, seat } = c.var;
  // A password alone shows nothing of what is registered.
  if (seat === null) return {};
  const [last] = (await seeOwnRequests(ports, readerHere(c))).rows;
  const before = last ? await seeOwnRequest(ports, readerHere(c), last.id) : null;
  const own = await seeOwnRegistration(ports, { kind: "gate" }, seat.holdingId);
  const mobile = own?.facts.typed.mobile ?? "";
  return before ? { ...typedFrom(before), said: "", newEmail: "" } : { mobile };
}

interface Shown {
  readonly typed: TypedRequest;
  readonly way: OwnWay;
  readonly faults: readonly SummaryItem[];
  readonly requestKey: string;
}

function showNew(c: AppContext, shown: Shown): Promise<Response> {
  const seat = enteredSeatOf(c);
  const cases = casesOf(seat.holdingState === "named" ? "new_holder" : "holder");
  const status = shown.faults.length > 0 ? 422 : 200;
  return sendPage(c, <NewOwnRequestPage page={pageContext(c)} seat={seat} cases={cases} {...shown} />, {
    status,
  });
}
