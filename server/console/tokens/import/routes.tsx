import { Hono } from "hono";
import { bringHolders, type BringRefusal } from "../../../credentials/actions/bring-holders.ts";
import { beginHolders, makeImportedHolders } from "../../../credentials/actions/make-imported-holders.ts";
import {
  listImportFile,
  seeImport,
  seeImportRows,
  seeImports,
} from "../../../credentials/actions/see-import.ts";
import { holderColumns } from "../../../credentials/holder-list-fault.ts";
import { holderHeadings } from "../../../credentials/holder-list.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { notFoundPage } from "../../../http/fault.tsx";
import { readForm } from "../../../http/form.ts";
import type { PageContext } from "../../../http/page/context.ts";
import { newRequestKey, readRequestKey, requestKeyField } from "../../../http/request-key.ts";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { sayRefusal } from "../../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../../gates.ts";
import { sendFile } from "../../reports/send-file.ts";
import { ImportDeskPage } from "./desk-page.tsx";
import { faultsSaid, importProgressSaid, ImportListPage } from "./list-page.tsx";
import { importPath, listAddress, readLine, readRowState } from "./paths.ts";

/** Bringing holders from a spreadsheet: sent, looked at, made, and the result as a file. */
export const tokenImportPages = new Hono<AppEnv>();

const mayRegister = requireRight("register_tokens");
const path = "/tokens/import";

tokenImportPages.get(path, mayRegister, (c) => deskPage(c, null));

tokenImportPages.post(path, mayRegister, async (c) => {
  const form = await readForm(c);
  const page = pageContext(c);
  const file = form.file("file");
  const { refusal } = page.words.credentials.import;
  if (!file && form.files("file").length > 0) return deskPage(c, refusal.file_empty({ kind: "file_empty" }));
  if (!file) return deskPage(c, refusal.file_none({ kind: "file_none" }));
  const brought = await bringHolders(c.var.ports, staffOf(c), {
    fileName: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    requestKey: readRequestKey(c.var.ports.random, form.text(requestKeyField)),
  });
  if (!brought.ok) return deskPage(c, refusalSaid(page, brought.refusal));
  return c.redirect(listAddress(brought.value.importId), 303);
});

/** The form with its column names and no row. */
tokenImportPages.get(`${path}/template.xlsx`, mayRegister, (c) => {
  const { templateName } = pageContext(c).words.credentials.import;
  const header = holderColumns.map((column) => holderHeadings[column][0]);
  const written = c.var.ports.workbook.writeXlsx({ name: templateName, header }, noRows());
  return sendFile(c, templateName, "xlsx", written);
});

tokenImportPages.get(`${path}/:holderListId`, mayRegister, async (c) => {
  const id = c.req.param("holderListId");
  const list = await seeImport(c.var.ports, staffOf(c), id);
  if (!list.ok) return notFoundPage(c);
  if (list.value.state === "running") makeLater(c, id);
  const [state, after] = [readRowState(c.req.query("state")), readLine(c.req.query("after"))];
  const seen = await seeImportRows(c.var.ports, staffOf(c), { id, state, after });
  const shown = { page: pageContext(c), staff: sessionOf(c), list: list.value, state, after, ...seen };
  return sendPage(c, <ImportListPage {...shown} />);
});

tokenImportPages.get(`${path}/:holderListId/state`, mayRegister, async (c) => {
  const id = c.req.param("holderListId");
  const list = await seeImport(c.var.ports, staffOf(c), id);
  if (!list.ok) return notFoundPage(c);
  if (list.value.state === "running") makeLater(c, id);
  const { made, ready } = list.value.counts;
  const said = importProgressSaid(pageContext(c), list.value);
  return c.json({ done: made, total: made + ready, isOver: list.value.state !== "running", said });
});

tokenImportPages.post(`${path}/:holderListId/make`, mayRegister, async (c) => {
  const importId = c.req.param("holderListId");
  const begun = await beginHolders(c.var.ports, staffOf(c), { importId });
  if (!begun.ok) return notFoundPage(c);
  makeLater(c, importId);
  return c.redirect(`${importPath}/${importId}`, 303);
});

tokenImportPages.get(`${path}/:holderListId/result.xlsx`, mayRegister, async (c) => {
  const id = c.req.param("holderListId");
  const list = await seeImport(c.var.ports, staffOf(c), id);
  if (!list.ok) return notFoundPage(c);
  const page = pageContext(c);
  const words = page.words.credentials.import;
  const header = [
    words.line,
    ...holderColumns.map((column) => holderHeadings[column][0]),
    words.result,
    words.why,
  ];
  const rows = resultRows(c, id, page);
  const written = c.var.ports.workbook.writeXlsx({ name: words.downloadName, header }, rows);
  return sendFile(c, words.downloadName, "xlsx", written);
});

async function* resultRows(c: AppContext, id: string, page: PageContext): AsyncGenerator<readonly string[]> {
  const { rowStates } = page.words.credentials.import;
  for await (const { line, typed, state, faults } of listImportFile(c.var.ports, staffOf(c), id)) {
    const cells = holderColumns.map((column) => typed[column]);
    yield [String(line), ...cells, rowStates[state], faultsSaid(page, faults).join("\n")];
  }
}

async function* noRows(): AsyncGenerator<readonly string[]> {
  // The form is its header alone.
}

/** Making goes on after the answer; whoever looks next takes it up again when it was broken off. */
function makeLater(c: AppContext, id: string): void {
  const { ports, later } = c.var;
  const staff = staffOf(c);
  later(() => makeImportedHolders(ports, staff, id), `holder_import:${id}`);
}

function refusalSaid(page: PageContext, refusal: BringRefusal): string {
  const { credentials, reports } = page.words;
  const own = credentials.import.refusal;
  const { kind } = refusal;
  return kind === "header_missing" || kind === "list_empty" || kind === "list_long"
    ? sayRefusal(own, refusal)
    : sayRefusal(reports.reconcile.refusal, refusal);
}

async function deskPage(c: AppContext, refusal: string | null): Promise<Response> {
  const lists = await seeImports(c.var.ports, staffOf(c));
  const requestKey = newRequestKey(c.var.ports.random);
  const shown = { page: pageContext(c), staff: sessionOf(c), lists, requestKey, refusal };
  return sendPage(c, <ImportDeskPage {...shown} />, { status: refusal === null ? 200 : 422 });
}
