import { Hono } from "hono";
import type { Citizen } from "../../server/kernel/actor.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { openDraft } from "../../server/petitions/actions/open-draft.ts";
import { seeCatalogue, seeTowns } from "../../server/petitions/actions/see-catalogue.ts";
import { seeOwnDrafts } from "../../server/petitions/actions/see-own-drafts.ts";
import { seeService } from "../../server/petitions/actions/see-service.ts";
import { seeTermsToAccept } from "../../server/identity/actions/agency-terms.ts";
import { hasJoined } from "../../server/identity/actions/has-joined.ts";
import { citizenOf, requireEService } from "../gates.ts";
import { CataloguePage } from "./catalogue-page.tsx";
import { ClosedPage, ServicePage } from "./service-page.tsx";
import { TownsPage } from "./towns-page.tsx";

/** The catalogue (E3.1) and the way in: anybody may read it, signed in or not. Mounted before the entry page. */
export const cataloguePages = new Hono<AppEnv>();

/** Coming back to a service from signing in or joining on the way. Mounted behind the entry page. */
export const beginPages = new Hono<AppEnv>();

const longestQuery = 80;
const queryOf = (c: AppContext) => (c.req.query("q") ?? "").slice(0, longestQuery);

cataloguePages.get("/e-service", async (c) => {
  const query = queryOf(c);
  const actor = unlockedCitizen(c);
  const [towns, drafts] = await Promise.all([
    seeTowns(c.var.ports, { query }),
    actor ? seeOwnDrafts(c.var.ports, actor) : [],
  ]);
  const isSignedIn = c.var.session !== null;
  const isSaved = c.req.query("told") === "saved";
  return sendPage(c, <TownsPage {...{ page: pageContext(c), towns, query, drafts, isSignedIn, isSaved }} />);
});

cataloguePages.get("/e-service/:slug", async (c) => {
  const query = queryOf(c);
  const seen = await seeCatalogue(c.var.ports, { slug: c.req.param("slug"), query });
  if (!seen.ok) return notFoundPage(c);
  return sendPage(c, <CataloguePage {...{ page: pageContext(c), seen: seen.value, query }} />);
});

cataloguePages.get("/e-service/:slug/:service", async (c) => {
  const seen = await seeService(c.var.ports, unlockedCitizen(c), c.req.param());
  if (!seen.ok) return sendPage(c, <ClosedPage page={pageContext(c)} />, { status: 404 });
  return sendPage(c, <ServicePage page={pageContext(c)} seen={seen.value} />);
});

/** Led here by signing in or joining on the way, it begins at once; nothing is kept by a look alone. */
beginPages.get("/e-service/:slug/:service/start", requireEService, (c) => {
  const { slug, service } = c.req.param();
  return c.redirect(`/liff/e-service/${slug}/${service}`, 303);
});

// Before the entry page, so that somebody without a session keeps the service that was chosen.
cataloguePages.post("/e-service/:slug/:service/start", async (c) => {
  const { slug, service } = c.req.param();
  const actor = unlockedCitizen(c);
  // What is missing is asked for behind an address that can be come back to.
  if (actor === null || !(await hasJoined(c.var.ports, actor))) {
    return c.redirect(`/liff/e-service/${slug}/${service}/start`, 303);
  }
  if (await seeTermsToAccept(c.var.ports, actor, slug)) {
    const next = encodeURIComponent(`/liff/e-service/${slug}/${service}/start`);
    return c.redirect(`/liff/terms/${slug}?next=${next}`, 303);
  }
  const opened = await openDraft(c.var.ports, actor, { slug, service });
  if (opened.ok) return c.redirect(`/liff/drafts/${opened.value.draftId}`, 303);
  return sendPage(c, <ClosedPage page={pageContext(c)} />, { status: 404 });
});

/** Who is signed in, unlocked and has an account; null: nobody. */
function unlockedCitizen(c: AppContext): Citizen | null {
  const { session } = c.var;
  return session?.personId != null && session.unlocked ? citizenOf(c) : null;
}
