import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { requireRight, sessionOf } from "../gates.ts";
import { claimsShown, searchedBy, type SearchRefused } from "../reports/claim-search.ts";
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
  const shown = await claimsShown(c, page.words.find.purpose, refused);
  return sendPage(c, <FindPage page={page} staff={sessionOf(c)} {...shown} />, {
    status: refused ? 422 : 200,
  });
}
