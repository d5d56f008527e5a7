import { Hono } from "hono";
import type { AppEnv } from "../../http/env.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { seeSystems } from "../../systems/actions/see-systems.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { endpointPages } from "./endpoint-routes.tsx";
import { keyPages } from "./key-routes.tsx";
import { SystemsPage } from "./systems-page.tsx";
import { TryPage } from "./try-page.tsx";
import { webhookPages } from "./webhook-routes.tsx";

/** What a hospital's own system needs of us (F8): its keys, where it is told, and a page to try the API. */
export const systemPages = new Hono<AppEnv>();

const mayManage = requireRight("manage_api");

systemPages.get("/systems", mayManage, async (c) =>
  sendPage(
    c,
    <SystemsPage
      page={pageContext(c)}
      staff={sessionOf(c)}
      seen={await seeSystems(c.var.ports, staffOf(c))}
      now={c.var.ports.clock.now()}
      done={c.req.query("done") ?? null}
    />,
  ),
);

systemPages.get("/systems/try", mayManage, (c) =>
  sendPage(c, <TryPage page={pageContext(c)} staff={sessionOf(c)} />),
);

systemPages.route("/", keyPages);
systemPages.route("/", webhookPages);
systemPages.route("/", endpointPages);
