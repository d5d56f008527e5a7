import { Hono } from "hono";
import { attachScan } from "../../agencies/actions/attach-scan.ts";
import { openScan } from "../../agencies/actions/open-scan.ts";
import { seeAccessLetter } from "../../agencies/actions/see-access-letter.ts";
import { seeAccessRequest } from "../../agencies/actions/see-access-request.ts";
import { sendAccessRequest } from "../../agencies/actions/send-access-request.ts";
import { withdrawAccessRequest } from "../../agencies/actions/withdraw-access-request.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { ConfirmPanel } from "../../http/page/confirm-panel.tsx";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { ConsoleLayout } from "../layout.tsx";
import { sendScan } from "../send-scan.ts";
import { letterOf } from "./letter.ts";
import { RequestPage, type RequestPageProps } from "./request-page.tsx";

/** A request's own page: letter, signed scan, sending, taking back (F1.1). */
export const requestPages = new Hono<AppEnv>();

const mayManage = requireRight("manage_people");
const pathOf = (id: string) => `/console/people/requests/${id}`;

requestPages.get("/people/requests/:id", mayManage, (c) => {
  const { notDraft, decidedAlready } = pageContext(c).words.agencies.people.request;
  const refused = c.req.query("refused");
  const faults = [
    ...(refused === "request_not_draft" ? [{ sentence: notDraft }] : []),
    ...(refused === "request_decided" ? [{ sentence: decidedAlready }] : []),
  ];
  const done = (["saved", "scan", "sent"] as const).find((each) => each === c.req.query("done")) ?? null;
  return requestPage(c, { faults, done }, 200);
});

requestPages.get("/people/requests/:id/letter.pdf", mayManage, async (c) => {
  const { ports } = c.var;
  const id = c.req.param("id");
  const seen = await seeAccessLetter(ports, staffOf(c), { requestId: id });
  if (!seen.ok)
    return seen.refusal.kind === "request_faults" ? c.redirect(`${pathOf(id)}/edit`, 303) : notFoundPage(c);
  const file = await ports.pdf.make(letterOf(seen.value, ports.clock.now()));
  return c.body(Uint8Array.from(file), 200, {
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="access-${seen.value.place.hcode}.pdf"`,
    "cache-control": "no-store",
  });
});

requestPages.post("/people/requests/:id/scan", mayManage, async (c) => {
  const id = c.req.param("id");
  const file = (await readForm(c)).file("scan");
  const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
  const attached = await attachScan(c.var.ports, staffOf(c), { requestId: id, bytes });
  if (attached.ok) return c.redirect(`${pathOf(id)}?done=scan`, 303);
  const words = pageContext(c).words.agencies.people.request;
  switch (attached.refusal.kind) {
    case "request_not_found":
      return notFoundPage(c);
    case "request_not_draft":
      return requestPage(c, { faults: [{ sentence: words.notDraft }] });
    case "request_changed":
      return requestPage(c, { faults: [{ field: "scan", sentence: words.changed }] });
    case "scan_none":
    case "scan_heavy":
    case "scan_unreadable":
    case "scan_broken": {
      const sentence = sayRefusal(words.scanRefusal, attached.refusal);
      return requestPage(c, { faults: [{ field: "scan", sentence }] });
    }
  }
});

requestPages.get("/people/requests/:id/scan", mayManage, async (c) => {
  const opened = await openScan(c.var.ports, staffOf(c), { requestId: c.req.param("id") });
  return opened.ok ? sendScan(c, opened.value) : notFoundPage(c);
});

requestPages.post("/people/requests/:id/send", mayManage, async (c) => {
  const id = c.req.param("id");
  const sent = await sendAccessRequest(c.var.ports, staffOf(c), { requestId: id });
  if (sent.ok) return c.redirect(`${pathOf(id)}?done=sent`, 303);
  const words = pageContext(c).words.agencies.people.request;
  switch (sent.refusal.kind) {
    case "request_not_found":
      return notFoundPage(c);
    case "request_faults":
      return c.redirect(`${pathOf(id)}/edit`, 303);
    case "request_not_draft":
      return requestPage(c, { faults: [{ sentence: words.notDraft }] });
    case "scan_missing":
      return requestPage(c, { faults: [{ field: "scan", sentence: words.scanMissing }] });
    case "no_registrar":
      return requestPage(c, { faults: [{ sentence: words.noRegistrar }] });
  }
});

requestPages.get("/people/requests/:id/withdraw", mayManage, async (c) => {
  const id = c.req.param("id");
  const seen = await seeAccessRequest(c.var.ports, staffOf(c), { requestId: id });
  if (!seen.ok) return notFoundPage(c);
  const page = pageContext(c);
  const words = page.words.agencies.people.request;
  return sendPage(
    c,
    <ConsoleLayout page={page} staff={sessionOf(c)} current="people" title={words.withdraw} back={pathOf(id)}>
      <ConfirmPanel
        title={words.withdrawTitle}
        action={`${pathOf(id)}/withdraw`}
        yes={words.withdrawYes}
        no={words.withdrawNo}
        noHref={pathOf(id)}
      >
        <p>{words.withdrawBody}</p>
      </ConfirmPanel>
    </ConsoleLayout>,
  );
});

requestPages.post("/people/requests/:id/withdraw", mayManage, async (c) => {
  const id = c.req.param("id");
  const gone = await withdrawAccessRequest(c.var.ports, staffOf(c), { requestId: id });
  if (gone.ok) return c.redirect("/console/people?done=withdrawn", 303);
  if (gone.refusal.kind === "request_not_found") return notFoundPage(c);
  return c.redirect(`${pathOf(id)}?refused=request_decided`, 303);
});

async function requestPage(
  c: AppContext,
  shown: { readonly faults: readonly SummaryItem[]; readonly done?: RequestPageProps["done"] },
  status: 200 | 422 = 422,
): Promise<Response> {
  const seen = await seeAccessRequest(c.var.ports, staffOf(c), { requestId: c.req.param("id") ?? "" });
  if (!seen.ok) return notFoundPage(c);
  const common = { page: pageContext(c), staff: sessionOf(c), own: seen.value };
  return sendPage(c, <RequestPage {...common} faults={shown.faults} done={shown.done ?? null} />, { status });
}
