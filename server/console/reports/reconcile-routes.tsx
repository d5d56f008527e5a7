import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { readTurn } from "../../http/page/turn.ts";
import { askCitizen } from "../../visits/actions/ask-citizen.ts";
import { closeCode } from "../../visits/actions/close-code.ts";
import { judgeReconciliation } from "../../visits/actions/judge-reconciliation.ts";
import { recheckReconciliation } from "../../visits/actions/recheck-reconciliation.ts";
import { seeListRow } from "../../visits/actions/see-list-row.ts";
import { seeListState } from "../../visits/actions/see-list-state.ts";
import { seeReconciliation, seeReconciliations } from "../../visits/actions/see-reconciliation.ts";
import { settleListRow } from "../../visits/actions/settle-list-row.ts";
import { startReconciliation } from "../../visits/actions/start-reconciliation.ts";
import { reconciledFiles, writeReconciled } from "../../visits/actions/write-reconciled.ts";
import { exportKinds } from "../../visits/export-run.ts";
import { formatServiceCode } from "../../visits/service-code.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { whyOf } from "./list-table.tsx";
import { ReconcilePage } from "./reconcile-page.tsx";
import { listAddress, parseLine, readKind } from "./reconcile-path.ts";
import { listProgressSaid, ReconciledPage } from "./reconciled-page.tsx";
import { sendFile } from "./send-file.ts";

/** The reconciliation desk (N3): a list comes in, is judged, mended and goes out again. */
export const reconcilePages = new Hono<AppEnv>();

const mayReconcile = requireRight("reconcile");

reconcilePages.get("/reconciliation", mayReconcile, (c) => deskPage(c, null));

reconcilePages.post("/reconciliation", mayReconcile, async (c) => {
  const form = await readForm(c);
  const { purpose, refusal } = pageContext(c).words.reports.reconcile;
  const file = form.file("file");
  if (!file) return deskPage(c, refusal.file_none({ kind: "file_none" }));
  const started = await startReconciliation(c.var.ports, staffOf(c), {
    fileName: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    purpose,
    requestKey: readRequestKey(c.var.ports.random, form.text(requestKeyField)),
  });
  if (!started.ok) return deskPage(c, sayRefusal(refusal, started.refusal));
  const { reconciliationId } = started.value;
  judgeLater(c, reconciliationId);
  return c.redirect(listAddress(reconciliationId), 303);
});

reconcilePages.get("/reconciliation/:id", mayReconcile, (c) => listPage(c, c.req.param("id"), null));

reconcilePages.get("/reconciliation/:id/state", mayReconcile, async (c) => {
  const id = c.req.param("id");
  const seen = await seeListState(c.var.ports, staffOf(c), id);
  if (!seen.ok) return notFoundPage(c);
  const { list } = seen.value;
  if (list.state === "running") judgeLater(c, id);
  const { done, total } = list;
  return c.json({
    done,
    total,
    isOver: list.state !== "running",
    said: listProgressSaid(pageContext(c), list),
  });
});

reconcilePages.post("/reconciliation/:id/recheck", mayReconcile, async (c) => {
  const id = c.req.param("id");
  const reopened = await recheckReconciliation(c.var.ports, staffOf(c), id);
  if (!reopened.ok) return notFoundPage(c);
  judgeLater(c, id);
  return c.redirect(listAddress(id), 303);
});

reconcilePages.post("/reconciliation/:id/rows/:line/ask", mayReconcile, async (c) => {
  const id = c.req.param("id");
  const line = parseLine(c.req.param("line")) ?? 0;
  const words = pageContext(c).words.reports.reconcile;
  const asked = await askCitizen(c.var.ports, staffOf(c), { id, line, purpose: words.purposeAsk });
  if (asked.ok) return listPage(c, id, { tone: "done", sentence: words.askedDone(line) });
  const { kind } = asked.refusal;
  if (kind === "reconciliation_not_found") return notFoundPage(c);
  return listPage(c, id, { tone: "refused", sentence: words.askRefusal[kind] });
});

/** Closing is the counter's work: whoever only reads reports may not. */
reconcilePages.post(
  "/reconciliation/:id/rows/:line/close",
  mayReconcile,
  requireRight("use_counter"),
  async (c) => {
    const [id, line] = [c.req.param("id"), parseLine(c.req.param("line")) ?? 0];
    const { ports } = c.var;
    const words = pageContext(c).words.reports.reconcile;
    const row = await seeListRow(ports, staffOf(c), { id, line });
    if (!row.ok) return notFoundPage(c);
    const { kind, codeId } = row.value;
    const closed =
      kind === "unclosed" && codeId !== null ? await closeCode(ports, staffOf(c), { codeId }) : null;
    await settleListRow(ports, staffOf(c), { id, line, how: "close" });
    return listPage(
      c,
      id,
      closed?.ok
        ? { tone: "done", sentence: words.closedDone(line, formatServiceCode(closed.value.closingCode)) }
        : { tone: "refused", sentence: words.closeRefused },
    );
  },
);

/** "clean.xlsx", "wrong.csv". */
reconcilePages.get("/reconciliation/:id/:file{(clean|wrong)\\.(xlsx|csv)}", mayReconcile, async (c) => {
  const [name, ending] = c.req.param("file").split(".");
  const file = reconciledFiles.find((each) => each === name) ?? "clean";
  const kind = exportKinds.find((each) => each === ending) ?? "xlsx";
  const page = pageContext(c);
  const words = page.words.reports.reconcile;
  const id = c.req.param("id");
  const seen = await seeListState(c.var.ports, staffOf(c), id);
  if (!seen.ok) return notFoundPage(c);
  const written = await writeReconciled(c.var.ports, staffOf(c), {
    id,
    file,
    kind,
    say: {
      sheet: words[file],
      line: words.line,
      why: words.whyTitle,
      row: (row) => whyOf(page, seen.value, row),
    },
  });
  return written.ok ? sendFile(c, words[file], kind, written.value) : notFoundPage(c);
});

/** Judging goes on after the answer; whoever looks next takes it up again when it was broken off. */
function judgeLater(c: AppContext, id: string): void {
  const { ports, later } = c.var;
  const staff = staffOf(c);
  later(() => judgeReconciliation(ports, staff, id), `reconcile:${id}`);
}

async function deskPage(c: AppContext, refusal: string | null): Promise<Response> {
  const lists = await seeReconciliations(c.var.ports, staffOf(c));
  const requestKey = newRequestKey(c.var.ports.random);
  return sendPage(
    c,
    <ReconcilePage {...{ page: pageContext(c), staff: sessionOf(c), lists, requestKey, refusal }} />,
    { status: refusal === null ? 200 : 422 },
  );
}

async function listPage(
  c: AppContext,
  id: string,
  told: { readonly tone: "done" | "refused"; readonly sentence: string } | null,
): Promise<Response> {
  const kind = readKind(c.req.query("kind"));
  const turn = readTurn((name) => c.req.query(name), parseLine);
  const seen = await seeReconciliation(c.var.ports, staffOf(c), {
    id,
    kind,
    turn,
  });
  if (!seen.ok) return notFoundPage(c);
  if (seen.value.list.state === "running") judgeLater(c, id);
  return sendPage(
    c,
    <ReconciledPage
      {...{ page: pageContext(c), staff: sessionOf(c), seen: seen.value, kind, isFirst: turn === null, told }}
    />,
    {
      status: told?.tone === "refused" ? 422 : 200,
    },
  );
}
