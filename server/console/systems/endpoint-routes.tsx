import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { readTurn } from "../../http/page/turn.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { parseMomentPlace } from "../../kernel/moment-place.ts";
import { pauseWebhook } from "../../systems/actions/pause-webhook.ts";
import { replayDelivery } from "../../systems/actions/replay-deliveries.ts";
import { seeWebhook } from "../../systems/actions/see-systems.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { endpointAddress } from "./addresses.ts";
import { EndpointPage } from "./endpoint-page.tsx";

/** One endpoint: what was sent to it, sending again, pausing. */
export const endpointPages = new Hono<AppEnv>();

const mayManage = requireRight("manage_api");

endpointPages.get("/systems/webhooks/:endpointId", mayManage, async (c) => {
  const endpointId = c.req.param("endpointId");
  const turn = readTurn((name) => c.req.query(name), parseMomentPlace);
  const seen = await seeWebhook(c.var.ports, staffOf(c), { endpointId, turn });
  if (!seen.ok) return notFoundPage(c);
  const again = /^\d{1,6}$/.exec(c.req.query("again") ?? "");
  return sendPage(
    c,
    <EndpointPage
      page={pageContext(c)}
      staff={sessionOf(c)}
      seen={seen.value}
      isFirst={turn === null}
      replayed={again && Number(again[0])}
      chosen={c.req.query("chosen") === "1"}
    />,
  );
});

endpointPages.post("/systems/webhooks/:endpointId/pause", mayManage, (c) => pause(c, true));
endpointPages.post("/systems/webhooks/:endpointId/resume", mayManage, (c) => pause(c, false));

endpointPages.post("/systems/webhooks/:endpointId/replay", mayManage, async (c) => {
  const endpointId = c.req.param("endpointId");
  const deliveryId = (await readForm(c)).text("deliveryId") || null;
  const replayed = await replayDelivery(c.var.ports, staffOf(c), { endpointId, deliveryId });
  if (!replayed.ok) return notFoundPage(c);
  return c.redirect(`${endpointAddress(endpointId)}?again=${replayed.value.count}`, 303);
});

async function pause(c: AppContext, paused: boolean) {
  const endpointId = c.req.param("endpointId") ?? "";
  const done = await pauseWebhook(c.var.ports, staffOf(c), { endpointId, paused });
  return done.ok ? c.redirect(endpointAddress(endpointId), 303) : notFoundPage(c);
}
