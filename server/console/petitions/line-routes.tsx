import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { endOwnStaffLine, makeOwnLineCode, seeOwnStaffLine } from "../../petitions/actions/own-staff-line.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { petitionsPath } from "./address.ts";
import { LinePage } from "./line-page.tsx";

/** An officer's own LINE, to be told in of petitions that are given to them. */
export const petitionLinePages = new Hono<AppEnv>();

petitionLinePages.get("/petitions/line", requireRight("work_petitions"), (c) => linePage(c, null));

/** The code is shown on the answer alone and kept nowhere, so no redirect follows; posted again, the one before dies. */
petitionLinePages.post("/petitions/line", requireRight("work_petitions"), async (c) =>
  linePage(c, await makeOwnLineCode(c.var.ports, staffOf(c))),
);

petitionLinePages.post("/petitions/line/end", requireRight("work_petitions"), async (c) => {
  await endOwnStaffLine(c.var.ports, staffOf(c));
  return c.redirect(`${petitionsPath}/line?done=ended`, 303);
});

async function linePage(c: AppContext, made: Parameters<typeof LinePage>[0]["made"]): Promise<Response> {
  const linkedAt = await seeOwnStaffLine(c.var.ports, staffOf(c));
  const isEnded = c.req.query("done") === "ended";
  const shown = { page: pageContext(c), staff: sessionOf(c), linkedAt, made, isEnded };
  return sendPage(c, <LinePage {...shown} />);
}
