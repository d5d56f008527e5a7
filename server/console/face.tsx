import { Hono } from "hono";
import type { AppEnv } from "../http/env.ts";
import { limitUploads } from "../http/limit-body.ts";
import { enterConsole, withStaffSession } from "../http/session.ts";
import { notFoundPage } from "../http/fault.tsx";
import { accountPages } from "./account/routes.tsx";
import { accessPages } from "./access/routes.tsx";
import { counterPicturePages } from "./counter/picture-routes.ts";
import { counterPages } from "./counter/routes.tsx";
import { counterSavePages } from "./counter/save-routes.tsx";
import { counterVisitPages } from "./counter/visit-routes.tsx";
import { calendarPages } from "./calendar/routes.tsx";
import { codePages } from "./codes/routes.tsx";
import { documentPages } from "./documents/routes.tsx";
import { dashboardPages } from "./dashboard/routes.tsx";
import { sendDeadLink } from "./enter-pages.tsx";
import { figurePages } from "./figures/routes.tsx";
import { requireStaff, sessionOf } from "./gates.ts";
import { idCheckPages } from "./id-checks/routes.tsx";
import { languageRoutes } from "./language-routes.ts";
import { localPages } from "./local/routes.tsx";
import { menuOf } from "./menu.ts";
import { handOverPages } from "./hand-over/routes.tsx";
import { elsewhereMark } from "./layout.tsx";
import { secondStepResetPages } from "./people/reset-second-step.tsx";
import { messagePages } from "./messages/routes.tsx";
import { peoplePages } from "./people/routes.tsx";
import { petitionBulkPages } from "./petitions/bulk-routes.tsx";
import { petitionFilePages } from "./petitions/file-routes.tsx";
import { petitionConfirmPages } from "./petitions/confirm-routes.tsx";
import { petitionHandedPages } from "./petitions/handed-routes.tsx";
import { petitionLinePages } from "./petitions/line-routes.tsx";
import { petitionNewPages } from "./petitions/new-routes.tsx";
import { petitionPages } from "./petitions/petition-routes.tsx";
import { petitionThreadPages } from "./petitions/thread-routes.tsx";
import { petitionQueuePages } from "./petitions/routes.tsx";
import { relationPages } from "./relations/routes.tsx";
import { signInPages } from "./sign-in/routes.tsx";
import { secondStepPages } from "./sign-in/second-step-routes.tsx";
import { slipEnterPages } from "./slips/enter-routes.tsx";
import { slipPages } from "./slips/routes.tsx";
import { historyPages } from "./history/routes.tsx";
import { findPages } from "./visits/routes.tsx";
import { visitPages } from "./visits/visit-routes.tsx";
import { arrivalPages } from "./arrivals/routes.tsx";
import { casePages } from "./looks/routes.tsx";
import { picturePages } from "./pictures/routes.tsx";
import { qrPages } from "./qr-routes.tsx";
import { takeWanted } from "./wanted-page.ts";
import { readyPages } from "./ready/routes.tsx";
import { reportPages } from "./reports/routes.tsx";
import { screenPages } from "./screen-routes.tsx";
import { categoryPages } from "./services/category-routes.tsx";
import { serviceDocumentPages } from "./services/document-routes.tsx";
import { formPages } from "./services/form-routes.tsx";
import { serviceListPages } from "./services/list-routes.tsx";
import { replyPages } from "./services/reply-routes.tsx";
import { servicePages } from "./services/service-routes.tsx";
import { tryPages } from "./services/try-routes.tsx";
import { serviceVersionPages } from "./services/version-routes.tsx";
import { packPages } from "./packs/routes.tsx";
import { unitPages } from "./units/routes.tsx";
import { systemPages } from "./systems/routes.tsx";

/** The console: the way in, and the pages behind it, each with the right it needs. */
export const consoleFace = new Hono<AppEnv>();

consoleFace.use(withStaffSession);
consoleFace.use(limitUploads);

/** Takes the link once. A link that is dead still leads on whoever has a session already. */
consoleFace.get("/enter/:token", async (c) => {
  const entered = await enterConsole(c, c.req.param("token"));
  if (!entered && c.var.staff === null) return sendDeadLink(c);
  return c.redirect(ownPath(c.req.query("to")), 303);
});

/** The first place the level may go to; what coming in did at another machine is said there. */
consoleFace.get("/", requireStaff, (c) => {
  const wanted = takeWanted(c);
  if (wanted !== null) return c.redirect(wanted, 303);
  const [first] = menuOf(sessionOf(c).level);
  const said = c.req.query(elsewhereMark) === "1" ? `?${elsewhereMark}=1` : "";
  return first ? c.redirect(`${first.href}${said}`, 303) : notFoundPage(c);
});

consoleFace.route("/", languageRoutes);
consoleFace.route("/", signInPages);
consoleFace.route("/", secondStepPages);
consoleFace.route("/", accountPages);
consoleFace.route("/", counterPages);
consoleFace.route("/", counterSavePages);
consoleFace.route("/", counterPicturePages);
consoleFace.route("/", counterVisitPages);
consoleFace.route("/", arrivalPages);
consoleFace.route("/", handOverPages);
consoleFace.route("/", findPages);
consoleFace.route("/", visitPages);
consoleFace.route("/", historyPages);
consoleFace.route("/", codePages);
consoleFace.route("/", calendarPages);
consoleFace.route("/", documentPages);
consoleFace.route("/", localPages);
consoleFace.route("/", casePages);
consoleFace.route("/", qrPages);
consoleFace.route("/", secondStepResetPages);
consoleFace.route("/", peoplePages);
consoleFace.route("/", accessPages);
consoleFace.route("/", picturePages);
consoleFace.route("/", idCheckPages);
consoleFace.route("/", petitionQueuePages);
consoleFace.route("/", petitionBulkPages);
consoleFace.route("/", petitionNewPages);
consoleFace.route("/", petitionHandedPages);
consoleFace.route("/", petitionLinePages);
consoleFace.route("/", petitionConfirmPages);
consoleFace.route("/", petitionPages);
consoleFace.route("/", petitionThreadPages);
consoleFace.route("/", petitionFilePages);
consoleFace.route("/", readyPages);
consoleFace.route("/", relationPages);
consoleFace.route("/", slipEnterPages);
consoleFace.route("/", slipPages);
consoleFace.route("/", screenPages);
consoleFace.route("/reports", reportPages);
consoleFace.route("/", serviceListPages);
consoleFace.route("/", categoryPages);
consoleFace.route("/", replyPages);
consoleFace.route("/", servicePages);
consoleFace.route("/", serviceDocumentPages);
consoleFace.route("/", tryPages);
consoleFace.route("/", serviceVersionPages);
consoleFace.route("/", packPages);
consoleFace.route("/", unitPages);
consoleFace.route("/", formPages);
consoleFace.route("/", systemPages);
consoleFace.route("/", dashboardPages);
consoleFace.route("/", figurePages);
consoleFace.route("/", messagePages);

/** Where to go after entering: one of our own pages, else the first. */
function ownPath(text: string | undefined): string {
  return text !== undefined && /^\/console(\/[a-z]+(\/[0-9a-f-]{36})?)?$/.test(text) ? text : "/console";
}
