import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { countClaims } from "../../visits/actions/count-claims.ts";
import { seeExport } from "../../visits/actions/see-export.ts";
import { startExport } from "../../visits/actions/start-export.ts";
import { stopExport } from "../../visits/actions/stop-export.ts";
import { writeExport } from "../../visits/actions/write-export.ts";
import { claimFileName } from "../../visits/claim-sheet.ts";
import { exportKinds } from "../../visits/export-run.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { claimsPath, filterOfAddress } from "./claim-address.ts";
import { claimsShown, searchedBy, type SearchRefused } from "./claim-search.ts";
import { ClaimsPage } from "./claims-page.tsx";
import { ConfirmExportPage, ExportPage, progressSaid } from "./export-pages.tsx";
import { sendFile } from "./send-file.ts";

/** "ส่งออก eclaim" (F7.1): the list, the question, the export and its file. */
export const claimsPages = new Hono<AppEnv>();

const mayExport = requireRight("export_claims");

claimsPages.get("/claims", mayExport, (c) => listPage(c, null));

/** A search is posted, because it may carry a number; what follows carries the person's id. */
claimsPages.post("/claims", mayExport, async (c) => {
  const searched = await searchedBy(c, {
    path: claimsPath,
    purpose: pageContext(c).words.reports.claims.purpose,
  });
  return searched.ok ? c.redirect(searched.value, 303) : listPage(c, searched.refusal);
});

claimsPages.get("/claims/export", mayExport, async (c) => {
  const filter = filterOfAddress((name) => c.req.query(name));
  if (filter === null) return c.redirect(claimsPath, 303);
  const total = await countClaims(c.var.ports, staffOf(c), filter);
  return sendPage(
    c,
    <ConfirmExportPage
      page={pageContext(c)}
      staff={sessionOf(c)}
      filter={filter}
      kind={kindOf(c.req.query("kind"))}
      total={total}
      requestKey={newRequestKey(c.var.ports.random)}
    />,
  );
});

claimsPages.post("/claims/export", mayExport, async (c) => {
  const form = await readForm(c);
  const filter = filterOfAddress((name) => form.text(name));
  if (filter === null) return c.redirect(claimsPath, 303);
  const { exportId } = await startExport(c.var.ports, staffOf(c), {
    filter,
    kind: kindOf(form.text("kind")),
    purpose: pageContext(c).words.reports.claims.purpose,
    requestKey: readRequestKey(c.var.ports.random, form.text(requestKeyField)),
  });
  return c.redirect(`${claimsPath}/exports/${exportId}`, 303);
});

claimsPages.get("/claims/exports/:id", mayExport, async (c) => {
  const seen = await seeExport(c.var.ports, staffOf(c), c.req.param("id"));
  if (!seen.ok) return notFoundPage(c);
  return sendPage(c, <ExportPage page={pageContext(c)} staff={sessionOf(c)} run={seen.value} />);
});

claimsPages.get("/claims/exports/:id/state", mayExport, async (c) => {
  const seen = await seeExport(c.var.ports, staffOf(c), c.req.param("id"));
  if (!seen.ok) return notFoundPage(c);
  const { state, done, total } = seen.value;
  const isOver = state !== "waiting" && state !== "running";
  return c.json({ done, total, isOver, said: progressSaid(pageContext(c), seen.value) });
});

/** The file itself, while it is made. Posted, because it changes the export; the page stays where it is. */
claimsPages.post("/claims/exports/:id/file", mayExport, async (c) => {
  const id = c.req.param("id");
  const written = await writeExport(c.var.ports, staffOf(c), id);
  if (written.ok) return sendFile(c, claimFileName, written.value.kind, written.value.file);
  return written.refusal.kind === "export_taken"
    ? c.redirect(`${claimsPath}/exports/${id}`, 303)
    : notFoundPage(c);
});

claimsPages.post("/claims/exports/:id/stop", mayExport, async (c) => {
  const id = c.req.param("id");
  const stopped = await stopExport(c.var.ports, staffOf(c), id);
  return stopped.ok ? c.redirect(`${claimsPath}/exports/${id}`, 303) : notFoundPage(c);
});

async function listPage(c: AppContext, refused: SearchRefused | null): Promise<Response> {
  const page = pageContext(c);
  const shown = await claimsShown(c, page.words.reports.claims.purpose, refused);
  return sendPage(c, <ClaimsPage page={page} staff={sessionOf(c)} {...shown} />, {
    status: refused ? 422 : 200,
  });
}

function kindOf(text: string | undefined) {
  return exportKinds.find((kind) => kind === text) ?? "xlsx";
}
