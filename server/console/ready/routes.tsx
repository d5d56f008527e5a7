import { Hono } from "hono";
import type { AppEnv } from "../../http/env.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { requireRight, requireRightOfScript, sessionOf } from "../gates.ts";
import { clockPath, ReadyPage } from "./ready-page.tsx";

/** Getting ready (F0). */
export const readyPages = new Hono<AppEnv>();

readyPages.get("/ready", requireRight("use_counter"), (c) =>
  sendPage(c, <ReadyPage page={pageContext(c)} staff={sessionOf(c)} />, { needs: { cardAgent: true } }),
);

readyPages.get(clockPath.slice("/console".length), requireRightOfScript("use_counter"), (c) =>
  c.json({ now: c.var.ports.clock.now().getTime() }),
);
