import { Hono } from "hono";
import type { AppEnv } from "../../server/http/env.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { seeLadder } from "../../server/identity/actions/see-ladder.ts";
import { assuranceLevels } from "../../server/identity/assurance.ts";
import { citizenOf, requireUnlocked } from "../gates.ts";
import { LadderPage } from "./page.tsx";

/** The ladder of assurance, and the way up from a service that needs a higher rung (N6). */
export const assurancePages = new Hono<AppEnv>();

assurancePages.get("/assurance", requireUnlocked, async (c) => {
  const ladder = await seeLadder(c.var.ports, citizenOf(c), c.req.query("agency") ?? null);
  const need = assuranceLevels.find((level) => level === c.req.query("need")) ?? null;
  const isRaised = c.req.query("done") === "thaid" && ladder.assurance === "thaid";
  const shown = { page: pageContext(c), ladder, need, next: c.req.query("next"), isRaised };
  return sendPage(c, <LadderPage {...shown} />);
});
