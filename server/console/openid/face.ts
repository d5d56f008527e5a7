import { Hono } from "hono";
import type { AppEnv } from "../../http/env.ts";
import { withSeatSession } from "../../http/seat-session.ts";
import { openIdPaths } from "../../openid/discovery.ts";
import { authorizePages } from "./authorize-routes.tsx";
import { logoutPages } from "./logout-routes.tsx";

/** The pages of the OpenID provider: through them people come from relying parties and go back. */
export const openIdFace = new Hono<AppEnv>();

for (const path of [openIdPaths.authorize, openIdPaths.logout]) {
  openIdFace.use(path, withSeatSession);
  openIdFace.use(`${path}/*`, withSeatSession);
}
openIdFace.route("/", authorizePages);
openIdFace.route("/", logoutPages);
