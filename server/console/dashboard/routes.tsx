import { Hono } from "hono";
import type { AppEnv } from "../../http/env.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { seeDashboard } from "../../visits/actions/see-dashboard.ts";
import { seeRegion } from "../../visits/actions/see-region.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { DashboardPage } from "./dashboard-page.tsx";
import { RegionPage } from "./region-page.tsx";

/** Figures: a facility's own, and an office's over its facilities (F7.2). */
export const dashboardPages = new Hono<AppEnv>();

dashboardPages.get("/dashboard", requireRight("see_dashboard"), async (c) => {
  const seen = await seeDashboard(c.var.ports, staffOf(c));
  return sendPage(c, <DashboardPage page={pageContext(c)} staff={sessionOf(c)} seen={seen} />);
});

dashboardPages.get("/region", requireRight("see_region"), async (c) => {
  const seen = await seeRegion(c.var.ports, staffOf(c));
  return sendPage(c, <RegionPage page={pageContext(c)} staff={sessionOf(c)} seen={seen} />);
});
