import { Hono } from "hono";
import { readForm } from "../../server/http/form.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { seeCompanion } from "../../server/visits/actions/see-companion.ts";
import { takeScan, type Scan } from "../../server/visits/actions/take-scan.ts";
import type { ScanRefusal, VisitRefusal } from "../../server/visits/refusal.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { forQuery } from "../code/code-row.tsx";
import { citizenOf, requireAccount, requireChecked, requireUnlocked, sessionOf } from "../gates.ts";
import { RefusalPage } from "./refusal-page.tsx";
import { ScanPage } from "./scan-page.tsx";

/** Scanning a facility's QR, by camera or by the short code under it (C4.2). */
export const scanPages = new Hono<AppEnv>();

scanPages.get("/scan", requireUnlocked, requireChecked, (c) =>
  scanPage(c, delegationOf(c.req.query("for")), "", null),
);

scanPages.post("/scan", requireAccount, async (c) => {
  const form = await readForm(c);
  const delegationId = delegationOf(form.text("for"));
  const gate = { kind: "gate" } as const;
  const token = form.text("token");
  if (token !== "") {
    const scan = await takeScan(c.var.ports, gate, { token });
    return c.req.header("accept") === "application/json"
      ? answerJson(c, scan, delegationId)
      : answerToken(c, scan, delegationId);
  }
  const shortCode = form.text("shortCode");
  const scan = await takeScan(c.var.ports, gate, { shortCode, by: sessionOf(c) });
  if (scan.ok) return c.redirect(askPath(scan.value, delegationId), 303);
  return scanPage(c, delegationId, shortCode, sentenceOf(c, scan.refusal));
});

type Scanned = Awaited<ReturnType<typeof takeScan>>;

/** The scanner's script asks so, to go on looking when a QR was refused. */
function answerJson(c: AppContext, scan: Scanned, delegationId: string | null): Response {
  if (scan.ok) return c.json({ to: askPath(scan.value, delegationId) });
  const { said, next } = pageContext(c).words.scan;
  const title = sayRefusal<VisitRefusal>(said, scan.refusal);
  return c.json({ title, next: next[scan.refusal.kind] }, 422);
}

function answerToken(c: AppContext, scan: Scanned, delegationId: string | null) {
  if (scan.ok) return c.redirect(askPath(scan.value, delegationId), 303);
  const page = pageContext(c);
  return sendPage(c, <RefusalPage page={page} refusal={scan.refusal} delegationId={delegationId} />, {
    status: 422,
  });
}

function sentenceOf(c: AppContext, refusal: ScanRefusal): string {
  const { said, next } = pageContext(c).words.scan;
  return [sayRefusal<VisitRefusal>(said, refusal), next[refusal.kind]].filter(Boolean).join(" ");
}

async function scanPage(c: AppContext, delegationId: string | null, typed: string, refusal: string | null) {
  const { site, ports } = c.var;
  const page = pageContext(c);
  const companion = delegationId ? await seeCompanion(ports, citizenOf(c), { delegationId }) : null;
  const view = companion?.ok ? companion.value.view : null;
  return sendPage(
    c,
    <ScanPage
      page={page}
      host={site.publicUrl.host}
      liffId={site.signInScript === null ? site.liffId : null}
      delegationId={view?.id ?? null}
      forName={view ? (view.name ?? view.maskedCitizenId) : null}
      typed={typed}
      refusal={refusal}
    />,
    { status: refusal === null ? 200 : 422, needs: { scanner: true, liff: true } },
  );
}

function askPath({ ticket }: Scan, delegationId: string | null): string {
  return `/liff/ask/${ticket}${forQuery(delegationId)}`;
}

function delegationOf(text: string | undefined): string | null {
  return text ? text : null;
}
