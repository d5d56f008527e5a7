import { Hono } from "hono";
import { seeLetters, seeOrders } from "../../credentials/actions/see-agency-papers.ts";
import { seeTokenAgency } from "../../credentials/actions/see-token-agencies.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readTurn } from "../../http/page/turn.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { parseMomentPlace } from "../../kernel/moment-place.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { AgencyLettersPage, AgencyOrdersPage } from "./papers-pages.tsx";

/** The central office's lists of an agency's papers: written orders, sealed letters (T1). */
export const tokenPapersPages = new Hono<AppEnv>();

const mayRegister = requireRight("register_tokens");

const turnOf = (c: AppContext) => readTurn((name) => c.req.query(name), parseMomentPlace);

tokenPapersPages.get("/tokens/agencies/:agencyId/orders", mayRegister, async (c) => {
  const agencyId = c.req.param("agencyId");
  const agency = await seeTokenAgency(c.var.ports, staffOf(c), { agencyId });
  if (!agency.ok) return notFoundPage(c);
  const turn = turnOf(c);
  const orders = await seeOrders(c.var.ports, staffOf(c), { agencyId, turn });
  const common = { page: pageContext(c), staff: sessionOf(c), agency: agency.value };
  return sendPage(c, <AgencyOrdersPage {...common} orders={orders} isFirst={turn === null} />);
});

tokenPapersPages.get("/tokens/agencies/:agencyId/letters", mayRegister, async (c) => {
  const agencyId = c.req.param("agencyId");
  const agency = await seeTokenAgency(c.var.ports, staffOf(c), { agencyId });
  if (!agency.ok) return notFoundPage(c);
  const turn = turnOf(c);
  const letters = await seeLetters(c.var.ports, staffOf(c), { agencyId, turn });
  const common = { page: pageContext(c), staff: sessionOf(c), agency: agency.value };
  return sendPage(c, <AgencyLettersPage {...common} letters={letters} isFirst={turn === null} />);
});
