import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { replaceQr } from "../../visits/actions/replace-qr.ts";
import { revokeQr } from "../../visits/actions/revoke-qr.ts";
import { seeScanLog } from "../../visits/actions/see-scan-log.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { RevokePage } from "../printed-page.tsx";
import { withPrinted } from "./printed.ts";
import { ReplacePage } from "./replace-page.tsx";
import { ScanLogPage } from "./scan-log-page.tsx";

/** What becomes of a QR: its scans, a new one in its place, its end (F2.3). */
export const qrLifePages = new Hono<AppEnv>();

qrLifePages.get("/qr/:qrId/scans", requireRight("show_qr"), async (c) => {
  const seen = await seeScanLog(c.var.ports, staffOf(c), { qrId: c.req.param("qrId") });
  if (!seen.ok) return notFoundPage(c);
  return sendPage(c, <ScanLogPage page={pageContext(c)} staff={sessionOf(c)} log={seen.value} />);
});

qrLifePages.get("/printed/:qrId/replace", requireRight("manage_qr"), (c) => replacePage(c, null));

qrLifePages.post("/printed/:qrId/replace", requireRight("manage_qr"), async (c) => {
  const replaced = await replaceQr(c.var.ports, staffOf(c), { qrId: c.req.param("qrId") });
  if (replaced.ok) return c.redirect(`/console/printed/${replaced.value.qrId}`, 303);
  const { kind } = replaced.refusal;
  return kind === "qr_not_found"
    ? notFoundPage(c)
    : replacePage(c, pageContext(c).words.console.refusal[kind]);
});

qrLifePages.get("/printed/:qrId/revoke", requireRight("manage_qr"), (c) =>
  withPrinted(c, (qr) => sendPage(c, <RevokePage page={pageContext(c)} staff={sessionOf(c)} qr={qr} />)),
);

qrLifePages.post("/printed/:qrId/revoke", requireRight("manage_qr"), async (c) => {
  const revoked = await revokeQr(c.var.ports, staffOf(c), { qrId: c.req.param("qrId") });
  return revoked.ok ? c.redirect("/console/qr?revoked=1", 303) : notFoundPage(c);
});

function replacePage(c: AppContext, refusal: string | null): Promise<Response> {
  return withPrinted(c, (qr) =>
    sendPage(c, <ReplacePage page={pageContext(c)} staff={sessionOf(c)} qr={qr} refusal={refusal} />, {
      status: refusal === null ? 200 : 422,
    }),
  );
}
