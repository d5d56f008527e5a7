import { Hono } from "hono";
import { acceptAgencyTerms, seeTermsToAccept } from "../../server/identity/actions/agency-terms.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { citizenOf, requireEService } from "../gates.ts";
import { safeNext } from "../next.ts";
import { OwnTermsPage } from "./own-terms.tsx";
import { here } from "./who.ts";

/** An agency's own terms, asked for before the first petition there, and again once when they change (E1.1). */
export const ownTermsPages = new Hono<AppEnv>();

ownTermsPages.get("/terms/:slug", requireEService, (c) => show(c, null));

ownTermsPages.post("/terms/:slug", requireEService, async (c) => {
  const form = await readForm(c);
  const { terms: words } = pageContext(c).words.join;
  if (form.text("accepted") !== "yes") return show(c, words.missing);
  const input = { slug: c.req.param("slug"), version: Number(form.text("version")) };
  const accepted = await acceptAgencyTerms(c.var.ports, citizenOf(c), input);
  return accepted.ok ? goOn(c) : show(c, words.changed);
});

async function show(c: AppContext, refused: string | null): Promise<Response> {
  const slug = c.req.param("slug") ?? "";
  const own = await seeTermsToAccept(c.var.ports, citizenOf(c), slug);
  if (own === null) return goOn(c);
  const props = { page: pageContext(c), own, action: `/liff/terms/${slug}${here(c)}`, refused };
  return sendPage(c, <OwnTermsPage {...props} />, { status: refused === null ? 200 : 422 });
}

function goOn(c: AppContext): Response {
  return c.redirect(safeNext(c.req.query("next"), `/liff/e-service/${c.req.param("slug") ?? ""}`), 303);
}
