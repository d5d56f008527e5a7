import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { beginSignIn, type BeginSignInRefusal } from "../../../credentials/actions/begin-sign-in.ts";
import { enterBySignature } from "../../../credentials/actions/enter-by-signature.ts";
import { seeAsked } from "../../../credentials/actions/see-asked.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { completeThisSeatSession } from "../../../http/seat-session.ts";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { sayRefusal } from "../../../words/refusal-words.ts";
import { enteredSeatOf, seatNextPath, wayBackIn } from "../gates.ts";
import { safeSeatNext, seatNextQuery } from "../next.ts";
import { phoneUrl } from "../phone-url.ts";
import { keepSeatWanted } from "../wanted.ts";
import { ChallengePage, NotAskedPage } from "./page.tsx";
import { relyingPartyOf } from "./relying-party.ts";

const gate = { kind: "gate" } as const;
const path = "/seat/challenge";

/** The phone's part of signing in (flows T3), after user code and password. */
export const challengePages = new Hono<AppEnv>();

/** Between the password and the phone: whoever is in goes on, whoever is not (or no more) begins and comes back to it. */
const requireWaiting = createMiddleware<AppEnv>(async (c, next) => {
  if (c.var.halfSeat) return next();
  const wanted = c.req.query("next");
  if (c.var.seat) return c.redirect(safeSeatNext(wanted), 303);
  keepSeatWanted(c, wanted);
  return c.redirect(await wayBackIn(c), 303);
});

challengePages.use("/challenge/*", requireWaiting);

challengePages.get("/challenge", async (c) => {
  const session = enteredSeatOf(c);
  const begun = await beginSignIn(c.var.ports, gate, {
    ...{ session, again: false },
    relyingParty: await relyingPartyOf(c),
  });
  if (!begun.ok) return notAsked(c, begun.refusal);
  const asked = await seeAsked(c.var.ports, gate, { session, purpose: "sign_in" });
  if (!asked) throw new Error("a sign-in was begun and is not there");
  const page = pageContext(c);
  const { title } = page.words.credentials.challenge;
  const shown = { page, session, asked, path, title, query: seatNextQuery(c.req.query("next")) };
  return sendPage(c, <ChallengePage {...shown} phoneUrl={phoneUrl(c, `/token/sign/${asked.id}`)} />);
});

challengePages.post("/challenge", async (c) => {
  const begun = await beginSignIn(c.var.ports, gate, {
    ...{ session: enteredSeatOf(c), again: true },
    relyingParty: await relyingPartyOf(c),
  });
  return begun.ok ? c.redirect(here(c), 303) : notAsked(c, begun.refusal);
});

challengePages.get("/challenge/state", async (c) => {
  const asked = await seeAsked(c.var.ports, gate, { session: enteredSeatOf(c), purpose: "sign_in" });
  return c.json({ state: asked?.state ?? "over" });
});

challengePages.post("/challenge/enter", async (c) => {
  const entered = await enterBySignature(c.var.ports, gate, {
    session: enteredSeatOf(c),
    relyingParty: await relyingPartyOf(c),
  });
  if (!entered.ok) return c.redirect(here(c), 303);
  const { softTokenId, standing } = entered.value;
  await completeThisSeatSession(c, softTokenId);
  const next = c.req.query("next");
  if (standing.kind === "ending") return c.redirect(`/seat/renew${seatNextQuery(next)}`, 303);
  keepSeatWanted(c, next);
  return c.redirect(seatNextPath, 303);
});

function here(c: AppContext): string {
  return `${path}${seatNextQuery(c.req.query("next"))}`;
}

function notAsked(c: AppContext, refusal: BeginSignInRefusal): Response | Promise<Response> {
  if (refusal.kind === "no_key") return c.redirect("/seat/activate", 303);
  if (refusal.kind === "certificate_expired") {
    return c.redirect(`/seat/renew${seatNextQuery(c.req.query("next"))}`, 303);
  }
  const page = pageContext(c);
  const words = page.words.credentials.challenge;
  const sentence = sayRefusal(words.refusal, refusal);
  const shown = { page, session: enteredSeatOf(c), title: words.title, sentence };
  return sendPage(c, <NotAskedPage {...shown} />, { status: 429 });
}
