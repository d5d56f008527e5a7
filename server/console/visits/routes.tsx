import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { readTurn } from "../../http/turn.ts";
import { seeClaims } from "../../visits/actions/see-claims.ts";
import { parseClaimOrder } from "../../visits/claim-filter.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { parsePlace } from "../reports/claim-address.ts";
import { filterShown, searchedBy, typedAgain, type SearchRefused } from "../reports/claim-search.ts";
import { FindPage, visitsPath } from "./find-page.tsx";

/** Finding visits of the own facility (F4.1). */
export const findPages = new Hono<AppEnv>();

findPages.get("/visits", requireRight("find_visits"), (c) => listPage(c, null));

findPages.post("/visits", requireRight("find_visits"), async (c) => {
  const searched = await searchedBy(c, { path: visitsPath, purpose: pageContext(c).words.find.purpose });
  return searched.ok ? c.redirect(searched.value, 303) : listPage(c, searched.refusal);
});

async function listPage(c: AppContext, refused: SearchRefused | null): Promise<Response> {
  const page = pageContext(c);
  const filter = filterShown(c);
  const order = parseClaimOrder(c.req.query("order"));
  const turn = readTurn((name) => c.req.query(name), parsePlace);
  const seen = await seeClaims(c.var.ports, staffOf(c), {
    filter: refused ? null : filter,
    order,
    turn,
    purpose: page.words.find.purpose,
  });
  return sendPage(
    c,
    <FindPage
      page={page}
      staff={sessionOf(c)}
      seen={seen}
      filter={filter}
      order={order}
      typed={refused?.typed ?? typedAgain(filter)}
      faults={refused ? [refused.fault] : []}
      isFirst={turn === null}
    />,
    { status: refused ? 422 : 200 },
  );
}
