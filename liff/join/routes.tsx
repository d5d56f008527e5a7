import { Hono } from "hono";
import { webChannel } from "../../server/identity/account-door.ts";
import { acceptTerms } from "../../server/identity/actions/accept-terms.ts";
import { seeAgencyTerms, type OwnTerms } from "../../server/identity/actions/agency-terms.ts";
import { beginJoin } from "../../server/identity/actions/begin-join.ts";
import { hasJoined } from "../../server/identity/actions/has-joined.ts";
import { newWebVisitor } from "../../server/identity/actions/new-web-visitor.ts";
import { seeJoin } from "../../server/identity/actions/see-join.ts";
import { seeWelcome } from "../../server/identity/actions/see-welcome.ts";
import { termsInForce } from "../../server/identity/terms.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { startSession } from "../../server/http/session.ts";
import { signInAllowed } from "../../server/http/sign-in-limit.ts";
import { wordingIn } from "../../server/forms/wording.ts";
import { seeService } from "../../server/petitions/actions/see-service.ts";
import { bangkokDay } from "../../server/kernel/thai-date.ts";
import { citizenOf, requireEService } from "../gates.ts";
import { safeNext } from "../next.ts";
import { completePages } from "./complete-routes.tsx";
import { joinFormPages } from "./form-routes.tsx";
import { ChoicePage, TermsPage } from "./terms-page.tsx";
import { WelcomePage, type WelcomeProps, type WelcomeTold } from "./welcome-page.tsx";
import { here, hereWith, visitorOf } from "./who.ts";

/** Joining e-Service (E1): whoever comes, with or without LINE, is led to what is still missing. */
export const joinPages = new Hono<AppEnv>();

joinPages.get("/join", async (c) => {
  const { session, ports } = c.var;
  const query = here(c);
  if (session?.personId != null) {
    if (!session.unlocked) return c.redirect(doorOf(c), 303);
    if (await hasJoined(ports, citizenOf(c)))
      return c.redirect(safeNext(c.req.query("next"), "/liff/welcome"), 303);
    return terms(c);
  }
  if (session && session.channel !== webChannel) {
    return sendPage(c, <ChoicePage page={pageContext(c)} query={query} after={`/liff/join${query}`} />);
  }
  const visitor = visitorOf(c);
  const step = visitor ? (await seeJoin(ports, visitor)).step : "terms";
  return step === "terms" ? terms(c) : c.redirect(`/liff/join/${step}${query}`, 303);
});

joinPages.post("/join/terms", async (c) => {
  const form = await readForm(c);
  const { session, ports, address } = c.var;
  const { terms: words } = pageContext(c).words.join;
  const version = form.text("version");
  if (form.text("accepted") !== "yes") return terms(c, words.missing);
  if (session?.personId != null) {
    if (!session.unlocked) return c.redirect(doorOf(c), 303);
    const accepted = await acceptTerms(ports, citizenOf(c), version);
    if (!accepted.ok) return terms(c, words.changed);
    if (accepted.value.hasContact) return c.redirect(safeNext(c.req.query("next"), "/liff/welcome"), 303);
    return c.redirect(`/liff/join/form${hereWith(c, "terms", version)}`, 303);
  }
  if (session && session.channel !== webChannel) return c.redirect(`/liff/join${here(c)}`, 303);
  if (!(await signInAllowed(c))) return terms(c, words.many, 429);
  const user = visitorOf(c) ?? { kind: "visitor" as const, ...newWebVisitor(ports) };
  const own = await ownTermsOf(c);
  if (own !== null && form.text("own") !== String(own.version)) return terms(c, words.changed);
  const agencyYes = own && { agencyId: own.agencyId, version: own.version };
  const begun = await beginJoin(ports, user, { termsVersion: version, agencyYes, address });
  if (!begun.ok) {
    const isLimit = begun.refusal.kind === "join_limit";
    return terms(c, isLimit ? words.many : words.changed, isLimit ? 429 : 422);
  }
  if (!visitorOf(c)) await startSession(c, user, "browser", "th");
  return c.redirect(`/liff/join/form${here(c)}`, 303);
});

joinPages.route("/", joinFormPages);
joinPages.route("/", completePages);

/** Pages behind the entry page. */
export const welcomePages = new Hono<AppEnv>();

welcomePages.get("/welcome", requireEService, async (c) => {
  const page = pageContext(c);
  const welcome = await seeWelcome(c.var.ports, citizenOf(c));
  const way = safeNext(c.req.query("next"), "/liff/welcome");
  const next = way.startsWith("/liff/welcome") ? null : way;
  const known = Object.keys(page.words.join.welcome.told) as WelcomeTold[];
  const told = known.find((each) => each === c.req.query("told")) ?? null;
  const service = next === null ? null : await serviceAt(c, next);
  return sendPage(c, <WelcomePage {...{ page, welcome, next, service, told }} />);
});

/** The service whose page somebody came from, or null when it was another page or it is offered no more. */
async function serviceAt(c: AppContext, next: string): Promise<WelcomeProps["service"]> {
  const [, slug = "", service = ""] = /^\/liff\/e-service\/([^/?]+)\/([^/?]+)(?:\/start)?$/.exec(next) ?? [];
  const seen = service === "" ? null : await seeService(c.var.ports, citizenOf(c), { slug, service });
  if (!seen?.ok) return null;
  const name = wordingIn(seen.value.definition.name, pageContext(c).language);
  return { name, start: `/liff/e-service/${slug}/${service}/start` };
}

/** The own terms of the agency whose service somebody without an account came for; null: none. */
async function ownTermsOf(c: AppContext): Promise<OwnTerms | null> {
  if (c.var.session?.personId != null) return null;
  const [, slug] = /^\/liff\/e-service\/([a-z0-9-]+)/.exec(safeNext(c.req.query("next"))) ?? [];
  return slug === undefined ? null : seeAgencyTerms(c.var.ports, slug);
}

async function terms(c: AppContext, refused?: string, status: 200 | 422 | 429 = refused ? 422 : 200) {
  const version = termsInForce(bangkokDay(c.var.ports.clock.now()));
  const maySignIn = c.var.session?.personId == null;
  const props = { page: pageContext(c), query: here(c), version, own: await ownTermsOf(c), maySignIn };
  return sendPage(c, <TermsPage {...props} {...(refused ? { refused } : {})} />, { status });
}

/** A locked session proves itself first, and comes back here. */
function doorOf(c: AppContext): string {
  const door = c.var.session?.channel === webChannel ? "/liff/password" : "/liff/unlock";
  return `${door}?next=${encodeURIComponent(`/liff/join${here(c)}`)}`;
}
