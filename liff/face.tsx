import { Hono } from "hono";
import type { AppContext, AppEnv } from "../server/http/env.ts";
import { limitAttachments, limitOwnPicture, limitPictures } from "../server/http/limit-body.ts";
import { withPhoneHelp } from "../server/http/token-help.ts";
import { withSession } from "../server/http/session.ts";
import { channelPages } from "./account/channel-routes.tsx";
import { accountPages } from "./account/routes.tsx";
import { codePages } from "./code/routes.tsx";
import { companionPages } from "./companions/routes.tsx";
import { draftPages } from "./drafts/routes.tsx";
import { beginPages, cataloguePages } from "./e-service/routes.tsx";
import { documentPages } from "./documents/routes.tsx";
import { entryUnlessSignedIn } from "./entry.tsx";
import { handOverPages } from "./hand-over/routes.tsx";
import { assurancePages } from "./assurance/routes.tsx";
import { historyPages } from "./history/routes.tsx";
import { homePages } from "./home/routes.tsx";
import { idCheckPages } from "./id-check/routes.tsx";
import { ownTermsPages } from "./join/own-terms-routes.tsx";
import { joinPages, welcomePages } from "./join/routes.tsx";
import { lookRoutes } from "./look.ts";
import { safeNext } from "./next.ts";
import { petitionPages } from "./petitions/routes.tsx";
import { privacyPages } from "./privacy/routes.tsx";
import { forgotPages } from "./password/forgot-routes.tsx";
import { newPinPages } from "./password/pin-routes.tsx";
import { proveEmailPages } from "./password/prove-routes.tsx";
import { passwordSignIn } from "./password/sign-in-routes.tsx";
import { recoveryPages } from "./recovery/routes.tsx";
import { registrationPages } from "./registration/routes.tsx";
import { askPages } from "./scan/ask-routes.tsx";
import { scanPages } from "./scan/routes.tsx";
import { signInRoutes } from "./sign-in/routes.tsx";
import { thaIdPages, thaIdReturn } from "./thaid/routes.tsx";
import { tokenPages } from "./token/routes.tsx";
import { unlockPages } from "./unlock/routes.tsx";

const home = "/liff/home";
/** A link that names no page comes with a last stroke from LINE's SDK, without one from elsewhere. */
const doors = new Set(["/liff", "/liff/"]);

/** The citizen's pages. What stands before the entry page needs no session; everything after it has one. */
export const liffFace = new Hono<AppEnv>();

liffFace.use(withSession);
// Before the door: nobody without a session sends more than a form.
liffFace.use("/token/*", withPhoneHelp);
liffFace.use("/drafts/*", limitAttachments);
liffFace.use("/petitions/*", limitPictures);
liffFace.use("/id-check/*", limitPictures);
liffFace.use("/account/picture/*", limitOwnPicture);
liffFace.route("/", signInRoutes);
liffFace.route("/", lookRoutes);
liffFace.route("/", cataloguePages);
liffFace.route("/", thaIdReturn);
liffFace.route("/", passwordSignIn);
liffFace.route("/", forgotPages);
liffFace.route("/", proveEmailPages);
liffFace.route("/", joinPages);
liffFace.use(entryUnlessSignedIn);
liffFace.use(async (c, next) => (doors.has(c.req.path) ? onFromTheDoor(c) : next()));
liffFace.route("/", registrationPages);
liffFace.route("/", unlockPages);
liffFace.route("/", newPinPages);
liffFace.route("/", welcomePages);
liffFace.route("/", ownTermsPages);
liffFace.route("/", recoveryPages);
liffFace.route("/", homePages);
liffFace.route("/", beginPages);
liffFace.route("/", draftPages);
liffFace.route("/", scanPages);
liffFace.route("/", askPages);
liffFace.route("/", handOverPages);
liffFace.route("/", codePages);
liffFace.route("/", historyPages);
liffFace.route("/", documentPages);
liffFace.route("/", companionPages);
liffFace.route("/", petitionPages);
liffFace.route("/", channelPages);
liffFace.route("/", accountPages);
liffFace.route("/", privacyPages);
liffFace.route("/", idCheckPages);
liffFace.route("/", assurancePages);
liffFace.route("/", thaIdPages);
liffFace.route("/", tokenPages);

/** LINE opens the endpoint with the path in `liff.state`; signed in, the way is clear at once. */
function onFromTheDoor(c: AppContext) {
  const state = c.req.query("liff.state");
  const path = state === undefined ? undefined : `/liff${state.startsWith("/") ? "" : "/"}${state}`;
  const next = safeNext(path, home);
  return c.redirect(doors.has(next) ? home : next, 303);
}

export { checkFace } from "./check/routes.tsx";
export { qrFace } from "./qr/routes.tsx";
