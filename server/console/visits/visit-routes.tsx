import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { cancelCodeHere } from "../../visits/actions/cancel-code-here.ts";
import { cancelDraft } from "../../visits/actions/cancel-draft.ts";
import { closeCode } from "../../visits/actions/close-code.ts";
import { seeVisit, type SeenVisit } from "../../visits/actions/see-visit.ts";
import { useCode } from "../../visits/actions/use-code.ts";
import { findTh } from "../../words/find/th.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { CancelCodePage, CancelDraftPage } from "./cancel-pages.tsx";
import { VisitPage, type VisitDone } from "./visit-page.tsx";

/** One visit, its draft's end, and the life of its codes (F4.2, F6). */
export const visitPages = new Hono<AppEnv>();

const mayFind = requireRight("find_visits");
const mayCancelCode = requireRight("cancel_code");
const refusals = ["code_not_found", "code_move_refused", "draft_changed", "visit_not_draft"] as const;

visitPages.get("/visits/:visitId", mayFind, (c) =>
  withVisit(c, (seen) => {
    const words = pageContext(c).words.find;
    const refused = refusals.find((kind) => kind === c.req.query("refused"));
    return sendPage(
      c,
      <VisitPage
        page={pageContext(c)}
        staff={sessionOf(c)}
        seen={seen}
        now={c.var.ports.clock.now()}
        faults={refused ? [{ sentence: words[refused] }] : []}
        done={doneOf(c.req.query("done"))}
      />,
      { status: refused ? 422 : 200 },
    );
  }),
);

visitPages.get("/visits/:visitId/cancel", mayFind, (c) =>
  withVisit(c, (seen) => {
    if (seen.visit.status !== "draft") return c.redirect(pathOf(c), 303);
    const version = Number(c.req.query("version") ?? seen.visit.version);
    const common = { page: pageContext(c), staff: sessionOf(c), seen };
    return sendPage(c, <CancelDraftPage {...common} version={version} />);
  }),
);

visitPages.post("/visits/:visitId/cancel", mayFind, async (c) => {
  const version = Number((await readForm(c)).text("version"));
  const visitId = c.req.param("visitId");
  const cancelled = await cancelDraft(c.var.ports, staffOf(c), { visitId, version });
  if (cancelled.ok) return c.redirect(`${pathOf(c)}?done=draft_cancelled`, 303);
  if (cancelled.refusal.kind === "visit_not_found") return notFoundPage(c);
  return c.redirect(`${pathOf(c)}?refused=${cancelled.refusal.kind}`, 303);
});

visitPages.post("/visits/:visitId/codes/:codeId", mayFind, async (c) => {
  const closes = (await readForm(c)).text("move") === "close";
  const input = { codeId: c.req.param("codeId") };
  const moved = await (closes ? closeCode : useCode)(c.var.ports, staffOf(c), input);
  if (!moved.ok && moved.refusal.kind === "code_not_found") return notFoundPage(c);
  const said = moved.ok ? `done=${closes ? "closed" : "used"}` : `refused=${moved.refusal.kind}`;
  return c.redirect(`${pathOf(c)}?${said}`, 303);
});

visitPages.get("/visits/:visitId/codes/:codeId/cancel", mayCancelCode, (c) => cancelCodePage(c, "", []));

visitPages.post("/visits/:visitId/codes/:codeId/cancel", mayCancelCode, async (c) => {
  const reason = (await readForm(c)).text("reason");
  const input = { codeId: c.req.param("codeId"), reason };
  const cancelled = await cancelCodeHere(c.var.ports, staffOf(c), input);
  if (cancelled.ok) return c.redirect(`${pathOf(c)}?done=cancelled`, 303);
  const { kind } = cancelled.refusal;
  if (kind === "cancel_reason_missing") {
    return cancelCodePage(c, reason, [{ field: "reason", sentence: pageContext(c).words.find[kind] }]);
  }
  return kind === "code_not_found" ? notFoundPage(c) : c.redirect(`${pathOf(c)}?refused=${kind}`, 303);
});

function cancelCodePage(c: AppContext, reason: string, faults: readonly SummaryItem[]): Promise<Response> {
  return withVisit(c, (seen) => {
    const code = seen.codes.find(({ id }) => id === c.req.param("codeId"));
    if (!code) return notFoundPage(c);
    const common = { page: pageContext(c), staff: sessionOf(c), seen, code, reason, faults };
    return sendPage(c, <CancelCodePage {...common} />, { status: faults.length > 0 ? 422 : 200 });
  });
}

async function withVisit(
  c: AppContext,
  answer: (seen: SeenVisit) => Response | Promise<Response>,
): Promise<Response> {
  const purpose = pageContext(c).words.find.visitPurpose;
  const visitId = c.req.param("visitId") ?? "";
  const seen = await seeVisit(c.var.ports, staffOf(c), { visitId, purpose });
  return seen.ok ? answer(seen.value) : notFoundPage(c);
}

function pathOf(c: AppContext): string {
  return `/console/visits/${c.req.param("visitId") ?? ""}`;
}

function doneOf(text: string | undefined): VisitDone | null {
  return (Object.keys(findTh.done) as VisitDone[]).find((done) => done === text) ?? null;
}
