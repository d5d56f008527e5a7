import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { isStaffStillIn } from "../../http/session.ts";
import { seeArrivals } from "../../visits/actions/see-arrivals.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { parseArrivalPosition, type ArrivalLine } from "../../visits/arrival-line.ts";
import { arrivalLine } from "./arrival-line.ts";
import { ArrivalsPage } from "./arrivals-page.tsx";

/** The day's arrivals without reload: server-sent events, and plain answers where those are cut off. */
export const arrivalPages = new Hono<AppEnv>();

const mayFind = requireRight("find_visits");
const lookEveryMs = 500;
/** A stream ends after so long; the browser opens the next one by itself, where it left off. */
const streamLifeMs = 5 * 60_000;

arrivalPages.get("/arrivals", mayFind, async (c) => {
  const lines = await linesAfter(c, undefined);
  return sendPage(c, <ArrivalsPage page={pageContext(c)} staff={sessionOf(c)} lines={lines} />);
});

arrivalPages.get("/arrivals/after", mayFind, async (c) =>
  c.json(await linesAfter(c, c.req.query("position"))),
);

arrivalPages.get("/arrivals/stream", mayFind, (c) =>
  streamSSE(c, async (stream) => {
    let position = c.req.header("last-event-id") ?? c.req.query("position");
    const endsAt = performance.now() + streamLifeMs;
    await stream.writeSSE({ event: "ready", data: "" });
    while (!stream.aborted && performance.now() < endsAt && (await isStaffStillIn(c))) {
      for (const line of await linesAfter(c, position)) {
        await stream.writeSSE({ id: line.position, data: JSON.stringify(line) });
        position = line.position;
      }
      await stream.sleep(lookEveryMs);
    }
  }),
);

async function linesAfter(c: AppContext, position: string | undefined): Promise<readonly ArrivalLine[]> {
  const arrivals = await seeArrivals(c.var.ports, staffOf(c), { after: parseArrivalPosition(position) });
  const page = pageContext(c);
  return arrivals.map((arrival) => arrivalLine(page, arrival));
}
