import { Hono } from "hono";
import type { AppContext, AppEnv } from "../http/env.ts";
import { notFoundPage } from "../http/fault.tsx";
import { readForm } from "../http/form.ts";
import { newRequestKey, readRequestKey, requestKeyField } from "../http/request-key.ts";
import { pageContext, sendPage } from "../http/send-page.ts";
import { makeQr } from "../visits/actions/make-qr.ts";
import { seeFacilityQrs } from "../visits/actions/see-facility-qrs.ts";
import { seePrintedQr } from "../visits/actions/see-printed-qr.ts";
import { requireRight, sessionOf, staffOf } from "./gates.ts";
import { qrPng, qrSvg } from "./printed-files.ts";
import { PrintedPage } from "./printed-page.tsx";
import { qrLifePages } from "./qr/life-routes.tsx";
import { posterFiles } from "./qr/poster-routes.ts";
import { sendQrFile, textOf, withPrinted } from "./qr/printed.ts";
import { QrListPage } from "./qr-list-page.tsx";

/** The facility's QRs: the list, making one, printed ones with their files, scans, and what becomes of them (F2). */
export const qrPages = new Hono<AppEnv>();

qrPages.get("/qr", requireRight("show_qr"), (c) => listPage(c, null));

qrPages.post("/qr", requireRight("manage_qr"), async (c) => {
  const form = await readForm(c);
  const words = pageContext(c).words.console.refusal;
  const serviceType = form.text("service");
  if (serviceType === "") return listPage(c, words.choose);
  const kind = form.text("kind") === "printed" ? "printed" : "screen";
  const staff = staffOf(c);
  const requestKey = readRequestKey(c.var.ports.random, form.text(requestKeyField));
  const made = await makeQr(c.var.ports, staff, {
    agencyId: staff.agencyId,
    serviceType,
    kind,
    requestKey: `${kind}:${requestKey}`,
  });
  if (made.ok) return c.redirect(`/console/${kind}/${made.value.qrId}`, 303);
  return made.refusal.kind === "no_facility" ? notFoundPage(c) : listPage(c, words[made.refusal.kind]);
});

/** A printed QR; one that has ended shows when it did and what took its place. */
qrPages.get("/printed/:qrId", requireRight("show_qr"), async (c) => {
  const qrId = c.req.param("qrId");
  const seen = await seePrintedQr(c.var.ports, staffOf(c), { qrId });
  if (!seen.ok)
    return seen.refusal.kind === "qr_ended" ? c.redirect(`/console/qr/${qrId}/scans`, 303) : notFoundPage(c);
  const qr = seen.value;
  return sendPage(c, <PrintedPage page={pageContext(c)} staff={sessionOf(c)} qr={qr} text={textOf(c, qr)} />);
});

qrPages.get("/printed/:qrId/qr.png", requireRight("show_qr"), (c) =>
  withPrinted(c, (qr) =>
    sendQrFile(
      c,
      qr,
      { name: "qr", ending: "png", type: "image/png" },
      Uint8Array.from(qrPng(textOf(c, qr), qr.shortCode)),
    ),
  ),
);

qrPages.get("/printed/:qrId/qr.svg", requireRight("show_qr"), (c) =>
  withPrinted(c, (qr) =>
    sendQrFile(
      c,
      qr,
      { name: "qr", ending: "svg", type: "image/svg+xml" },
      qrSvg(textOf(c, qr), qr.shortCode),
    ),
  ),
);

qrPages.route("/", posterFiles);
qrPages.route("/", qrLifePages);

async function listPage(c: AppContext, refusal: string | null): Promise<Response> {
  const seen = await seeFacilityQrs(c.var.ports, staffOf(c));
  return sendPage(
    c,
    <QrListPage
      page={pageContext(c)}
      staff={sessionOf(c)}
      seen={seen}
      requestKey={newRequestKey(c.var.ports.random)}
      isRevoked={c.req.query("revoked") === "1"}
      refusal={refusal}
    />,
    { status: refusal === null ? 200 : 422 },
  );
}
