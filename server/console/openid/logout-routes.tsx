import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import { endThisSeatSession } from "../../http/seat-session.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { endSession, readSigningOut, type SigningOut } from "../../openid/actions/end-session.ts";
import { openIdPaths } from "../../openid/discovery.ts";
import { nameIn } from "../../visits/names.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { AskOutPage, RefusedPage, SignedOutPage } from "./pages.tsx";
import { goOnAsGet } from "./go-on-as-get.ts";
import { seatNextPath } from "../seat/gates.ts";
import { signedInSeat } from "./signed-in-seat.ts";

/** Where relying parties send people to sign out of their seat. */
export const logoutPages = new Hono<AppEnv>();

const gate = { kind: "gate" } as const;

/** By POST as by GET, to which the browser adds the cookie of the seat. */
logoutPages.post(openIdPaths.logout, (c) => goOnAsGet(c, openIdPaths.logout));

logoutPages.get(openIdPaths.logout, async (c) => {
  const query = new URL(c.req.url).search.slice(1);
  const read = await readAsked(c, query);
  if (!read.ok) return tooLong(c, read.refusal);
  const { client, returnTo, isProven } = read.value;
  const page = pageContext(c);
  const system = client && nameIn(client, page.language);
  if (signedInSeat(c) && !isProven)
    return sendPage(c, <AskOutPage page={page} system={system} query={query} />);
  await signOut(c);
  return returnTo === null ? signedOut(c, read.value) : c.redirect(returnTo, 303);
});

logoutPages.post(`${openIdPaths.logout}/confirm`, async (c) => {
  const read = await readAsked(c, (await readForm(c)).text("query"));
  if (!read.ok) return tooLong(c, read.refusal);
  await signOut(c);
  return signedOut(c, read.value);
});

function readAsked(c: AppContext, query: string) {
  const sessionId = signedInSeat(c)?.sessionId ?? null;
  return readSigningOut(c.var.ports, gate, { query, issuer: c.var.site.publicUrl.origin, sessionId });
}

async function signOut(c: AppContext): Promise<void> {
  const seat = signedInSeat(c);
  if (!seat) return;
  await endSession(c.var.ports, gate, seat);
  await endThisSeatSession(c);
}

/** A page, and no redirect: whoever comes from a form of ours may not be sent to another host by its answer. */
function signedOut(c: AppContext, { client, returnTo, foreignReturn }: SigningOut) {
  const page = pageContext(c);
  const system = client && nameIn(client, page.language);
  if (returnTo !== null) c.header("refresh", `2; url=${returnTo}`);
  const shown = { page, system, to: returnTo, foreign: foreignReturn };
  return sendPage(c, <SignedOutPage {...shown} />);
}

function tooLong(c: AppContext, refusal: { readonly kind: "request_too_long" }) {
  const page = pageContext(c);
  const sentence = sayRefusal(page.words.openId.refused.why, refusal);
  const next = { label: page.words.openId.refused.ownSeat, href: seatNextPath };
  return sendPage(c, <RefusedPage page={page} sentence={sentence} next={next} />, { status: 400 });
}
