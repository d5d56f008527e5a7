import { Hono } from "hono";
import { seePhone } from "../../server/credentials/actions/see-phone.ts";
import type { AppEnv } from "../../server/http/env.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { isUuid } from "../../server/kernel/uuid.ts";
import { activateRoutes } from "./activate-routes.tsx";
import { ClosedPage, GonePage } from "./gone-pages.tsx";
import { ListPage, stateOf, toldOutcomes } from "./list-page.tsx";
import { phoneOf, requireLine } from "./phone.ts";
import { lostRoutes } from "./lost-routes.tsx";
import { renewRoutes } from "./renew-routes.tsx";
import { requestsRoutes } from "./requests-routes.tsx";
import { signRoutes } from "./sign-routes.tsx";

const gate = { kind: "gate" } as const;

/** The phone's pages of a Soft Token: what waits, activating, signing, renewing. */
export const tokenPages = new Hono<AppEnv>();

tokenPages.use("/token/*", requireLine);

tokenPages.get("/token", async (c) => {
  const phone = await seePhone(c.var.ports, gate, { phone: phoneOf(c) });
  const told = toldOutcomes.find((each) => each === c.req.query("told")) ?? null;
  const old = c.req.query("old") ?? "";
  const forget = told === "renewed" && isUuid(old) ? old : null;
  return sendPage(c, <ListPage page={pageContext(c)} phone={phone} told={told} forget={forget} />);
});

tokenPages.get("/token/state", async (c) =>
  c.json({ state: stateOf(await seePhone(c.var.ports, gate, { phone: phoneOf(c) })) }),
);

tokenPages.get("/token/gone", (c) => sendPage(c, <GonePage page={pageContext(c)} />));

tokenPages.get("/token/closed", (c) => sendPage(c, <ClosedPage page={pageContext(c)} />));

tokenPages.route("/", activateRoutes);
tokenPages.route("/", signRoutes);
tokenPages.route("/", renewRoutes);
tokenPages.route("/", lostRoutes);
tokenPages.route("/", requestsRoutes);
