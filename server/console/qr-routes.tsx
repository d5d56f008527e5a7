import { Hono } from "hono";
import type { AppContext, AppEnv } from "../http/env.ts";
import { notFoundPage } from "../http/fault.tsx";
import { readForm } from "../http/form.ts";
import { newRequestKey, readRequestKey, requestKeyField } from "../http/request-key.ts";
import { pageContext, sendPage } from "../http/send-page.ts";
import { makeQr } from "../visits/actions/make-qr.ts";
import { revokeQr } from "../visits/actions/revoke-qr.ts";
import { seeFacilityQrs } from "../visits/actions/see-facility-qrs.ts";
import { seePrintedQr, type PrintedQr } from "../visits/actions/see-printed-qr.ts";
import { qrText } from "../visits/qr-text.ts";
import { requireRight, sessionOf, staffOf } from "./gates.ts";
import { qrPng, qrSvg } from "./printed-files.ts";
import { PrintedPage, RevokePage } from "./printed-page.tsx";
import { numberText, QrListPage } from "./qr-list-page.tsx";

/** The facility's QRs: the list, making one, printed ones with their files and their end (F2). */
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

qrPages.get("/printed/:qrId", requireRight("show_qr"), (c) =>
  withPrinted(c, (qr) =>
    sendPage(c, <PrintedPage page={pageContext(c)} staff={sessionOf(c)} qr={qr} text={textOf(c, qr)} />),
  ),
);

qrPages.get("/printed/:qrId/qr.png", requireRight("show_qr"), (c) =>
  withPrinted(c, (qr) =>
    sendFile(c, qr, "png", "image/png", Buffer.from(qrPng(textOf(c, qr), qr.shortCode))),
  ),
);

qrPages.get("/printed/:qrId/qr.svg", requireRight("show_qr"), (c) =>
  withPrinted(c, (qr) => sendFile(c, qr, "svg", "image/svg+xml", qrSvg(textOf(c, qr), qr.shortCode))),
);

qrPages.get("/printed/:qrId/revoke", requireRight("manage_qr"), (c) =>
  withPrinted(c, (qr) => sendPage(c, <RevokePage page={pageContext(c)} staff={sessionOf(c)} qr={qr} />)),
);

qrPages.post("/printed/:qrId/revoke", requireRight("manage_qr"), async (c) => {
  const revoked = await revokeQr(c.var.ports, staffOf(c), { qrId: c.req.param("qrId") });
  return revoked.ok ? c.redirect("/console/qr?revoked=1", 303) : notFoundPage(c);
});

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

async function withPrinted(
  c: AppContext,
  answer: (qr: PrintedQr) => Response | Promise<Response>,
): Promise<Response> {
  const seen = await seePrintedQr(c.var.ports, staffOf(c), { qrId: c.req.param("qrId") ?? "" });
  return seen.ok ? answer(seen.value) : notFoundPage(c);
}

function textOf(c: AppContext, qr: PrintedQr): string {
  return qrText(c.var.site.publicUrl.host, qr.token);
}

function sendFile(
  c: AppContext,
  { place }: PrintedQr,
  ending: string,
  type: string,
  body: string | Uint8Array<ArrayBuffer>,
): Response {
  const name = `qr-${place.hcode}-${numberText(place.shortNumber)}.${ending}`;
  return c.body(body, 200, {
    "content-type": type,
    "content-disposition": `attachment; filename="${name}"`,
  });
}
