import { Hono } from "hono";
import type { AppEnv } from "../server/http/env.ts";
import { withSession } from "../server/http/session.ts";
import { accountPages } from "./account/routes.tsx";
import { codePages } from "./code/routes.tsx";
import { companionPages } from "./companions/routes.tsx";
import { entryUnlessSignedIn } from "./entry.tsx";
import { historyPages } from "./history/routes.tsx";
import { homePages } from "./home/routes.tsx";
import { lookRoutes } from "./look.ts";
import { safeNext } from "./next.ts";
import { recoveryPages } from "./recovery/routes.tsx";
import { registrationPages } from "./registration/routes.tsx";
import { askPages } from "./scan/ask-routes.tsx";
import { scanPages } from "./scan/routes.tsx";
import { signInRoutes } from "./sign-in/routes.tsx";
import { unlockPages } from "./unlock/routes.tsx";

/** The citizen's pages. What stands before the entry page needs no session; everything after it has one. */
export const liffFace = new Hono<AppEnv>();

liffFace.use(withSession);
liffFace.route("/", signInRoutes);
liffFace.use(entryUnlessSignedIn);
// LINE opens the endpoint with the path in `liff.state`; signed in, the way is clear at once.
liffFace.get("/", (c) => c.redirect(safeNext(stateOf(c.req.query("liff.state"))), 303));
liffFace.route("/", registrationPages);
liffFace.route("/", unlockPages);
liffFace.route("/", recoveryPages);
liffFace.route("/", homePages);
liffFace.route("/", scanPages);
liffFace.route("/", askPages);
liffFace.route("/", codePages);
liffFace.route("/", historyPages);
liffFace.route("/", companionPages);
liffFace.route("/", accountPages);
liffFace.route("/", lookRoutes);

function stateOf(state: string | undefined): string | undefined {
  return state === undefined ? undefined : `/liff${state.startsWith("/") ? "" : "/"}${state}`;
}

export { qrFace } from "./qr/routes.tsx";
