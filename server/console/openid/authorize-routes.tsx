import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { endThisSeatSession } from "../../http/seat-session.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { isWithin } from "../../http/sign-in-limit.ts";
import {
  authorize,
  resumeAuthorization,
  type Authorized,
  type RequestOver,
} from "../../openid/actions/authorize.ts";
import type { ShownRefusal } from "../../openid/authorization-request.ts";
import { endSession } from "../../openid/actions/end-session.ts";
import { openIdPaths } from "../../openid/discovery.ts";
import { nameIn } from "../../visits/names.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { HandOnPage, ProveAgainPage, RefusedPage } from "./pages.tsx";
import { goOnAsGet } from "./go-on-as-get.ts";
import { seatNextPath, seatSignInPath } from "../seat/gates.ts";
import { hasBusinessFirst, signedInSeat } from "./signed-in-seat.ts";

/** Where relying parties send people to sign in at their seat; nobody is asked for anything but that. */
export const authorizePages = new Hono<AppEnv>();

const gate = { kind: "gate" } as const;
/** Sign-ins of a whole town hall come from one address. */
const perAddress = { name: "openid_authorize", most: 120, seconds: 60 };

/** A request by POST goes on as one by GET, to which the browser adds the cookie of the seat. */
authorizePages.post(openIdPaths.authorize, (c) => goOnAsGet(c, openIdPaths.authorize));

authorizePages.get(openIdPaths.authorize, async (c) => {
  const { ports, address, site } = c.var;
  if (address !== "" && !(await isWithin(c, perAddress, address)))
    return refused(c, { kind: "too_many" }, 429);
  const query = new URL(c.req.url).search.slice(1);
  const asked = {
    issuer: site.publicUrl.origin,
    seat: signedInSeat(c),
    ownFirst: await hasBusinessFirst(c),
    query,
  };
  const authorized = await authorize(ports, gate, asked);
  if (!authorized.ok) return refused(c, authorized.refusal, 400);
  const { value } = authorized;
  return value.kind === "back" ? c.redirect(value.address, 303) : askPerson(c, value);
});

authorizePages.get(`${openIdPaths.authorize}/:requestId`, async (c) => {
  const { ports, site } = c.var;
  const requestId = c.req.param("requestId");
  const asked = {
    issuer: site.publicUrl.origin,
    seat: signedInSeat(c),
    ownFirst: await hasBusinessFirst(c),
    requestId,
  };
  const authorized = await resumeAuthorization(ports, gate, asked);
  if (!authorized.ok) return refused(c, authorized.refusal, 400);
  const { value } = authorized;
  return value.kind === "back" ? handOn(c, value) : askPerson(c, value);
});

/** Signs out, so that the way on leads through the whole sign-in once more. */
authorizePages.post(`${openIdPaths.authorize}/:requestId/again`, async (c) => {
  const seat = signedInSeat(c);
  if (seat) {
    await endSession(c.var.ports, gate, seat);
    await endThisSeatSession(c);
  }
  return c.redirect(signInFor(c.req.param("requestId")), 303);
});

/**
 * Back to the relying party by a page of its own: somebody who comes from a form of ours may not be sent on to another host
 * by its answer (the form's content security policy holds for redirects too).
 */
function handOn(c: AppContext, { address, client }: Extract<Authorized, { kind: "back" }>) {
  const page = pageContext(c);
  c.header("refresh", `0; url=${address}`);
  return sendPage(c, <HandOnPage page={page} system={nameIn(client, page.language)} to={address} />);
}

function askPerson(c: AppContext, asked: Exclude<Authorized, { kind: "back" }>) {
  if (asked.kind === "sign_in") return c.redirect(signInFor(asked.requestId), 303);
  const page = pageContext(c);
  const system = nameIn(asked.client, page.language);
  const action = `${openIdPaths.authorize}/${asked.requestId}/again`;
  return sendPage(c, <ProveAgainPage page={page} system={system} action={action} />);
}

function signInFor(requestId: string): string {
  return `${seatSignInPath}?next=${encodeURIComponent(`${openIdPaths.authorize}/${requestId}`)}`;
}

type Why = ShownRefusal | RequestOver | { readonly kind: "request_too_long" | "too_many" };

function refused(c: AppContext, why: Why, status: 400 | 429) {
  const page = pageContext(c);
  const sentence = sayRefusal(page.words.openId.refused.why, why);
  return sendPage(c, <RefusedPage page={page} sentence={sentence} next={wayOn(c, why)} />, { status });
}

/** Back to the system that asked where that is known; the same once more after a wait; else to one's own seat. */
function wayOn(c: AppContext, why: Why): { readonly label: string; readonly href: string } {
  const { language, words } = pageContext(c);
  const { backTo, again, ownSeat } = words.openId.refused;
  const { pathname, search } = new URL(c.req.url);
  if (why.kind === "too_many") return { label: again, href: pathname + search };
  if (why.kind !== "request_over" || !why.back) return { label: ownSeat, href: seatNextPath };
  return { label: backTo(nameIn(why.back.client, language)), href: why.back.address };
}
