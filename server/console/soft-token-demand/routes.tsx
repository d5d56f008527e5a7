import { Hono } from "hono";
import {
  demandSoftToken,
  liftSoftTokenDemand,
  seeSoftTokenDemand,
} from "../../agencies/actions/demand-soft-token.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { DemandPage, demandTellings } from "./demand-page.tsx";

/** Whether an agency's staff come in to the console by their Soft Token alone (flows T3.3). */
export const softTokenDemandPages = new Hono<AppEnv>();

const mayDemand = requireRight("demand_soft_token");
const path = "/soft-token-demand";

softTokenDemandPages.get(path, mayDemand, (c) => show(c, "", []));

softTokenDemandPages.post(path, mayDemand, async (c) => {
  const delay = (await readForm(c)).text("delay");
  const demanded = await demandSoftToken(c.var.ports, staffOf(c), { delay });
  if (demanded.ok) return c.redirect(`/console${path}?told=set`, 303);
  const { refusal } = demanded;
  const sentence = sayRefusal(pageContext(c).words.agencies.demand.refusal, refusal);
  const isOfDelay = refusal.kind === "delay_unknown" || refusal.kind === "too_soon";
  return show(c, delay, [{ sentence, ...(isOfDelay ? { field: "delay" } : {}) }]);
});

softTokenDemandPages.post(`${path}/lift`, mayDemand, async (c) => {
  await liftSoftTokenDemand(c.var.ports, staffOf(c));
  return c.redirect(`/console${path}?told=lifted`, 303);
});

async function show(c: AppContext, delay: string, faults: readonly SummaryItem[]): Promise<Response> {
  const seen = await seeSoftTokenDemand(c.var.ports, staffOf(c));
  const told = demandTellings.find((each) => each === c.req.query("told")) ?? null;
  const today = bangkokDay(c.var.ports.clock.now());
  const shown = { page: pageContext(c), staff: sessionOf(c), seen, delay, faults, told, today };
  return sendPage(c, <DemandPage {...shown} />, { status: faults.length > 0 ? 422 : 200 });
}
