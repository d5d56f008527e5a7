import { Hono } from "hono";
import type { AppEnv } from "../../http/env.ts";
import { limitOrderFiles } from "../../http/limit-body.ts";
import { withSeatSession } from "../../http/seat-session.ts";
import { withSeatHelp } from "../../http/token-help.ts";
import { seatLandingPages } from "./landing/routes.tsx";
import { seatLostPages } from "./lost/routes.tsx";
import { seatPasswordPages } from "./password/routes.tsx";
import { provePages } from "./prove/routes.tsx";
import { registerDataPages } from "./register/data-routes.tsx";
import { registerIdentityPages } from "./register/identity-routes.tsx";
import { registerProofPages } from "./register/proof-routes.tsx";
import { registerSendPages } from "./register/send-routes.tsx";
import { seatRequestPages } from "./requests/routes.tsx";
import { seatSignInPages } from "./sign-in/routes.tsx";
import { activatePages } from "./activate/routes.tsx";
import { challengePages } from "./challenge/routes.tsx";
import { changePhonePages } from "./change-phone/routes.tsx";
import { seatHomePages } from "./home/routes.tsx";
import { renewPages } from "./renew/routes.tsx";

/** The pages of somebody in a seat, at a computer: the way in, the registration, and what they may do themselves. */
export const seatFace = new Hono<AppEnv>();

seatFace.use(withSeatSession);
seatFace.use(withSeatHelp);
seatFace.use(limitOrderFiles);

seatFace.route("/", seatLandingPages);
seatFace.route("/", seatSignInPages);
seatFace.route("/", seatPasswordPages);
seatFace.route("/", seatLostPages);
seatFace.route("/", provePages);
seatFace.route("/", registerIdentityPages);
seatFace.route("/", registerProofPages);
seatFace.route("/", registerDataPages);
seatFace.route("/", registerSendPages);
seatFace.route("/", seatRequestPages);
seatFace.route("/", activatePages);
seatFace.route("/", challengePages);
seatFace.route("/", renewPages);
seatFace.route("/", seatHomePages);
seatFace.route("/", changePhonePages);
