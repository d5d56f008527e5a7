import { Hono } from "hono";
import type { AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { seeCompanion } from "../../server/visits/actions/see-companion.ts";
import { seeHome } from "../../server/visits/actions/see-home.ts";
import { citizenOf, requireChecked, requireUnlocked, sessionOf } from "../gates.ts";
import { CompanionPage } from "./companion-page.tsx";
import { HomePage } from "./home-page.tsx";

/** The citizen's own page, and that of each person they act for. */
export const homePages = new Hono<AppEnv>();

homePages.get("/home", requireUnlocked, async (c) => {
  if (!sessionOf(c).checked) return c.redirect("/liff/welcome", 303);
  const home = await seeHome(c.var.ports, citizenOf(c));
  return sendPage(c, <HomePage page={pageContext(c)} home={home} now={c.var.ports.clock.now()} />);
});

homePages.get("/for/:delegation", requireUnlocked, requireChecked, async (c) => {
  const delegationId = c.req.param("delegation");
  const seen = await seeCompanion(c.var.ports, citizenOf(c), { delegationId });
  if (!seen.ok) return notFoundPage(c);
  return sendPage(c, <CompanionPage page={pageContext(c)} seen={seen.value} now={c.var.ports.clock.now()} />);
});
