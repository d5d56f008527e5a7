import { Hono } from "hono";
import type { AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { readTurn } from "../../server/http/page/turn.ts";
import { parseMomentPlace } from "../../server/kernel/moment-place.ts";
import { parseBangkokMonth } from "../../server/kernel/thai-date.ts";
import { seeHistory } from "../../server/visits/actions/see-history.ts";
import { citizenOf, requireChecked, requireUnlocked } from "../gates.ts";
import { HistoryPage } from "./history-page.tsx";

/** The history of codes; `?for=` names the delegation under which somebody else's is seen. */
export const historyPages = new Hono<AppEnv>();

historyPages.get("/history", requireUnlocked, requireChecked, async (c) => {
  const asked = parseBangkokMonth(c.req.query("month") ?? "");
  const month = asked.ok ? asked.value : null;
  const turn = readTurn((name) => c.req.query(name), parseMomentPlace);
  const input = { delegationId: c.req.query("for") ?? null, month, turn };
  const history = await seeHistory(c.var.ports, citizenOf(c), input);
  if (!history.ok) return notFoundPage(c);
  return sendPage(
    c,
    <HistoryPage
      page={pageContext(c)}
      history={history.value}
      month={month}
      isFurther={turn !== null}
      now={c.var.ports.clock.now()}
    />,
  );
});
