import { Hono } from "hono";
import { askCardNonce, signInByCard } from "../../agencies/actions/sign-in-by-card.ts";
import type { CardAgency, CardSignInRefusal } from "../../agencies/card-sign-in.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readJson } from "../../http/json.ts";
import { relyingParty } from "../../http/relying-party.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { startHalfStaffSession } from "../../http/session.ts";
import { signInAllowed } from "../../http/sign-in-limit.ts";
import { nameIn } from "../../visits/names.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { CardSignInPage } from "./card-page.tsx";

/** Signing in by card (F1.7), where a card authority is trusted: the page, what the card signs, its answer. */
export const cardSignInPages = new Hono<AppEnv>();

const gate = { kind: "gate" } as const;

cardSignInPages.get("/sign-in/card", (c) => {
  if (!c.var.ports.cardProofs.available) return notFoundPage(c);
  if (c.var.staff) return c.redirect("/console", 303);
  return sendPage(c, <CardSignInPage page={pageContext(c)} />, { needs: { cardAgent: true } });
});

cardSignInPages.post("/sign-in/card/nonce", async (c) => {
  if (!(await signInAllowed(c))) return tooMany(c);
  const asked = askCardNonce(c.var.ports);
  return asked.ok ? c.json(asked.value) : refused(c, asked.refusal);
});

cardSignInPages.post("/sign-in/card", async (c) => {
  if (!(await signInAllowed(c))) return tooMany(c);
  const body = await readJson(c);
  const signedIn = await signInByCard(c.var.ports, gate, {
    origin: relyingParty(c).origin,
    nonce: body.text("nonce"),
    card: { certificate: body.text("certificate"), signature: body.text("signature") },
    agencyId: body.text("agencyId"),
  });
  if (!signedIn.ok) return refused(c, signedIn.refusal);
  await startHalfStaffSession(c, signedIn.value);
  return c.json({ to: "/console/second-step" });
});

function tooMany(c: AppContext): Response {
  return c.json({ sentence: pageContext(c).words.agencies.card.tooMany }, 429);
}

function refused(c: AppContext, refusal: CardSignInRefusal): Response {
  const page = pageContext(c);
  const sentence = sayRefusal(page.words.agencies.card.refusal, refusal);
  const named = ({ agencyId, ...names }: CardAgency) => ({ agencyId, name: nameIn(names, page.language) });
  const agencies = refusal.kind === "card_choose" ? { agencies: refusal.agencies.map(named) } : {};
  return c.json({ sentence, ...agencies }, 422);
}
